import { options } from 'virtual:recall/options';
import type {
  DeckCard,
  DeckQuestion,
  IdHistory,
  LessonDeck,
  ManifestCard,
  ManifestItem,
  ManifestQuestion,
} from '../format/deck.ts';
import type { LessonId, TagId } from '../format/id.ts';
import type { Locale } from '../format/locale.ts';
import { type PackedLesson, unpackLesson } from '../format/packed-lesson.ts';
import { type PackedManifest, unpackManifest } from '../format/packed-manifest.ts';
import { lessonDeckPath, MANIFEST_PATH } from '../format/paths.ts';
import { markAliasLanguages } from './alias-languages.ts';
import { courseChanged, loadCourseDocument } from './course-document.ts';
import { keepPromises } from './keep-promises.ts';
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
 * @throws UnreachableError, CourseChangedError, or Error where the site's data cannot be read.
 */
export async function loadDecks(base: string, locale: Locale): Promise<Decks> {
  const manifestUrl = base + MANIFEST_PATH;
  const packed = await loadCourseDocument<PackedManifest>(manifestUrl);
  if (!packed) throw new Error(`${manifestUrl}: 404`);
  const manifest = unpackManifest(packed);
  const lessonUrl = (lesson: LessonId) => base + lessonDeckPath(locale, lesson);
  const loadLesson = keepPromises(async (lesson: LessonId) => {
    const deck = await loadCourseDocument<PackedLesson>(lessonUrl(lesson));
    if (!deck) throw courseChanged(`There is no deck of ${lesson}`, manifestUrl);
    return unpackLesson(deck);
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
    async loadFace(card) {
      const face = await loadItem(card, ({ cards }) => cards);
      return { ...face, back: markAliasLanguages(face.back, face.language, options.languages) };
    },
    loadQuestion: (question) => loadItem(question, ({ questions }) => questions),
  };
}
