import type { FactTable } from './facts.ts';
import type { CardId, ItemId, LessonId, ModuleId, NoteId, QuestionId, TagId } from './id.ts';
import type { Locale, Localized } from './locale.ts';
import type { Question, QuestionKind, QuestionText, Quiz } from './question.ts';
import type { Revised } from './revision.ts';

/** How a card was made, which decides how it is labelled and what its siblings are. */
export type CardKind = 'basic' | 'term-meaning' | 'term-name' | 'term-translation' | 'cloze' | 'fact';

/** Both sides of a card in one locale: HTML rendered at build time from the course's own Markdown. */
export interface CardFace {
  readonly front: string;
  readonly back: string;
}

/** One schedulable card, the same memory in every locale. */
export interface Card extends Revised {
  readonly id: CardId;
  readonly kind: CardKind;
  /** Cards of one note are siblings; the note's id is also its anchor in the lesson. */
  readonly note: NoteId;
  readonly lesson: LessonId;
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
  /** A word so common that other lessons do not link it. */
  readonly plain?: true;
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
  /** Lessons to be read first, those only that are needed directly before; absent if there are none. */
  readonly prerequisites?: readonly LessonId[];
}

/** A folder of lessons. */
export interface Module {
  readonly id: ModuleId;
  readonly pages: Localized<LessonPage>;
  readonly lessons: readonly Lesson[];
}

/** What a way through the course says of itself in one locale. */
export interface ReadingPathText {
  readonly title: string;
  readonly description: string;
}

/** A way through the course for readers with a purpose, in the order of reading. */
export interface ReadingPath {
  readonly id: string;
  readonly texts: Localized<ReadingPathText>;
  /** How long it takes, by the author's estimate. */
  readonly minutes: number;
  readonly lessons: readonly LessonId[];
}

/** What lessons and cards are grouped by across modules, for those who study one subject. */
export interface Tag {
  readonly id: TagId;
  readonly names: Localized<string>;
}

/** What has which tag, by tag in the order of {@link Deck.tags}, which is shorter than tags by item. */
export interface TagUse {
  /** Lessons, each with all of its items. */
  readonly lessons: Readonly<Record<string, readonly LessonId[]>>;
  /** Notes that have a tag beyond those of their lesson. */
  readonly notes: Readonly<Record<string, readonly NoteId[]>>;
}

/** A drawing that `::figure{#id}` puts into a page. */
export interface Figure {
  readonly id: string;
  /** The first lesson that shows it, if any does. */
  readonly lesson: LessonId | undefined;
  /** One `<svg>` element of HTML in each locale. */
  readonly markup: Localized<string>;
}

/** Everything that the compiler makes of a course, in course order. */
export interface Deck {
  readonly locales: readonly Locale[];
  readonly defaultLocale: Locale;
  readonly modules: readonly Module[];
  readonly cards: readonly Card[];
  readonly terms: readonly Term[];
  readonly quizzes: readonly Quiz[];
  readonly questions: readonly Question[];
  readonly facts: readonly FactTable[];
  readonly figures: readonly Figure[];
  readonly paths: readonly ReadingPath[];
  /** In the order of their file. */
  readonly tags: readonly Tag[];
  readonly tagUse: TagUse;
  /** Ids that an author gave up or changed, so that a learner's history finds its way. */
  readonly history: IdHistory;
}

/** What became of published ids. */
export interface IdHistory {
  /** Old id → the id that carries on its memory. */
  readonly renamed: Readonly<Record<string, ItemId>>;
  /** Ids that are no longer asked; their history is kept. */
  readonly retired: readonly ItemId[];
}

/** Version of the JSON documents of the course; a reader refuses another one. */
export const DECK_VERSION = 3;

/** A card as the manifest lists it: enough to schedule it, nothing to show. */
export interface ManifestCard {
  readonly id: CardId;
  readonly kind: CardKind;
  readonly note: NoteId;
  readonly lesson: LessonId;
  readonly rev: number;
  readonly digest: string;
}

/** A question as the manifest lists it. Questions of one note are siblings of its cards. */
export interface ManifestQuestion {
  readonly id: QuestionId;
  readonly kind: QuestionKind;
  readonly note: NoteId;
  readonly lesson: LessonId;
  readonly rev: number;
  readonly digest: string;
}

/** What the scheduler schedules, whatever it shows. */
export type ManifestItem = ManifestCard | ManifestQuestion;

/** Every card and question of the site in course order, without their texts. Its document is a `PackedManifest`. */
export interface Manifest {
  readonly version: typeof DECK_VERSION;
  readonly cards: readonly ManifestCard[];
  readonly questions: readonly ManifestQuestion[];
  /** Absent if nothing has a tag. */
  readonly tags?: TagUse;
  readonly history: IdHistory;
}

/** A card as one lesson's deck carries it in one locale. */
export interface DeckCard extends CardFace {
  readonly id: CardId;
  readonly kind: CardKind;
  readonly note: NoteId;
  /** Locale of this text; the default locale where the lesson is not translated. */
  readonly locale: Locale;
  /** What its meaning was before this revision, as inline HTML; absent from the first revision. */
  readonly was?: string;
}

/** A question as one lesson's deck carries it in one locale. */
export interface DeckQuestion {
  readonly id: QuestionId;
  readonly note: NoteId;
  readonly locale: Locale;
  readonly text: QuestionText;
  /** As of a {@link DeckCard}. */
  readonly was?: string;
}

/** The cards and questions of one lesson in one locale. Its document is a `PackedLesson`. */
export interface LessonDeck {
  readonly version: typeof DECK_VERSION;
  readonly lesson: LessonId;
  readonly title: string;
  readonly cards: readonly DeckCard[];
  readonly questions: readonly DeckQuestion[];
}
