/** `/<prefix>/<locale>/cards.json`: the plain text of every card and question in one locale, front and back, by id. */
export type CardTexts = Readonly<Record<string, readonly [front: string, back: string]>>;
