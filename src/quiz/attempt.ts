import type { Grade, Response } from '../format/event.ts';
import type { QuestionId } from '../format/id.ts';
import type { Assessment } from './assessment.ts';
import type { Verdict } from './kind.ts';
import { seedOf } from './shuffle.ts';

/** One answer given in a session, as it is kept and reported. */
export interface Attempt {
  readonly question: QuestionId;
  readonly response: Response;
  readonly hints: number;
  readonly durationMs: number;
  /** Credit after hints, in hundredths. */
  readonly score: number;
  readonly grade: Grade;
  readonly verdict: Verdict;
  /** When it was given, in milliseconds UTC. */
  readonly at: number;
}

/** An attempt out of an answer and its assessment. */
export function createAttempt(
  given: Pick<Attempt, 'question' | 'response' | 'hints' | 'durationMs' | 'at'>,
  { outcome, score, grade }: Assessment,
): Attempt {
  return { ...given, score, grade, verdict: outcome.verdict };
}

/** The seed of a question's `number`-th showing in a session: each time its options stand otherwise. */
export function attemptSeed(sessionSeed: number, question: QuestionId, number: number): number {
  return seedOf(`${sessionSeed}/${question}/${number}`);
}

/** Time between two moments in milliseconds: whoever leaves a question open over lunch did not think for an hour. */
export function thinkingTime(from: number, to: number): number {
  return Math.min(Math.max(0, to - from), LONGEST_THOUGHT_MS);
}

const LONGEST_THOUGHT_MS = 10 * 60_000;
