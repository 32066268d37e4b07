import {
  type DayExtension,
  EASY_DAYS,
  type EasyDay,
  LEECH_ACTIONS,
  type LeechAction,
  MIXES,
  type Mix,
  NEW_ORDERS,
  type NewOrder,
  REVIEW_ORDERS,
  type ReviewOrder,
} from '../format/settings.ts';
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
  /** Local hour at which the learner's day begins, 0 to 23. */
  readonly rolloverHour: number;
  /** Whether day intervals are spread a little, so that cards learnt together part. */
  readonly fuzz: boolean;
  /** Whether that spread prefers days with fewer cards. Without `fuzz` there is nothing to choose from. */
  readonly loadBalancing: boolean;
  /** How many reviews each weekday may get, seven from Monday on. */
  readonly easyDays: readonly EasyDay[];
  /** Cards seen for the first time in a learner's day, at most. */
  readonly newPerDay: number;
  /** Reviews in a learner's day, at most; new cards count, too, and are held back first. */
  readonly reviewsPerDay: number;
  /** More for one learner's day only. */
  readonly todayOnly: DayExtension;
  /** Learning cards due so soon are shown rather than waited for, when nothing else is left. */
  readonly learnAheadMinutes: number;
  readonly reviewOrder: ReviewOrder;
  readonly newOrder: NewOrder;
  readonly mix: Mix;
  /** Whether cards of one note come on different days. */
  readonly burySiblings: boolean;
  /** Lapses that make a card a leech, 1 to 99. */
  readonly leechThreshold: number;
  readonly leechAction: LeechAction;
  /** Whether questions answered before come back among the cards. */
  readonly reviewQuestions: boolean;
}

/** What holds where a learner chose nothing. */
export const DEFAULT_OPTIONS: SchedulerOptions = Object.freeze({
  weights: DEFAULT_WEIGHTS,
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  learningSteps: Object.freeze([1, 10]),
  relearningSteps: Object.freeze([10]),
  rolloverHour: DEFAULT_ROLLOVER_HOUR,
  fuzz: true,
  loadBalancing: true,
  easyDays: Object.freeze(Array.from({ length: 7 }, () => 'normal' as const)),
  newPerDay: 20,
  reviewsPerDay: 200,
  todayOnly: Object.freeze({ day: 0, new: 0, reviews: 0 }),
  learnAheadMinutes: 20,
  reviewOrder: 'relative-overdueness',
  newOrder: 'course',
  mix: 'mixed',
  burySiblings: true,
  leechThreshold: 8,
  leechAction: 'tag',
  reviewQuestions: true,
});

/** A learner's choices with the defaults for the rest. Throws a `RangeError` that says why one is refused. */
export function parseOptions(chosen: Partial<SchedulerOptions> = {}): SchedulerOptions {
  const options = { ...DEFAULT_OPTIONS, ...chosen };
  const problem = findOptionsProblem(options);
  if (problem !== undefined) throw new RangeError(problem);
  return options;
}

/** One sentence that says which option cannot be used and why, or `undefined` if all can. */
export function findOptionsProblem(options: SchedulerOptions): string | undefined {
  return (
    findWeightsProblem(options.weights) ??
    outside('Desired retention', options.desiredRetention, 0.7, 0.97) ??
    outsideWhole('The maximum interval in days', options.maximumIntervalDays, 1, 36_500) ??
    findStepsProblem('Learning steps', options.learningSteps) ??
    findStepsProblem('Relearning steps', options.relearningSteps) ??
    outsideWhole('The hour at which a day begins', options.rolloverHour, 0, 23) ??
    notBoolean('Fuzz', options.fuzz) ??
    notBoolean('Load balancing', options.loadBalancing) ??
    findEasyDaysProblem(options.easyDays) ??
    outsideWhole('New cards per day', options.newPerDay, 0, 9999) ??
    outsideWhole('Reviews per day', options.reviewsPerDay, 0, 9999) ??
    outsideWhole('The day with more cards', options.todayOnly.day, -MANY_DAYS, MANY_DAYS) ??
    outsideWhole('More new cards today', options.todayOnly.new, 0, 9999) ??
    outsideWhole('More reviews today', options.todayOnly.reviews, 0, 9999) ??
    outside('Minutes to learn ahead', options.learnAheadMinutes, 0, 1439) ??
    unlisted('The order of reviews', options.reviewOrder, REVIEW_ORDERS) ??
    unlisted('The order of new cards', options.newOrder, NEW_ORDERS) ??
    unlisted('The mix', options.mix, MIXES) ??
    notBoolean('Burying siblings', options.burySiblings) ??
    outsideWhole('The lapses of a leech', options.leechThreshold, 1, 99) ??
    unlisted('What happens to leeches', options.leechAction, LEECH_ACTIONS) ??
    notBoolean('Questions in the review', options.reviewQuestions)
  );
}

const MANY_DAYS = 1e8;

// A stored setting can hold any JSON, so that types are checked along with the limits.

function outside(name: string, value: unknown, least: number, most: number): string | undefined {
  if (typeof value === 'number' && value >= least && value <= most) return undefined;
  return `${name} must be from ${least} to ${most}, but it is ${String(value)}.`;
}

function outsideWhole(name: string, value: unknown, least: number, most: number): string | undefined {
  if (Number.isInteger(value)) return outside(name, value, least, most);
  return `${name} must be a whole number, but it is ${String(value)}.`;
}

function notBoolean(name: string, value: unknown): string | undefined {
  return typeof value === 'boolean' ? undefined : `${name} must be on or off, but it is ${String(value)}.`;
}

function unlisted(name: string, value: unknown, listed: readonly unknown[]): string | undefined {
  if (listed.includes(value)) return undefined;
  return `${name} must be one of ${listed.join(', ')}, but it is ${String(value)}.`;
}

function findEasyDaysProblem(days: readonly unknown[]): string | undefined {
  if (days.length !== 7) return `Easy days must be seven, but there are ${days.length}.`;
  return days.map((day) => unlisted('An easy day', day, EASY_DAYS)).find((problem) => problem !== undefined);
}

function findStepsProblem(name: string, steps: readonly unknown[]): string | undefined {
  const good = steps.every((step, index) => {
    const before = steps[index - 1] ?? 1;
    return Number.isInteger(step) && Number(step) >= Number(before) && Number(step) < 1440;
  });
  if (good) return undefined;
  return `${name} must be whole minutes from 1 to 1439, none shorter than the one before, but they are ${steps.join(', ')}.`;
}
