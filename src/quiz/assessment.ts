import type { Grade, Response } from '../format/event.ts';
import type { QuestionKind, QuestionText } from '../format/question.ts';
import type { Outcome } from './kind.ts';
import { gradeResponse } from './kinds/index.ts';

/** An answer judged: what the learner is told, and what is recorded. */
export interface Assessment {
  readonly outcome: Outcome;
  /** Credit after hints, from 0 to 1. */
  readonly credit: number;
  /** The same in hundredths, as events store it. */
  readonly score: number;
  readonly grade: Grade;
}

/** How an answer came about. */
export interface Effort {
  /** Hints opened before answering. */
  readonly hints: number;
  /** From the question shown to the answer given. */
  readonly durationMs: number;
}

/** Judges an answer with the effort it took. */
export function assess(text: QuestionText, response: Response | undefined, effort: Effort): Assessment {
  const outcome = gradeResponse(text, response);
  const credit = creditAfterHints(outcome.credit, effort.hints);
  const grade = toGrade({ credit: outcome.credit, ...effort, kind: text.kind });
  return { outcome, credit, score: Math.round(credit * 100), grade };
}

/** Each hint costs a quarter of the earned credit; a quarter of it is always left. */
export function creditAfterHints(credit: number, hints: number): number {
  return credit * Math.max(HINT_COST, 1 - HINT_COST * Math.max(0, hints));
}

/**
 * The grade that an answer is scheduled by; `credit` is that before hints. Right and fast is 4 (Easy), right 3 (Good),
 * right with a hint 2 (Hard), as is at least half the credit after hints; everything else is 1 (Again).
 */
export function toGrade({ credit, hints, durationMs, kind }: Answered): Grade {
  if (credit >= 1) {
    if (hints > 0) return 2;
    return durationMs >= 0 && durationMs <= FAST_MS[kind] ? 4 : 3;
  }
  return creditAfterHints(credit, hints) >= 0.5 ? 2 : 1;
}

/** What each hint takes of the credit, and what is left at least. */
const HINT_COST = 0.25;

/**
 * The longest time in which a right answer came at once: reading a question of that kind at some 240 words a minute
 * (Brysbaert 2019, doi:10.1016/j.jml.2019.104047), about 40, 20, 25, 50 and 55 words, and the hand's work.
 */
const FAST_MS: Readonly<Record<QuestionKind, number>> = {
  choice: 12_000,
  'true-false': 7_000,
  cloze: 12_000,
  order: 25_000,
  match: 30_000,
};

interface Answered extends Effort {
  readonly credit: number;
  readonly kind: QuestionKind;
}
