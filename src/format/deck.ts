import type { CardId, LessonId, ModuleId, NoteId } from './id.ts';
import type { Locale, Localized } from './locale.ts';

/** How a card was made, which decides how it is labelled and what its siblings are. */
export type CardKind = 'basic' | 'term-meaning' | 'term-name';

/** Both sides of a card in one locale: HTML rendered at build time from the course's own Markdown. */
export interface CardFace {
  readonly front: string;
  readonly back: string;
}

/** One schedulable card, the same memory in every locale. */
export interface Card {
  readonly id: CardId;
  readonly kind: CardKind;
  /** Cards of one note are siblings; the note's id is also its anchor in the lesson. */
  readonly note: NoteId;
  readonly lesson: LessonId;
  /** Author-set revision, from 1; a higher one says that the meaning changed. */
  readonly rev: number;
  /** Digest of the faces in every locale: 12 hex digits, only to notice change. */
  readonly digest: string;
  readonly faces: Localized<CardFace>;
}

/** A term of the glossary in one locale. `definition` is HTML. */
export interface TermText {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly definition: string;
}

/** A term with the lesson that defines it. */
export interface Term {
  readonly id: NoteId;
  readonly lesson: LessonId;
  readonly texts: Localized<TermText>;
}

/** What a lesson's page says of itself in one locale. */
export interface LessonPage {
  readonly title: string;
  readonly description: string;
}

/** A lesson in course order. A locale without a page shows the default locale's. */
export interface Lesson {
  readonly id: LessonId;
  readonly pages: Localized<LessonPage>;
}

/** A folder of lessons. */
export interface Module {
  readonly id: ModuleId;
  readonly pages: Localized<LessonPage>;
  readonly lessons: readonly Lesson[];
}

/** Everything that the compiler makes of a course, in course order. */
export interface Deck {
  readonly locales: readonly Locale[];
  readonly defaultLocale: Locale;
  readonly modules: readonly Module[];
  readonly cards: readonly Card[];
  readonly terms: readonly Term[];
}

/** Version of the JSON documents below; a reader refuses another one. */
export const DECK_VERSION = 1;

/** A card as the manifest lists it: enough to schedule it, nothing to show. */
export interface ManifestCard {
  readonly id: CardId;
  readonly kind: CardKind;
  readonly note: NoteId;
  readonly lesson: LessonId;
  readonly rev: number;
  readonly digest: string;
}

/** `/<prefix>/deck.json`: every card of the site in course order, without its text. */
export interface Manifest {
  readonly version: typeof DECK_VERSION;
  readonly cards: readonly ManifestCard[];
}

/** A card as one lesson's deck carries it in one locale. */
export interface DeckCard extends CardFace {
  readonly id: CardId;
  readonly kind: CardKind;
  readonly note: NoteId;
  /** Locale of this text; the default locale where the lesson is not translated. */
  readonly locale: Locale;
}

/** `/<prefix>/<locale>/<lesson>.json`: the cards of one lesson in one locale. */
export interface LessonDeck {
  readonly version: typeof DECK_VERSION;
  readonly lesson: LessonId;
  readonly title: string;
  readonly cards: readonly DeckCard[];
}
