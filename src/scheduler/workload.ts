import type { Schedule } from './fold.ts';
import { createFsrs } from './fsrs.ts';
import { parseOptions, type SchedulerOptions } from './options.ts';

/**
 * Reviews a day that the cards learnt so far ask for in the long run: the sum of 1 / interval over the cards that wait
 * for days, each with the interval in days that its stability gets by `chosen` options. Suspended cards ask for none.
 */
export function estimateReviewsPerDay(
  { memories, holds, options }: Pick<Schedule, 'memories' | 'holds' | 'options'>,
  chosen: Partial<SchedulerOptions> = {},
): number {
  const fsrs = createFsrs(parseOptions({ ...options, ...chosen }));
  let reviews = 0;
  for (const { item, phase, stability } of memories.values()) {
    if (phase === 'review' && !holds.get(item)?.suspended) reviews += 1 / fsrs.intervalDays(stability);
  }
  return reviews;
}
