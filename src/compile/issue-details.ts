/** What an author calls a note: the word used in every message. */
export type Item = 'term' | 'card' | 'cloze card';

/** What each code's message and hint are built of. Places are `file:line:column`. */
export interface IssueDetails {
  'absolute-distractor': { readonly word: string };
  'broken-anchor': {
    readonly url: string;
    readonly anchor: string;
    readonly near: string | undefined;
    readonly known: readonly string[];
  };
  'broken-link': { readonly url: string; readonly near: string | undefined };
  'broken-rename': { readonly from: string; readonly to: string; readonly isCircle: boolean };
  'card-outside-lesson': { readonly item: Item };
  'catch-all-option': { readonly text: string };
  'changed-kind': {
    readonly id: string;
    readonly lesson: string;
    readonly kind: string;
    readonly published: string;
  };
  'cloze-missing-in-locale': { readonly label: string; readonly id: string; readonly missingIn: string };
  'cloze-with-separator': Record<never, never>;
  'coverage-gap': { readonly id: string; readonly before: string };
  'duplicate-id': { readonly id: string; readonly other: string; readonly proposal: string };
  'duplicate-option': { readonly what: string; readonly text: string; readonly other: string };
  'duplicate-order': { readonly order: number; readonly other: string };
  'duplicate-quiz': { readonly id: string; readonly other: string };
  'empty-course': Record<never, never>;
  'empty-file': { readonly bodyOnly: boolean };
  'empty-side': {
    readonly item: Item;
    readonly side: 'front' | 'back' | 'name' | 'definition' | 'separator';
  };
  'extra-separator': Record<never, never>;
  'facts-embedded-twice': { readonly id: string; readonly other: string };
  'facts-in-other-lesson': { readonly id: string; readonly lesson: string; readonly file: string };
  'facts-not-embedded': { readonly id: string; readonly pages: readonly string[] };
  'figure-embedded-twice': { readonly id: string; readonly other: string };
  'figure-markup': { readonly problem: string; readonly fix: string };
  'figure-missing-in-locale': { readonly id: string; readonly missingIn: string };
  'figure-not-embedded': { readonly id: string };
  'figure-without-text': { readonly what: 'title' | 'desc'; readonly locale: string };
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
  'invalid-value': { readonly key: string; readonly expected: string };
  'invalid-yaml': { readonly problem: string; readonly snippet: string | undefined };
  'item-in-card': { readonly item: Item };
  'key-often-longest': Tally;
  'key-position-skewed': Tally & { readonly position: number };
  'lesson-length': {
    readonly length: number;
    readonly unit: string;
    readonly min: number;
    readonly max: number;
  };
  'lesson-missing-in-default': { readonly expected: string };
  'lesson-without-cards': Record<never, never>;
  'listed-twice': { readonly lesson: string };
  'lowered-revision': {
    readonly id: string;
    readonly lesson: string;
    readonly rev: number;
    readonly published: number;
  };
  'malformed-as-of': { readonly written: string };
  'malformed-coverage-id': { readonly id: string };
  'malformed-fence': { readonly source: string };
  'malformed-id': { readonly id: string; readonly proposal: string; readonly snippet?: string };
  'malformed-lock': { readonly problem: string; readonly isConflict: boolean };
  'malformed-path': { readonly segment: string; readonly proposal: string };
  'misplaced-blank': { readonly count: number };
  'missing-fact-cell': { readonly row: string; readonly column: string };
  'missing-fact-source': { readonly row: string; readonly column: string };
  'missing-id': { readonly item: Item; readonly snippet: string };
  'missing-key': { readonly key: string; readonly expected: string };
  'missing-lock': { readonly items: number };
  'missing-module-index': { readonly expected: string };
  'missing-placeholder': { readonly key: string; readonly placeholder: string };
  'missing-sources': { readonly found: boolean };
  'missing-text': { readonly key: string; readonly locale: string };
  'missing-trailing-slash': { readonly url: string; readonly near: string };
  'no-right-answer': Record<never, never>;
  'no-wrong-answer': Record<never, never>;
  'other-language-link': { readonly url: string; readonly near: string };
  'path-order': { readonly lesson: string; readonly needed: string };
  'prerequisite-cycle': { readonly lessons: readonly string[] };
  'prerequisites-differ': { readonly other: string; readonly lessons: readonly string[] };
  'quiz-embedded-twice': { readonly id: string; readonly other: string };
  'quiz-in-other-lesson': { readonly id: string; readonly lesson: string; readonly file: string };
  'quiz-not-embedded': { readonly id: string; readonly pages: readonly string[] };
  'reserved-id': { readonly id: string };
  'reused-id': {
    readonly id: string;
    readonly lesson: string;
    readonly section: 'renamed' | 'retired';
  };
  'several-right-answers': { readonly count: number };
  'stray-directive': { readonly source: string; readonly near: string };
  'term-outside-definition-list': { readonly source: string };
  'too-few-distractors': { readonly count: number };
  'too-few-entries': { readonly what: string; readonly count: number; readonly least: number };
  'too-few-right-answers': Record<never, never>;
  'too-many-options': { readonly count: number };
  'unclosed-cloze': Record<never, never>;
  'unclosed-directive': { readonly source: string; readonly hasDefinitions: boolean };
  'unemphasised-negative': { readonly word: string; readonly fixed: string };
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
  'unknown-fact-source': { readonly id: string; readonly near: string | undefined };
  'unknown-fact-value': {
    readonly id: string;
    readonly column: string;
    readonly near: string | undefined;
    readonly known: readonly string[];
  };
  'unknown-facts': { readonly id: string | undefined; readonly near: string | undefined };
  'unknown-figure': { readonly id: string | undefined; readonly near: string | undefined };
  'unknown-key': {
    readonly key: string;
    readonly near: string | undefined;
    readonly known: readonly string[];
  };
  'unknown-lesson': { readonly lesson: string; readonly near: string | undefined };
  'unknown-quiz': { readonly id: string | undefined; readonly near: string | undefined };
  'unknown-tested-note': {
    readonly id: string;
    readonly lesson: string;
    readonly near: string | undefined;
    readonly elsewhere: string | undefined;
  };
  'unlabelled-cloze': { readonly snippet: string };
  'unlocked-id': { readonly ids: readonly string[] };
  'unreadable-file': { readonly reason: string };
  'unsupported-image': { readonly url: string };
  'untranslated-lesson': { readonly expected: string };
  'vanished-id': {
    readonly id: string;
    readonly ids: readonly string[];
    readonly lesson: string;
    readonly renamed: string | undefined;
  };
  'wrong-directive-form': { readonly source: string; readonly expected: string };
}

/** A permanent code of an author's mistake. */
export type IssueCode = keyof IssueDetails;

/** How many of the site's questions share a flaw, and where it is worst. */
export interface Tally {
  readonly count: number;
  readonly total: number;
  readonly locale: string;
  readonly examples: readonly string[];
}
