/** So much of each is in a lesson; a term gives two cards. */
export const PER_LESSON = { terms: 3, cards: 4, questions: 5, headings: 5 } as const;
