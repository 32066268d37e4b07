import type { IssueTable } from './issue-kind.ts';
import { formatCount } from './issue-words.ts';

/** What the messages on pages, and the folders that they stand in are built of. */
export interface PageIssues {
  'duplicate-order': { readonly order: number; readonly other: string };
  'empty-course': Record<never, never>;
  'empty-file': { readonly bodyOnly: boolean };
  'invalid-frontmatter': { readonly problem: string; readonly fix: string };
  'lesson-length': {
    readonly length: number;
    readonly unit: string;
    readonly min: number;
    readonly max: number;
  };
  'lesson-missing-in-default': { readonly expected: string };
  'malformed-path': { readonly segment: string; readonly proposal: string };
  'missing-module-index': { readonly expected: string };
  'missing-sources': { readonly found: boolean };
  'unreadable-file': { readonly reason: string };
  'untranslated-lesson': { readonly expected: string };
}

/** The mistakes in pages, and the folders that they stand in. */
export const PAGE_ISSUES: IssueTable<PageIssues> = {
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
        : 'write something into it, or delete it.',
  },
  'invalid-frontmatter': {
    severity: 'error',
    message: ({ problem }) => problem,
    hint: ({ fix }) => fix,
  },
  'lesson-length': {
    severity: 'warning',
    message: ({ length, unit, min, max }) =>
      length < min
        ? `This lesson has ${formatCount(length)} ${unit} of prose, fewer than ${formatCount(min)}.`
        : `This lesson has ${formatCount(length)} ${unit} of prose, more than ${formatCount(max)}.`,
    hint: ({ length, min }) =>
      length < min
        ? 'explain more, or put it together with another lesson; cards and sources do not count.'
        : 'split it where the subject changes; cards and sources do not count.',
  },
  'lesson-missing-in-default': {
    severity: 'error',
    message: ({ expected }) =>
      `This page has no counterpart in the default language: ${expected} is missing.`,
    hint: () => 'other languages fall back to the default one, so write it there first.',
  },
  'malformed-path': {
    severity: 'error',
    message: ({ segment }) =>
      `The name \`${segment}\` in this path would not be the same in the page's address.`,
    hint: ({ proposal }) => `use lower-case ASCII words joined by hyphens, e.g. \`${proposal}\`.`,
  },
  'missing-module-index': {
    severity: 'error',
    message: ({ expected }) => `The module of this lesson has no page of its own: ${expected} is missing.`,
    hint: () => 'write it with `title`, `description` and `sidebar.order`, which is the place of the module.',
  },
  'missing-sources': {
    severity: 'error',
    message: ({ found }) =>
      found ? 'This list of sources has no link.' : 'This lesson does not name its sources.',
    hint: () => 'end the lesson with `:::sources`, a list such as `- [Title](https://…)`, and `:::`.',
  },
  'unreadable-file': {
    severity: 'error',
    message: ({ reason }) => `This file cannot be read: ${reason}`,
    hint: () => 'correct the markup at this place; the rest of the file is checked afterwards.',
  },
  'untranslated-lesson': {
    severity: 'warning',
    message: ({ expected }) => `This page is not translated: ${expected} is missing.`,
    hint: () => 'until it is written, readers see this one with a notice.',
  },
};
