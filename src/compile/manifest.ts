import {
  type Card,
  DECK_VERSION,
  type Deck,
  type DeckCard,
  type DeckQuestion,
  type LessonDeck,
  type Manifest,
} from '../format/deck.ts';
import type { LessonId } from '../format/id.ts';
import type { Locale, Localized } from '../format/locale.ts';
import type { Question } from '../format/question.ts';
import { itemsOfLesson } from './lesson-items.ts';

/** What a scheduler needs of every card and question, in course order. */
export function toManifest(deck: Deck): Manifest {
  const { lessons, notes } = deck.tagUse;
  const isTagged = Object.keys(lessons).length + Object.keys(notes).length > 0;
  return {
    version: DECK_VERSION,
    cards: deck.cards.map(({ id, kind, note, lesson, rev, digest }) => ({
      id,
      kind,
      note,
      lesson,
      rev,
      digest,
    })),
    questions: deck.questions.map(({ id, kind, tests: note, lesson, rev, digest }) => ({
      id,
      kind,
      note,
      lesson,
      rev,
      digest,
    })),
    ...(isTagged ? { tags: deck.tagUse } : {}),
    history: deck.history,
  };
}

/** The cards and questions of one lesson in one locale; what is not translated is in the default locale, or else in any. */
export function toLessonDeck(deck: Deck, lesson: LessonId, locale: Locale): LessonDeck {
  const preferred = [locale, deck.defaultLocale, ...deck.locales];
  const { lesson: found, cards, questions } = itemsOfLesson(deck, lesson);
  return {
    version: DECK_VERSION,
    lesson,
    title: pick(found?.pages ?? {}, preferred)?.value.title ?? '',
    cards: cards.flatMap((card) => toDeckCard(card, preferred)),
    questions: questions.flatMap((question) => toDeckQuestion(question, preferred)),
  };
}

function toDeckCard({ id, kind, note, faces, was }: Card, preferred: readonly Locale[]): DeckCard[] {
  const face = pick(faces, preferred);
  if (face === undefined) return [];
  const { locale, value } = face;
  return [{ id, kind, note, locale, front: value.front, back: value.back, ...pickWas(was, locale) }];
}

function toDeckQuestion(
  { id, tests: note, texts, was }: Question,
  preferred: readonly Locale[],
): DeckQuestion[] {
  const text = pick(texts, preferred);
  if (text === undefined) return [];
  const { locale, value } = text;
  return [{ id, note, locale, text: value, ...pickWas(was, locale) }];
}

/** Only in the language of the text, so that a card never speaks two. */
function pickWas(was: Localized<string> | undefined, locale: Locale): { was?: string } {
  const text = was?.[locale];
  return text === undefined ? {} : { was: text };
}

function pick<T>(
  values: Localized<T>,
  preferred: readonly Locale[],
): { locale: Locale; value: T } | undefined {
  for (const locale of preferred) {
    const value = values[locale];
    if (value !== undefined) return { locale, value };
  }
  return undefined;
}
