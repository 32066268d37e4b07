/** What an author calls a note: the word used in every message. */
export type Item = 'term' | 'card';

/** What each code's message and hint are built of. Places are `file:line:column`. */
export interface IssueDetails {
  'card-outside-lesson': { readonly item: Item };
  'duplicate-id': { readonly id: string; readonly other: string; readonly proposal: string };
  'duplicate-order': { readonly order: number; readonly other: string };
  'empty-course': Record<never, never>;
  'empty-file': { readonly bodyOnly: boolean };
  'empty-side': {
    readonly item: Item;
    readonly side: 'front' | 'back' | 'name' | 'definition' | 'separator';
  };
  'extra-separator': Record<never, never>;
  'heading-in-card': { readonly mark: 'dashes' | 'heading' };
  'html-in-card': { readonly source: string };
  'id-missing-in-locale': { readonly item: Item; readonly id: string; readonly missingIn: string };
  'id-moved-between-lessons': { readonly item: Item; readonly id: string; readonly other: string };
  'id-of-another-kind': {
    readonly item: Item;
    readonly id: string;
    readonly otherItem: Item;
    readonly other: string;
  };
  'invalid-frontmatter': { readonly problem: string; readonly fix: string };
  'invalid-revision': { readonly rev: string };
  'item-in-card': { readonly item: Item };
  'lesson-missing-in-default': { readonly expected: string };
  'malformed-fence': { readonly source: string };
  'malformed-id': { readonly id: string; readonly proposal: string };
  'malformed-path': { readonly segment: string; readonly proposal: string };
  'missing-id': { readonly item: Item; readonly snippet: string };
  'missing-module-index': { readonly expected: string };
  'missing-sources': { readonly found: boolean };
  'term-outside-definition-list': { readonly source: string };
  'unclosed-directive': { readonly source: string; readonly hasDefinitions: boolean };
  'unknown-attribute': {
    readonly directive: string;
    readonly attribute: string;
    readonly known: readonly string[];
    readonly near: string | undefined;
  };
  'unknown-directive': {
    readonly source: string;
    readonly near: string | undefined;
    readonly inText: boolean;
  };
  'unreadable-file': { readonly reason: string };
  'unsupported-image': { readonly url: string };
  'untranslated-lesson': { readonly expected: string };
  'wrong-directive-form': { readonly source: string; readonly expected: string };
}

/** A permanent code of an author's mistake. */
export type IssueCode = keyof IssueDetails;
