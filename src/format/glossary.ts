import type { LessonId, NoteId } from './id.ts';
import type { Locale } from './locale.ts';

/** By term, what a reader sees over its first use: `definition` is HTML, `title` that of the lesson that defines it. */
export type TermNotes = Readonly<Record<NoteId, TermNote>>;
export type TermNote = readonly [name: string, definition: string, title: string];

/** A term as one language's glossary lists it. */
export interface GlossaryEntry {
  readonly id: NoteId;
  /** Where it is defined. */
  readonly lesson: LessonId;
  /** Title of that lesson. */
  readonly title: string;
  /** Locale of these texts; the default locale where the term is not translated. */
  readonly locale: Locale;
  readonly name: string;
  /** Without the names below. */
  readonly aliases: readonly string[];
  /** HTML. */
  readonly definition: string;
  /** The name in each other language in which it is another one, in the order of the course. */
  readonly translations: readonly { readonly locale: Locale; readonly name: string }[];
}
