import type { Severity } from '../format/issue.ts';
import type { IssueCode, IssueDetails } from './issue-details.ts';

/** How one code is reported. */
export interface IssueKind<Details> {
  readonly severity: Severity;
  readonly message: (details: Details) => string;
  readonly hint: (details: Details) => string;
}

/** Every mistake that the compiler reports. Codes are permanent: never rename one, never reuse one. */
export const ISSUE_CODES: { readonly [Code in IssueCode]: IssueKind<IssueDetails[Code]> } = {
  'card-outside-lesson': {
    severity: 'error',
    message: ({ item }) => `This ${item} does not stand in a lesson, so nobody would ever review it.`,
    hint: ({ item }) => `move the ${item} to a lesson: content/docs/<locale>/<module>/<lesson>.md.`,
  },
  'duplicate-id': {
    severity: 'error',
    message: ({ id, other }) => `Id \`${id}\` is already used at ${other}.`,
    hint: ({ proposal }) =>
      `ids keep a learner's progress, so each must be unique. Rename this one, e.g. \`${proposal}\`.`,
  },
  'duplicate-order': {
    severity: 'warning',
    message: ({ order, other }) => `The order ${order} is already used in this module by ${other}.`,
    hint: () => 'give each lesson of a module its own `sidebar.order`; until then their paths decide.',
  },
  'empty-course': {
    severity: 'error',
    message: () => 'The course has no lesson.',
    hint: () => 'write the first one as content/docs/<locale>/<module>/<lesson>.md.',
  },
  'empty-file': {
    severity: 'error',
    message: ({ bodyOnly }) => (bodyOnly ? 'This lesson has no text.' : 'This file is empty.'),
    hint: ({ bodyOnly }) =>
      bodyOnly
        ? 'write the lesson below its frontmatter, or delete the file.'
        : 'write the page, or delete the file.',
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
  'id-missing-in-locale': {
    severity: 'error',
    message: ({ item, id, missingIn }) => `The ${item} \`${id}\` is missing in ${missingIn}.`,
    hint: ({ item, id }) =>
      `one ${item} is one memory in every language. Translate it there as \`{#${id}}\`, or remove it here.`,
  },
  'id-moved-between-lessons': {
    severity: 'error',
    message: ({ item, id, other }) => `The ${item} \`${id}\` stands in another lesson at ${other}.`,
    hint: () => 'move one of them, so that both languages teach it in the same lesson.',
  },
  'id-of-another-kind': {
    severity: 'error',
    message: ({ item, id, otherItem, other }) =>
      `Id \`${id}\` is a ${item} here and a ${otherItem} at ${other}.`,
    hint: () => 'write the same kind in both languages, or rename one of them.',
  },
  'invalid-frontmatter': {
    severity: 'error',
    message: ({ problem }) => problem,
    hint: ({ fix }) => fix,
  },
  'invalid-revision': {
    severity: 'error',
    message: ({ rev }) => `The revision \`${rev}\` is not a whole number from 1.`,
    hint: () => 'leave `rev` out for the first one and write `rev=2` when the meaning of the card changes.',
  },
  'item-in-card': {
    severity: 'error',
    message: ({ item }) => `This ${item} stands inside a card.`,
    hint: ({ item }) =>
      `move it out. If it was not meant to be inside, a \`:::\` is missing above this ${item}.`,
  },
  'lesson-missing-in-default': {
    severity: 'error',
    message: ({ expected }) =>
      `This page has no counterpart in the default language: ${expected} is missing.`,
    hint: () => 'other languages fall back to the default one, so write it there first.',
  },
  'malformed-fence': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is not read as a directive, and readers would see its colons.`,
    hint: ({ source }) =>
      /[^:\s]/.test(source)
        ? `write the name directly after the colons: \`${source.replace(/^(:+)\s+/, '$1')}\`.`
        : 'nothing is open here: remove this line, or restore the opening line it belonged to.',
  },
  'malformed-id': {
    severity: 'error',
    message: ({ id }) =>
      `Id \`${id}\` is not lower-case ASCII words joined by hyphens, at most 48 characters.`,
    hint: ({ proposal }) => `write \`{#${proposal}}\`.`,
  },
  'malformed-path': {
    severity: 'error',
    message: ({ segment }) =>
      `The name \`${segment}\` in this path would not be the same in the page's address.`,
    hint: ({ proposal }) => `use lower-case ASCII words joined by hyphens, e.g. \`${proposal}\`.`,
  },
  'missing-id': {
    severity: 'error',
    message: ({ item }) => `This ${item} has no id, so a learner's progress could not be kept.`,
    hint: ({ snippet }) => `write \`${snippet}\`, with the same id in every language.`,
  },
  'missing-module-index': {
    severity: 'error',
    message: ({ expected }) => `The module of this lesson has no page of its own: ${expected} is missing.`,
    hint: () => 'write it with `title`, `description` and `sidebar.order`, which is the place of the module.',
  },
  'missing-sources': {
    severity: 'warning',
    message: ({ found }) =>
      found ? 'This list of sources has no link.' : 'This lesson does not name its sources.',
    hint: () => 'end the lesson with `:::sources`, a list such as `- [Title](https://…)`, and `:::`.',
  },
  'term-outside-definition-list': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is not alone on a line that is followed by its definition.`,
    hint: () =>
      'give it a line of its own with blank lines around the pair, and begin the next line with `: `.',
  },
  'unclosed-directive': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is never closed, so it swallows the text below it.`,
    hint: ({ hasDefinitions }) =>
      hasDefinitions
        ? 'a block cannot contain a definition list: move the term out of it.'
        : 'add a line `:::` after its last line, below a blank line if that is a table.',
  },
  'unknown-attribute': {
    severity: 'error',
    message: ({ directive, attribute }) => `\`${directive}\` has no attribute \`${attribute}\`.`,
    hint: ({ near, known }) =>
      near === undefined
        ? `it knows ${known.map((name) => `\`${name}\``).join(' and ')}.`
        : `did you mean \`${near}\`?`,
  },
  'unknown-directive': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is not a directive that this site knows.`,
    hint: ({ near, inText }) => {
      if (near !== undefined) return `did you mean \`${near}\`?`;
      return inText ? 'if it is meant as text, write `\\:` or put it in backticks.' : UNKNOWN_BLOCK_HINT;
    },
  },
  'unreadable-file': {
    severity: 'error',
    message: ({ reason }) => `This file cannot be read: ${reason}`,
    hint: () => 'correct the markup at this place; the rest of the file is checked afterwards.',
  },
  'unsupported-image': {
    severity: 'error',
    message: ({ url }) => `The image \`${url}\` cannot be shown on a flashcard.`,
    hint: () => 'put the file in `public/` and name it by its path from there, e.g. `![…](/images/x.svg)`.',
  },
  'untranslated-lesson': {
    severity: 'warning',
    message: ({ expected }) => `This page is not translated: ${expected} is missing.`,
    hint: () => 'until it is written, readers see this one with a notice.',
  },
  'wrong-directive-form': {
    severity: 'error',
    message: ({ source, expected }) => `\`${source}\` has to be written as \`${expected}\`.`,
    hint: () => 'one colon stands in a line of text, three open a block that a line `:::` closes.',
  },
};

const EMPTY_SIDE_HINTS = {
  front: 'write the question above the line `***`.',
  back: 'write the answer below the line `***`, before the closing `:::`.',
  name: 'write it in the brackets: `:term[name]{#id}`.',
  definition: 'begin the next line with a colon and a space: `: what it means`.',
  separator: 'write the question, a blank line, `***`, a blank line, and the answer.',
} as const;

const UNKNOWN_BLOCK_HINT =
  'use `card`, `sources`, `note`, `tip`, `caution` or `danger`, or begin the line with `\\:` for plain text.';
