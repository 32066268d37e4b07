import type { IssueTable, Item } from './issue-kind.ts';

/** What the messages on ids and revisions are built of. */
export interface IdentityIssues {
  'duplicate-id': { readonly id: string; readonly other: string; readonly proposal: string };
  'id-missing-in-locale': { readonly item: Item; readonly id: string; readonly missingIn: string };
  'id-moved-between-lessons': { readonly item: Item; readonly id: string; readonly other: string };
  'id-of-another-kind': {
    readonly item: Item;
    readonly id: string;
    readonly otherItem: Item;
    readonly other: string;
  };
  'invalid-revision': { readonly rev: string };
  'malformed-id': { readonly id: string; readonly proposal: string; readonly snippet?: string };
  'missing-id': { readonly item: Item; readonly snippet: string };
  'missing-was': { readonly rev: number; readonly snippet: string };
  'revision-differs': {
    readonly item: Item;
    readonly id: string;
    readonly rev: number;
    readonly other: string;
    readonly otherRev: number;
  };
  'was-without-revision': { readonly snippet: string };
}

/** The mistakes in ids and revisions. */
export const IDENTITY_ISSUES: IssueTable<IdentityIssues> = {
  'duplicate-id': {
    severity: 'error',
    message: ({ id, other }) => `Id \`${id}\` is already used at ${other}.`,
    hint: ({ proposal }) =>
      `ids keep a learner's progress, so each must be unique. Rename this one, e.g. \`${proposal}\`.`,
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
  'invalid-revision': {
    severity: 'error',
    message: ({ rev }) => `The revision \`${rev}\` is not a whole number from 1.`,
    hint: () => 'leave `rev` out for the first one and write `rev=2 was="…"` when the meaning changes.',
  },
  'malformed-id': {
    severity: 'error',
    message: ({ id }) =>
      `Id \`${id}\` is not lower-case ASCII words joined by hyphens, at most 48 characters.`,
    hint: ({ proposal, snippet = `{#${proposal}}` }) => `write \`${snippet}\`.`,
  },
  'missing-id': {
    severity: 'error',
    message: ({ item }) => `This ${item} has no id, so a learner's progress could not be kept.`,
    hint: ({ snippet }) => `write \`${snippet}\`, with the same id in every language.`,
  },
  'missing-was': {
    severity: 'error',
    message: ({ rev }) => `Revision ${rev} does not say what it was before.`,
    hint: ({ snippet }) =>
      `everyone who learnt it is told “before → now”. Say in a few words what was true before: \`${snippet}\`.`,
  },
  'revision-differs': {
    severity: 'error',
    message: ({ item, id, rev, other, otherRev }) =>
      `The ${item} \`${id}\` has revision ${rev} here and ${otherRev} at ${other}.`,
    hint: ({ rev, otherRev }) =>
      `one memory has one revision: write \`rev=${Math.max(rev, otherRev)} was="…"\` in both languages.`,
  },
  'was-without-revision': {
    severity: 'error',
    message: () => '`was` says what was before a change, but this is the first revision.',
    hint: ({ snippet }) => `add \`${snippet}\` if the meaning has changed; else remove \`was\`.`,
  },
};
