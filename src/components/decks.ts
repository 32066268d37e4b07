import { options } from 'virtual:recall/options';
import type {
  DeckCard,
  DeckQuestion,
  IdHistory,
  LessonDeck,
  Manifest,
  ManifestCard,
  ManifestItem,
  ManifestQuestion,
} from '../format/deck.ts';
import { DECK_VERSION } from '../format/deck.ts';
import type { LessonId, TagId } from '../format/id.ts';
import type { Locale } from '../format/locale.ts';
import { lessonDeckPath, MANIFEST_PATH } from '../format/paths.ts';
import { CourseChangedError } from './course-changed.ts';
import { createTagsOf } from './tags-of.ts';

/** The course's cards as the browser sees them: the list at once, texts lesson by lesson. */
export interface Decks {
  /** Every card in course order. */
  readonly cards: readonly ManifestCard[];
  /** Every question in course order. */
  readonly questions: readonly ManifestQuestion[];
  /** The tags of an item: those of its lesson, then its own. */
  tagsOf(item: ManifestItem): readonly TagId[];
  /** What became of ids that are no longer in it. */
  readonly history: IdHistory;
  /** Loads the lesson of a card, once, and gives the card's text with its lesson's title. */
  loadFace(card: ManifestCard): Promise<Face>;
  /** The same for a question. */
  loadQuestion(question: ManifestQuestion): Promise<ShownQuestion>;
}

/** One card's text and where it comes from. */
export interface Face extends DeckCard, Origin {}

/** One question's text and where it comes from. */
export interface ShownQuestion extends DeckQuestion, Origin {}

interface Origin {
  /** Language tag of the text, e.g. `zh-CN`. */
  readonly language: string;
  readonly lesson: LessonId;
  readonly lessonTitle: string;
}

/**
 * Loads the manifest of the site.
 * @throws Error in plain words when the network or the site's data cannot be read, and {@link CourseChangedError}.
 */
export async function loadDecks(base: string, locale: Locale): Promise<Decks> {
  const manifest = await loadJson<Manifest>(base + MANIFEST_PATH);
  if (!manifest) throw new Error(`${base}${MANIFEST_PATH}: 404`);
  const lessons = new Map<LessonId, Promise<LessonDeck>>();
  const loadLesson = (lesson: LessonId) => {
    const known = lessons.get(lesson);
    if (known) return known;
    const loading = loadJson<LessonDeck>(base + lessonDeckPath(locale, lesson)).then((deck) => {
      if (!deck) throw new CourseChangedError(`There is no deck of ${lesson}`);
      return deck;
    });
    lessons.set(lesson, loading);
    // A failed load must not be remembered, or one lost request would lose the lesson till the next page.
    loading.catch(() => lessons.delete(lesson));
    return loading;
  };
  const loadItem = async <T extends DeckCard | DeckQuestion>(
    { id, lesson }: ManifestCard | ManifestQuestion,
    itemsOf: (deck: LessonDeck) => readonly T[],
  ) => {
    const deck = await loadLesson(lesson);
    const item = itemsOf(deck).find((candidate) => candidate.id === id);
    if (!item) throw new CourseChangedError(`${id} is not in the deck of ${lesson}`);
    const language = options.languages[item.locale] ?? item.locale;
    return { ...item, language, lesson, lessonTitle: deck.title };
  };
  return {
    cards: manifest.cards,
    questions: manifest.questions,
    tagsOf: createTagsOf(manifest.tags),
    history: manifest.history,
    loadFace: (card) => loadItem(card, ({ cards }) => cards),
    loadQuestion: (question) => loadItem(question, ({ questions }) => questions),
  };
}

/** `undefined` if the site has no such file. */
async function loadJson<T extends { readonly version: number }>(url: string): Promise<T | undefined> {
  const response = await fetch(url);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const document = (await response.json()) as T;
  if (document.version !== DECK_VERSION)
    throw new CourseChangedError(`${url}: version ${document.version}, expected ${DECK_VERSION}`);
  return document;
}
