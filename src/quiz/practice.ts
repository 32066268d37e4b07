import type { Response } from '../format/event.ts';
import type { QuestionId } from '../format/id.ts';
import type { QuestionText } from '../format/question.ts';
import { assess } from './assessment.ts';
import { type Attempt, attemptSeed, createAttempt, thinkingTime } from './attempt.ts';

/** Practice: feedback at once, and what was not right comes again at the end until it is. Plain JSON. */
export interface Practice {
  readonly version: typeof PRACTICE_VERSION;
  readonly mode: 'practice';
  readonly seed: number;
  readonly startedAt: number;
  /** Every question of the session, in the order of its first showing. */
  readonly questions: readonly QuestionId[];
  /** What is still to be answered right; the first one is in hand. Empty at the end. */
  readonly queue: readonly QuestionId[];
  /** Hints opened for the one in hand. */
  readonly hints: number;
  /** When the one in hand was shown, in milliseconds UTC. */
  readonly shownAt: number;
  /** Whether the one in hand is answered, by the last attempt, and its feedback stands there. */
  readonly isAnswered: boolean;
  readonly attempts: readonly Attempt[];
}

/** What can happen in practice. `at` is in milliseconds UTC. */
export type PracticeAction =
  | { readonly type: 'hint'; readonly text: QuestionText }
  | {
      readonly type: 'answer';
      readonly question: QuestionId;
      readonly text: QuestionText;
      readonly response: Response;
      readonly at: number;
    }
  | { readonly type: 'next'; readonly at: number }
  /** The question in hand is shown anew, e.g. after the page was closed: time away does not count. */
  | { readonly type: 'resume'; readonly at: number }
  | { readonly type: 'end' };

/** Version of {@link Practice} as JSON. */
export const PRACTICE_VERSION = 1;

/** Starts practice of these questions at `at`, milliseconds UTC. */
export function createPractice(questions: readonly QuestionId[], seed: number, at: number): Practice {
  const distinct = [...new Set(questions)];
  return {
    version: PRACTICE_VERSION,
    mode: 'practice',
    seed,
    startedAt: at,
    questions: distinct,
    queue: distinct,
    hints: 0,
    shownAt: at,
    isAnswered: false,
    attempts: [],
  };
}

/** Practice after an action; the same object if the action does not fit. */
export function applyPractice(practice: Practice, action: PracticeAction): Practice {
  const [inHand, ...rest] = practice.queue;
  if (inHand === undefined) return practice;
  switch (action.type) {
    case 'hint': {
      if (practice.isAnswered || practice.hints >= action.text.hints.length) return practice;
      return { ...practice, hints: practice.hints + 1 };
    }
    case 'answer': {
      const { question, response, text, at } = action;
      if (practice.isAnswered || question !== inHand) return practice;
      const effort = { hints: practice.hints, durationMs: thinkingTime(practice.shownAt, at) };
      const attempt = createAttempt({ question, response, ...effort, at }, assess(text, response, effort));
      return { ...practice, isAnswered: true, attempts: [...practice.attempts, attempt] };
    }
    case 'next': {
      const last = practice.attempts.at(-1);
      if (!practice.isAnswered || last === undefined) return practice;
      const queue = last.verdict === 'right' ? rest : [...rest, inHand];
      return { ...practice, queue, hints: 0, shownAt: action.at, isAnswered: false };
    }
    case 'resume':
      return practice.isAnswered ? practice : { ...practice, shownAt: action.at };
    case 'end':
      return { ...practice, queue: [], hints: 0, isAnswered: false };
  }
}

/** The question in hand with the seed of its showing; `undefined` at the end. */
export function practiceInHand({ queue, attempts, seed, isAnswered }: Practice): InHand | undefined {
  const [question] = queue;
  if (question === undefined) return undefined;
  const before = attempts.filter((attempt) => attempt.question === question).length - (isAnswered ? 1 : 0);
  const isAgain = before > 0;
  return { question, seed: attemptSeed(seed, question, before), isAgain };
}

/** The first attempts, one per question: they say what was known; the later ones are relearning. */
export function firstAttempts({ attempts }: Practice): readonly Attempt[] {
  const seen = new Set<QuestionId>();
  return attempts.filter(({ question }) => !seen.has(question) && seen.add(question));
}

interface InHand {
  readonly question: QuestionId;
  readonly seed: number;
  /** Whether it was answered before in this session. */
  readonly isAgain: boolean;
}
