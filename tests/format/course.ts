import path from 'node:path';
import { compile, toLessonDeck, toManifest } from '../../src/compile/index.ts';
import { DECK_VERSION, type DeckCard, type DeckQuestion, type LessonDeck } from '../../src/format/deck.ts';
import type { CardId, LessonId, NoteId, QuestionId } from '../../src/format/id.ts';
import type { ChoiceOption, QuestionText } from '../../src/format/question.ts';
import { usualKind, usualNote } from '../../src/format/usual-item.ts';
import { loadCourse } from '../../src/integration/course.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The course of this repository: its manifest, and the deck of every lesson in every locale. */
export function compileCourse() {
  const { deck } = compile(loadCourse(ROOT, { locales: ['zh', 'en'], base: '/' }));
  const lessons = deck.modules.flatMap((module) => module.lessons);
  return {
    manifest: toManifest(deck),
    decks: deck.locales.flatMap((locale) =>
      lessons.map(({ id }) => ({ locale, deck: toLessonDeck(deck, id, locale) })),
    ),
  };
}

export function deckOf(cards: readonly DeckCard[], questions: readonly DeckQuestion[]): LessonDeck {
  return { version: DECK_VERSION, lesson: 'heap/marking' as LessonId, title: 'Marking', cards, questions };
}

export function card(id: string, front = 'f', back = 'b'): DeckCard {
  const cardId = id as CardId;
  return { id: cardId, kind: usualKind(cardId), note: usualNote(cardId), locale: 'en', front, back };
}

export function question(id: string, text: QuestionText): DeckQuestion {
  return { id: id as QuestionId, note: id.split('.')[0] as NoteId, locale: 'en', text };
}

function choice(
  id: string,
  stem: string,
  options: readonly ChoiceOption[],
  explanation: string,
): DeckQuestion {
  const shared = { kind: 'choice', multiple: false, hints: [] } as const;
  return question(id, { ...shared, stem: `<p>Which?</p>${stem}`, options, explanation });
}

const STARTS = '<p>Where marking starts.</p>';
const HOLDS = '<p>What a heap holds.</p>';
const MASKED = '<p>What a … holds.</p>';
const PART = '<p>Part of a page.</p>';

/** A lesson with two terms in their generated form; a third one of another lesson is among the options. */
export const TERMS: LessonDeck = deckOf(
  [
    card('root.meaning', '<p>Root</p>', STARTS),
    card('root.name', STARTS, '<p>Root</p><p class="recall-aliases">origin · start</p>'),
    card('why'),
    card('heap.meaning', '<p>Heap</p>', HOLDS),
    card('heap.name', MASKED, '<p>Heap</p>'),
  ],
  [
    choice(
      'root.choice',
      STARTS,
      [
        { key: '0002', text: 'Heap', correct: false, feedback: HOLDS },
        { key: '0001', text: 'Root', correct: true },
        { key: '0003', text: 'Card', correct: false, feedback: PART },
      ],
      `<p>Root</p>${STARTS}`,
    ),
    choice(
      'heap.choice',
      MASKED,
      [
        { key: '0003', text: 'Card', correct: false, feedback: PART },
        { key: '0002', text: 'Heap', correct: true },
        { key: '0001', text: 'Root', correct: false, feedback: STARTS },
      ],
      `<p>Heap</p>${HOLDS}`,
    ),
  ],
);
