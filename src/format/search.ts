import type { LessonId, ModuleId, NoteId } from './id.ts';
import type { Locale } from './locale.ts';

/** Version of {@link SearchIndex}; a reader refuses another one. */
export const SEARCH_VERSION = 1;

/** How many terms one file of {@link SearchNote}s explains. */
export const NOTES_PER_FILE = 64;

/** What the full-text index holds: pages to read, or the fronts of the cards and questions of one lesson. */
export const SEARCH_KINDS = ['lesson', 'items'] as const;

/** One of {@link SEARCH_KINDS}. */
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A term as the search knows it: its names, all that is needed to find it. All texts are plain. */
export interface SearchConcept {
  readonly id: NoteId;
  readonly name: string;
  /** Locale of `name` and of the note; absent where it is the index's own. */
  readonly locale?: Locale;
  /** The names in other languages. */
  readonly others: readonly { readonly locale: Locale; readonly name: string }[];
  /** Every further word for it, in any language. */
  readonly aliases: readonly string[];
  /** Where it is defined. */
  readonly lesson: LessonId;
}

/** What a term's line says beside its names; loaded for the terms that are shown. */
export interface SearchNote {
  /** Plain text, shortened. */
  readonly definition: string;
  /** Title of the lesson that defines it. */
  readonly title: string;
}

/**
 * `/<prefix>/<locale>/search-notes/<n>.json`: the notes of the terms from place `n * NOTES_PER_FILE` of
 * {@link SearchIndex.concepts} on.
 */
export type SearchNotes = readonly SearchNote[];

/** `/<prefix>/<locale>/search.json`: what is loaded when the search opens. */
export interface SearchIndex {
  readonly version: typeof SEARCH_VERSION;
  readonly locale: Locale;
  /** Language tag, e.g. `zh-CN`. */
  readonly language: string;
  /** Characters that are read as others, each followed by the one it is read as. */
  readonly folds: string;
  readonly modules: readonly { readonly id: ModuleId; readonly title: string }[];
  readonly concepts: readonly SearchConcept[];
  /** Interface texts of the search, as `createTexts` takes them. */
  readonly texts: Readonly<Record<string, string>>;
}
