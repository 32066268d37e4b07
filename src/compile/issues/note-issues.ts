import type { IssueTable, Item } from './issue-kind.ts';

/** What the messages on terms, cards and clozes are built of. */
export interface NoteIssues {
  'card-outside-lesson': { readonly item: Item };
  'cloze-missing-in-locale': { readonly label: string; readonly id: string; readonly missingIn: string };
  'cloze-with-separator': Record<never, never>;
  'empty-side': {
    readonly item: Item;
    readonly side: 'front' | 'back' | 'name' | 'definition' | 'separator';
  };
  'extra-separator': Record<never, never>;
  'heading-in-card': { readonly mark: 'dashes' | 'heading' };
  'html-in-card': { readonly source: string };
  'item-in-card': { readonly item: Item };
  'lesson-without-cards': Record<never, never>;
  'term-outside-definition-list': { readonly source: string };
  'unclosed-cloze': Record<never, never>;
  'unlabelled-cloze': { readonly snippet: string };
  'unsupported-image': { readonly url: string };
}

/** The mistakes in terms, cards and clozes. */
export const NOTE_ISSUES: IssueTable<NoteIssues> = {
  'card-outside-lesson': {
    severity: 'error',
    message: ({ item }) => `This ${item} does not stand in a lesson, so nobody would ever review it.`,
    hint: ({ item }) => `move the ${item} to a lesson: content/docs/<locale>/<module>/<lesson>.md.`,
  },
  'cloze-missing-in-locale': {
    severity: 'error',
    message: ({ label, id, missingIn }) =>
      `The cloze \`${label}\` of the card \`${id}\` is missing in ${missingIn}.`,
    hint: ({ label }) =>
      `one cloze is one memory in every language. Mark the same there: \`==…=={#${label}}\`.`,
  },
  'cloze-with-separator': {
    severity: 'error',
    message: () => 'This card has both a line `***` and a cloze `==…==`, so it is unclear what to ask.',
    hint: () =>
      'remove the line `***` and what follows, or the marks `==`; an operator stands in backticks: `` `==` ``.',
  },
  'empty-side': {
    severity: 'error',
    message: ({ item, side }) => {
      if (side === 'separator') return 'This card has no line `***` between its front and its back.';
      return `This ${item} has no ${side}.`;
    },
    hint: ({ side }) => EMPTY_SIDE_HINTS[side],
  },
  'extra-separator': {
    severity: 'error',
    message: () => 'This card has a second line `***`, but a card has two sides only.',
    hint: () => 'remove this line, or close the card above it with `:::` and begin another.',
  },
  'heading-in-card': {
    severity: 'error',
    message: ({ mark }) =>
      mark === 'dashes'
        ? 'In a card a line of dashes `---` turns the text above it into a heading instead of separating the sides.'
        : 'A card cannot contain a heading: it would appear in the table of contents of its page.',
    hint: ({ mark }) =>
      mark === 'dashes'
        ? 'write `***` with a blank line above and below it.'
        : 'use bold text instead, or close the card above this line with `:::`.',
  },
  'html-in-card': {
    severity: 'warning',
    message: ({ source }) => `\`${source}\` is not carried onto the flashcard, only the text around it.`,
    hint: () => 'write it in Markdown: `**bold**`, `` `code` ``, a list or a table.',
  },
  'item-in-card': {
    severity: 'error',
    message: ({ item }) => `This ${item} stands inside a card.`,
    hint: ({ item }) =>
      `move it out. If it was not meant to be inside, a \`:::\` is missing above this ${item}.`,
  },
  'lesson-without-cards': {
    severity: 'error',
    message: () => 'This lesson has no card, so nothing of it would ever be reviewed.',
    hint: () => 'mark a term with `:term[name]{#id}` and its definition below, or write a `:::card{#id}`.',
  },
  'term-outside-definition-list': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is not alone on a line that is followed by its definition.`,
    hint: () =>
      'give it a line of its own with blank lines around the pair, and begin the next line with `: `.',
  },
  'unclosed-cloze': {
    severity: 'error',
    message: () => 'This `==` has no partner in its paragraph, so readers would see it.',
    hint: () =>
      'write `==what to recall==` without spaces inside the marks, or put an operator in backticks: `` `==` ``.',
  },
  'unlabelled-cloze': {
    severity: 'error',
    message: () =>
      "This card has several clozes, not all with a label, so a learner's progress could not be kept.",
    hint: ({ snippet }) => `write \`${snippet}\`, with the same labels in every language.`,
  },
  'unsupported-image': {
    severity: 'error',
    message: ({ url }) => `The image \`${url}\` cannot be shown on a flashcard.`,
    hint: () => 'put the file in `public/` and name it by its path from there, e.g. `![…](/images/x.svg)`.',
  },
};

const EMPTY_SIDE_HINTS = {
  front: 'write the question above the line `***`.',
  back: 'write the answer below the line `***`, before the closing `:::`.',
  name: 'write it in the brackets: `:term[name]{#id}`.',
  definition: 'begin the next line with a colon and a space: `: what it means`.',
  separator:
    'write the question, a blank line, `***`, a blank line, and the answer; or mark what to recall as `==…==`.',
} as const;
