import type { LessonId, NoteId } from './id.ts';
import type { Locale } from './locale.ts';

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
  /** The name in each other language, in the order of the course. */
  readonly translations: readonly { readonly locale: Locale; readonly name: string }[];
}
