import { learnerDay } from './day.ts';
import type { Memories } from './fold.ts';
import type { SchedulerOptions } from './options.ts';

/** What was done of a learner's day's limits, and how much they still allow. */
export interface Allowance {
  /** Cards seen for the first time; questions have no such limit. */
  readonly freshDone: number;
  /** Items that came back after days and were answered. */
  readonly reviewsDone: number;
  /** New cards, unless {@link Allowance.total} is less. */
  readonly fresh: number;
  /** Reviews and new cards together. */
  readonly total: number;
}

/** Counts what was answered on a learner's day against its limits, with that day's extension. */
export function measureAllowance(memories: Memories, options: SchedulerOptions, today: number): Allowance {
  const { rolloverHour, newPerDay, reviewsPerDay, todayOnly } = options;
  const more = todayOnly.day === today ? todayOnly : { new: 0, reviews: 0 };
  let freshDone = 0;
  let reviewsDone = 0;
  for (const { isQuestion, firstReview, reviewedDay } of memories.values()) {
    if (reviewedDay === today) reviewsDone += 1;
    if (!isQuestion && learnerDay(firstReview, rolloverHour) === today) freshDone += 1;
  }
  return {
    freshDone,
    reviewsDone,
    fresh: Math.max(0, newPerDay + more.new - freshDone),
    total: Math.max(0, reviewsPerDay + more.reviews + more.new - reviewsDone - freshDone),
  };
}
