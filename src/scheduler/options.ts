import { DEFAULT_ROLLOVER_HOUR } from './day.ts';
import { DEFAULT_WEIGHTS, findWeightsProblem } from './weights.ts';

/** Everything about scheduling that a learner can choose. */
export interface SchedulerOptions {
  /** FSRS weights: 21, 19 or 17 numbers. */
  readonly weights: readonly number[];
  /** Probability of recall at which a card comes back, from 0.70 to 0.97. */
  readonly desiredRetention: number;
  /** Never exceeded by a new interval; whole days, 1 to 36 500. */
  readonly maximumIntervalDays: number;
  /** Minutes between the first answers of a new card; whole, ascending, each under a day. May be empty. */
  readonly learningSteps: readonly number[];
  /** The same after a lapse. */
  readonly relearningSteps: readonly number[];
  /** Whether day intervals are spread a little, so that cards learnt together part. */
  readonly fuzz: boolean;
  /** Local hour at which the learner's day begins, 0 to 23. */
  readonly rolloverHour: number;
  /** Cards seen for the first time in a learner's day, at most. */
  readonly newPerDay: number;
  /** Learning cards due so soon are shown rather than waited for, when nothing else is left. */
  readonly learnAheadMinutes: number;
}

/** What holds where a learner chose nothing. */
export const DEFAULT_OPTIONS: SchedulerOptions = Object.freeze({
  weights: DEFAULT_WEIGHTS,
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  learningSteps: Object.freeze([1, 10]),
  relearningSteps: Object.freeze([10]),
  fuzz: true,
  rolloverHour: DEFAULT_ROLLOVER_HOUR,
  newPerDay: 20,
  learnAheadMinutes: 20,
});

/** A learner's choices with the defaults for the rest. Throws a `RangeError` that says why one is refused. */
export function parseOptions(chosen: Partial<SchedulerOptions> = {}): SchedulerOptions {
  const options = { ...DEFAULT_OPTIONS, ...chosen };
  const problem = findOptionsProblem(options);
  if (problem !== undefined) throw new RangeError(problem);
  return options;
}

/** One sentence that says which option cannot be used and why, or `undefined` if all can. */
function findOptionsProblem(options: SchedulerOptions): string | undefined {
  return (
    findWeightsProblem(options.weights) ??
    outside('Desired retention', options.desiredRetention, 0.7, 0.97) ??
    outsideWhole('The maximum interval in days', options.maximumIntervalDays, 1, 36_500) ??
    findStepsProblem('Learning steps', options.learningSteps) ??
    findStepsProblem('Relearning steps', options.relearningSteps) ??
    outsideWhole('The hour at which a day begins', options.rolloverHour, 0, 23) ??
    outsideWhole('New cards per day', options.newPerDay, 0, 9999) ??
    outside('Minutes to learn ahead', options.learnAheadMinutes, 0, 1439)
  );
}

function outside(name: string, value: number, least: number, most: number): string | undefined {
  if (value >= least && value <= most) return undefined;
  return `${name} must be from ${least} to ${most}, but it is ${value}.`;
}

function outsideWhole(name: string, value: number, least: number, most: number): string | undefined {
  if (Number.isInteger(value)) return outside(name, value, least, most);
  return `${name} must be a whole number, but it is ${value}.`;
}

function findStepsProblem(name: string, steps: readonly number[]): string | undefined {
  const good = steps.every((step, index) => {
    const before = steps[index - 1] ?? 1;
    return Number.isInteger(step) && step >= before && step < 1440;
  });
  if (good) return undefined;
  return `${name} must be whole minutes from 1 to 1439, none shorter than the one before, but they are ${steps.join(', ')}.`;
}
