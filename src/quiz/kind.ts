import type { Response } from '../format/event.ts';
import type { OptionKey, QuestionText } from '../format/question.ts';

/** The text of each kind of question. */
export type TextOfKind = { readonly [T in QuestionText as T['kind']]: T };

/** One kind of question: what it shows, and whether an answer is right. All functions are pure and total. */
export interface KindSpec<Text extends QuestionText> {
  /**
   * Keys of what is moved about (options, items, right sides) in the order in which it is shown: a permutation fixed by
   * the seed, in which the place of the right one says nothing. Empty where nothing moves.
   */
  present(text: Text, seed: number): readonly OptionKey[];
  /** What stands there before the learner touches anything; `undefined` where that is no answer. */
  start(text: Text, seed: number): Response | undefined;
  /** Whether the learner has filled in all there is, so that answering makes sense. */
  isComplete(text: Text, response: Response | undefined): boolean;
  /** Judges a response, before hints. One of another kind, or none, earns nothing. */
  grade(text: Text, response: Response | undefined): Outcome;
  /** A response that is right. */
  solve(text: Text): Response;
}

/** What became of a response. */
export interface Outcome {
  /** From 0 to 1, before hints. */
  readonly credit: number;
  readonly verdict: Verdict;
  /** How the credit was reckoned, with the numbers that went into it. */
  readonly rule: CreditRule;
  readonly marks: readonly Mark[];
  readonly nearMiss?: NearMiss;
}

/** `partly` is any credit between none and all. */
export type Verdict = 'right' | 'partly' | 'wrong';

/**
 * How credit is reckoned:
 * - `all-or-nothing`: 1 or 0;
 * - `right-minus-wrong`: (`right` chosen − `wrong` chosen) / `of`, never below 0;
 * - `neighbours`: `right` pairs of neighbours in the right order, of `of`;
 * - `right-pairs`: `right` pairs joined, of `of`.
 */
export interface CreditRule {
  readonly code: 'all-or-nothing' | 'right-minus-wrong' | 'neighbours' | 'right-pairs';
  readonly right: number;
  readonly wrong: number;
  readonly of: number;
}

/** What is said of one part: an option, an item, or a pair by its left side. */
export interface Mark {
  readonly key: OptionKey;
  /** `missed` is right and was not given; `left` is wrong and was rightly let alone. */
  readonly code: 'right' | 'wrong' | 'missed' | 'left';
}

/** A typed answer that is one slip away from an accepted one. It earns nothing. */
export interface NearMiss {
  readonly code: 'one-letter' | 'one-character';
  /** The accepted answer as the author wrote it. */
  readonly accepted: string;
}

/** The verdict on a credit. */
export function verdictOf(credit: number): Verdict {
  if (credit >= 1) return 'right';
  return credit > 0 ? 'partly' : 'wrong';
}

/** The outcome of what is right or wrong as a whole. */
export function allOrNothing(isRight: boolean, marks: readonly Mark[] = []): Outcome {
  const right = isRight ? 1 : 0;
  return {
    credit: right,
    verdict: verdictOf(right),
    rule: { code: 'all-or-nothing', right, wrong: 1 - right, of: 1 },
    marks,
  };
}

/** The keys of a response, each once; none if it is not made of keys. */
export function keysOf(response: Response | undefined): readonly OptionKey[] {
  return response && 'keys' in response ? [...new Set(response.keys)] : [];
}
