import type { ManifestCard, ManifestQuestion } from '../../src/format/deck.ts';
import type { EventDraft } from '../../src/format/event.ts';
import type { CardId, LessonId, NoteId, QuestionId } from '../../src/format/id.ts';
import type { QuestionText } from '../../src/format/question.ts';
import { createStudy, MORNING } from './study-fixture.ts';

/** Three cards of one lesson, none of them siblings. */
export const CARDS = ['apple', 'pear', 'plum'].map(
  (id): ManifestCard => ({
    id: id as CardId,
    kind: 'basic',
    note: id as NoteId,
    lesson: 'basics/first' as LessonId,
    rev: 1,
    digest: '',
  }),
);

/** A question about the second card. */
export const QUESTION: ManifestQuestion = {
  id: 'pear-q' as QuestionId,
  kind: 'true-false',
  note: 'pear' as NoteId,
  lesson: 'basics/first' as LessonId,
  rev: 1,
  digest: '',
};

/** An answer to {@link QUESTION} three days before `MORNING`, which makes it due. */
export const ANSWERED: EventDraft = {
  type: 'question.answered',
  at: MORNING.at - 3 * 86_400_000,
  offsetMinutes: MORNING.offsetMinutes,
  question: QUESTION.id,
  grade: 3,
  interval: { days: 2 },
  score: 100,
  hints: 0,
  response: { truth: true },
  durationMs: 1000,
};

/** A study of {@link CARDS} and {@link QUESTION}. */
export const createSample = () => createStudy({ cards: CARDS, questions: [QUESTION], question: TRUE_FALSE });

const TRUE_FALSE: QuestionText = {
  kind: 'true-false',
  stem: 'True?',
  answer: true,
  hints: ['Yes.'],
  explanation: 'Indeed.',
};
