import type { Severity } from '../../format/issue.ts';

/** How one code is reported. */
export interface IssueKind<Details> {
  readonly severity: Severity;
  readonly message: (details: Details) => string;
  readonly hint: (details: Details) => string;
}

/** How every code of a family is reported, by what its messages are built of. Places are `file:line:column`. */
export type IssueTable<Family> = { readonly [Code in keyof Family]: IssueKind<Family[Code]> };

/** What an author calls a note: the word used in every message. */
export type Item = 'term' | 'card' | 'cloze card';
