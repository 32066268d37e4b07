import type { Card, Deck, Lesson } from '../format/deck.ts';
import type { LessonId } from '../format/id.ts';
import type { Question } from '../format/question.ts';

/** What a deck has on one lesson, cards and questions in the order of the deck. */
export interface LessonItems {
  readonly lesson: Lesson | undefined;
  readonly cards: readonly Card[];
  readonly questions: readonly Question[];
}

/** What a deck has on a lesson; the deck is sorted once, as a course has many lessons. */
export function itemsOfLesson(deck: Deck, lesson: LessonId): LessonItems {
  let sorted = SORTED.get(deck);
  if (!sorted) {
    const lessons = deck.modules.flatMap((module) => module.lessons);
    sorted = {
      lessons: new Map(lessons.map((candidate) => [candidate.id, candidate])),
      cards: Map.groupBy(deck.cards, (card) => card.lesson),
      questions: Map.groupBy(deck.questions, (question) => question.lesson),
    };
    SORTED.set(deck, sorted);
  }
  return {
    lesson: sorted.lessons.get(lesson),
    cards: sorted.cards.get(lesson) ?? [],
    questions: sorted.questions.get(lesson) ?? [],
  };
}

const SORTED = new WeakMap<
  Deck,
  {
    readonly lessons: ReadonlyMap<LessonId, Lesson>;
    readonly cards: ReadonlyMap<LessonId, readonly Card[]>;
    readonly questions: ReadonlyMap<LessonId, readonly Question[]>;
  }
>();
