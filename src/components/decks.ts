import { options } from 'virtual:recall/options';
import type { DeckCard, LessonDeck, Manifest, ManifestCard } from '../format/deck.ts';
import { DECK_VERSION } from '../format/deck.ts';
import type { LessonId } from '../format/id.ts';
import type { Locale } from '../format/locale.ts';
import { lessonDeckPath, MANIFEST_PATH } from '../format/paths.ts';

/** The course's cards as the browser sees them: the list at once, texts lesson by lesson. */
export interface Decks {
  /** Every card in course order. */
  readonly cards: readonly ManifestCard[];
  /** Loads the lesson of a card, once, and gives the card's text with its lesson's title. */
  loadFace(card: ManifestCard): Promise<Face>;
}

/** One card's text and where it comes from. */
export interface Face extends DeckCard {
  /** Language tag of the text, e.g. `zh-CN`. */
  readonly language: string;
  readonly lesson: LessonId;
  readonly lessonTitle: string;
}

/**
 * Loads the manifest of the site.
 * @throws Error in plain words when the network or the site's data cannot be read.
 */
export async function loadDecks(base: string, locale: Locale): Promise<Decks> {
  const manifest = await loadJson<Manifest>(base + MANIFEST_PATH);
  const lessons = new Map<LessonId, Promise<LessonDeck>>();
  const loadLesson = (lesson: LessonId) => {
    const known = lessons.get(lesson);
    if (known) return known;
    const loading = loadJson<LessonDeck>(base + lessonDeckPath(locale, lesson));
    lessons.set(lesson, loading);
    // A failed load must not be remembered, or one lost request would lose the lesson till the next page.
    loading.catch(() => lessons.delete(lesson));
    return loading;
  };
  return {
    cards: manifest.cards,
    loadFace: async ({ id, lesson }) => {
      const deck = await loadLesson(lesson);
      const card = deck.cards.find((candidate) => candidate.id === id);
      if (!card) throw new Error(`Inconsistent: card ${id} is not in the deck of ${lesson}`);
      const language = options.languages[card.locale] ?? card.locale;
      return { ...card, language, lesson, lessonTitle: deck.title };
    },
  };
}

async function loadJson<T extends { readonly version: number }>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const document = (await response.json()) as T;
  if (document.version !== DECK_VERSION)
    throw new Error(`${url}: version ${document.version}, expected ${DECK_VERSION}`);
  return document;
}
