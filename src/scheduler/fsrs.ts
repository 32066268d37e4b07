import type { Grade } from '../format/event.ts';
import { FsrsAlgorithm } from './fsrs-algorithm.ts';
import { parseWeights } from './weights.ts';

/** What FSRS knows of a card: `stability` in days (until recall falls to 90 %), `difficulty` from 1 to 10. */
export interface MemoryState {
  readonly stability: number;
  readonly difficulty: number;
}

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

/** FSRS-6 with the results of fsrs-rs. Throws a `RangeError` that says why if a parameter cannot be used. */
export function createFsrs(parameters: FsrsParameters): Fsrs {
  const { desiredRetention, maximumIntervalDays } = parameters;
  const weights = parseWeights(parameters.weights);
  // ts-fsrs silently takes 0.9 for a retention of 0 or NaN, and 36500 for a maximum of 0 or NaN.
  if (!(desiredRetention > 0 && desiredRetention <= 1)) {
    throw new RangeError(`Desired retention must be above 0 and at most 1, but it is ${desiredRetention}.`);
  }
  if (!(maximumIntervalDays >= 1 && Number.isFinite(maximumIntervalDays))) {
    throw new RangeError(`The maximum interval must be at least 1 day, but it is ${maximumIntervalDays}.`);
  }
  const algorithm = new FsrsAlgorithm(weights, desiredRetention, Math.floor(maximumIntervalDays));
  return {
    next(state, elapsedDays, grade) {
      assertAnswer(state, elapsedDays, grade);
      const days = Math.max(0, elapsedDays);
      const recall = state && algorithm.recall(days, state.stability);
      const { stability, difficulty } = algorithm.next_state(state ?? null, days, grade, recall);
      return { stability, difficulty };
    },
    intervalDays: (stability) => algorithm.next_interval(stability, 0),
    retrievability: (elapsedDays, stability) => algorithm.forgetting_curve(elapsedDays, stability),
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
