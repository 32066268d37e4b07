import type { Instant } from '../format/event.ts';
import { DEFAULT_OPTIONS, learnerDay, type Memories, startOfDay } from '../scheduler/index.ts';

/** How many cards will be due by the end of the learner's next day and are not due today. */
export function countDueTomorrow(memories: Memories, now: Instant): number {
  const { rolloverHour } = DEFAULT_OPTIONS;
  const day = learnerDay(now, rolloverHour);
  const from = startOfDay(day + 1, now.offsetMinutes, rolloverHour);
  const to = startOfDay(day + 2, now.offsetMinutes, rolloverHour);
  return [...memories.values()].filter(({ dueAt }) => dueAt >= from && dueAt < to).length;
}
