import type { Instant } from '../format/event.ts';
import type { ItemId } from '../format/id.ts';
import { learnerDay } from './day.ts';
import type { Schedule } from './fold.ts';
import { isHeld } from './hold.ts';
import type { Phase } from './steps.ts';

/** What a learner can be told of an item in one word; whether it is a leech is apart. */
export type StateName = 'new' | Phase | 'suspended' | 'buried';

/** The state of an item at `now`; suspended goes before buried, both before what its memory says. */
export function stateOf(schedule: Schedule, item: ItemId, now: Instant): StateName {
  const hold = schedule.holds.get(item);
  if (hold?.suspended) return 'suspended';
  if (isHeld(hold, learnerDay(now, schedule.options.rolloverHour))) return 'buried';
  return schedule.memories.get(item)?.phase ?? 'new';
}
