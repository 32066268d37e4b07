import type { EasyDay } from '../format/settings.ts';
import type { Schedule } from './fold.ts';

/** How many items are due on each learner's day; counted once per schedule. Suspended ones are left out. */
export function countLoad(schedule: Schedule): ReadonlyMap<number, number> {
  const known = LOADS.get(schedule);
  if (known) return known;
  const load = new Map<number, number>();
  for (const { item, phase, dueDay } of schedule.memories.values()) {
    if (phase !== 'review' || schedule.holds.get(item)?.suspended) continue;
    load.set(dueDay, (load.get(dueDay) ?? 0) + 1);
  }
  LOADS.set(schedule, load);
  return load;
}

const LOADS = new WeakMap<Schedule, ReadonlyMap<number, number>>();

/**
 * Weight of a day so many days ahead, after Anki's load balancer: the square of one part in so many items, less the
 * longer the interval, less on easy days, and next to nothing on the day of a sibling.
 */
export function weighDay(
  day: number,
  interval: number,
  due: number,
  easyDays: readonly EasyDay[],
  siblingDays: readonly number[],
): number {
  const byLoad = due <= 0 ? 1 : 1 / due ** 2 / interval;
  const easy = EASY_WEIGHTS[easyDays[weekdayOf(day)] ?? 'normal'];
  let sibling = 1;
  for (const other of siblingDays) {
    const distance = Math.abs(day - other);
    sibling = Math.min(sibling, distance === 0 ? 1e-6 : 0.2 * distance);
  }
  return byLoad * easy * sibling;
}

const EASY_WEIGHTS = { normal: 1, reduced: 0.5, minimum: 0.0001 } satisfies Record<EasyDay, number>;

/** Day of the week of a learner's day, Monday being 0; day 0, 1970-01-01, was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
