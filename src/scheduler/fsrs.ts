import type { Grade } from '../format/event.ts';
import { createFormulas, type MemoryState } from './formulas.ts';
import { parseWeights } from './weights.ts';

export type { MemoryState } from './formulas.ts';

/** What the formulas depend on. */
export interface FsrsParameters {
  /** 21, 19 or 17 numbers, see {@link parseWeights}. */
  readonly weights: readonly number[];
  /** Probability of recall at which a card comes back, above 0, at most 1. */
  readonly desiredRetention: number;
  readonly maximumIntervalDays: number;
}

/** FSRS-6 for one set of parameters. Pure: no clock, no fuzz. */
export interface Fsrs {
  /**
   * Memory after a grade; `state` is `undefined` for a card never reviewed. Days below 0 count as 0.
   * Throws on what is no grade and on a non-finite number.
   */
  readonly next: (state: MemoryState | undefined, elapsedDays: number, grade: Grade) => MemoryState;
  /** Whole days, from 1 to the maximum, after which recall has fallen to the desired retention. */
  readonly intervalDays: (stability: number) => number;
  /** Probability of recall after so many (fractional) days. */
  readonly retrievability: (elapsedDays: number, stability: number) => number;
}

/** FSRS-6 as fsrs-rs computes it. Throws a `RangeError` that says why if a parameter cannot be used. */
export function createFsrs(parameters: FsrsParameters): Fsrs {
  const { desiredRetention, maximumIntervalDays } = parameters;
  const weights = parseWeights(parameters.weights);
  if (!(desiredRetention > 0 && desiredRetention <= 1)) {
    throw new RangeError(`Desired retention must be above 0 and at most 1, but it is ${desiredRetention}.`);
  }
  if (!(maximumIntervalDays >= 1 && Number.isFinite(maximumIntervalDays))) {
    throw new RangeError(`The maximum interval must be at least 1 day, but it is ${maximumIntervalDays}.`);
  }
  const formulas = createFormulas(weights);
  const longest = Math.floor(maximumIntervalDays);
  // In 64 bits, so that recall falls with every second.
  const decay = -(weights[20] ?? Number.NaN);
  const factor = 0.9 ** (1 / decay) - 1;
  return {
    next(state, elapsedDays, grade) {
      assertAnswer(state, elapsedDays, grade);
      return state ? formulas.next(state, Math.max(0, elapsedDays), grade) : formulas.first(grade);
    },
    intervalDays(stability) {
      const days = Math.round(formulas.interval(stability, desiredRetention));
      return Math.min(Math.max(days, 1), longest);
    },
    retrievability: (elapsedDays, stability) => (1 + (factor * elapsedDays) / stability) ** decay,
  };
}

function assertAnswer(state: MemoryState | undefined, elapsedDays: number, grade: Grade): void {
  if (![1, 2, 3, 4].includes(grade))
    throw new RangeError(`Inconsistent: grade ${grade} is not 1, 2, 3 or 4.`);
  if (!Number.isFinite(elapsedDays)) throw new RangeError(`Inconsistent: ${elapsedDays} elapsed days.`);
  if (state && !(state.stability > 0 && state.difficulty >= 1 && state.difficulty <= 10)) {
    throw new RangeError(`Inconsistent: stability ${state.stability}, difficulty ${state.difficulty}.`);
  }
}
