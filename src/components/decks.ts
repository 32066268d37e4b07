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
import { CourseChangedError } from './failure/course-changed.ts';
import { keepPromises } from './keep-promises.ts';
import { loadSiteJson } from './site-json.ts';
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
 * @throws UnreachableError, {@link CourseChangedError}, or Error where the site's data cannot be read.
 */
export async function loadDecks(base: string, locale: Locale): Promise<Decks> {
  const manifestUrl = base + MANIFEST_PATH;
  const manifest = await loadJson<Manifest>(manifestUrl);
  if (!manifest) throw new Error(`${manifestUrl}: 404`);
  const lessonUrl = (lesson: LessonId) => base + lessonDeckPath(locale, lesson);
  const loadLesson = keepPromises(async (lesson: LessonId) => {
    const deck = await loadJson<LessonDeck>(lessonUrl(lesson));
    if (!deck) throw courseChanged(`There is no deck of ${lesson}`, manifestUrl);
    return deck;
  });
  const loadItem = async <T extends DeckCard | DeckQuestion>(
    { id, lesson }: ManifestCard | ManifestQuestion,
    itemsOf: (deck: LessonDeck) => readonly T[],
  ) => {
    const deck = await loadLesson(lesson);
    const item = itemsOf(deck).find((candidate) => candidate.id === id);
    if (!item) throw courseChanged(`${id} is not in the deck of ${lesson}`, manifestUrl, lessonUrl(lesson));
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
  const document = await loadSiteJson<T>(url);
  if (document && document.version !== DECK_VERSION)
    throw courseChanged(`${url}: version ${document.version}, expected ${DECK_VERSION}`, url);
  return document;
}

/**
 * Any of the files may be the one that is out of date. A host may let browsers keep them for minutes, so they are fetched
 * past the browser's cache: the page that is loaded anew must not get the old ones again.
 */
function courseChanged(message: string, ...urls: readonly string[]): CourseChangedError {
  for (const url of urls) renew(url).catch(() => undefined);
  return new CourseChangedError(message);
}

const renew = keepPromises((url: string) => fetch(url, { cache: 'reload' }));
