import type { LessonId, ModuleId, NoteId } from './id.ts';
import type { Locale } from './locale.ts';

/** Version of {@link SearchIndex}; a reader refuses another one. */
export const SEARCH_VERSION = 1;

/** How many terms one file of {@link SearchNote}s explains. */
export const NOTES_PER_FILE = 64;

/** What can be found in the full text: the prose of pages, or the fronts of a lesson's cards and questions. */
export type SearchKind = 'lesson' | 'items';

/**
 * `/pagefind/fragment/<hash>.pf_fragment`, zipped: what is shown of a page that was found. All texts are plain.
 */
export interface SearchPage {
  /** Path below the locale, or empty for the home page. */
  readonly lesson: string;
  readonly title: string;
  readonly passages: readonly SearchPassage[];
  readonly items: readonly SearchItem[];
}

/** The text from one heading to the next; before the first it has neither id nor heading. */
export interface SearchPassage {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

/** The front of a card, by the id of its note, or the stem of a question. */
export interface SearchItem {
  readonly kind: 'card' | 'question';
  readonly id: string;
  readonly text: string;
}

/** The filter of the full-text index by which it is narrowed to a module. */
export const MODULE_FILTER = 'module';

/**
 * How much Pagefind is told that the words of cards and questions weigh, and the number that it writes for it: by this
 * they are told from those of the page, which weigh 1 or more.
 */
export const ITEM_WEIGHT: { readonly given: number; readonly written: number } = { given: 0.5, written: 12 };

/** A term as the search knows it: its names, all that is needed to find it. All texts are plain. */
export interface SearchConcept {
  readonly id: NoteId;
  readonly name: string;
  /** Locale of `name` and of the note; absent where it is the index's own. */
  readonly locale?: Locale;
  /** The names in other languages that are none of its own. */
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
