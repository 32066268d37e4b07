import type { ManifestItem } from '../format/deck.ts';
import type { EventDraft, Instant, LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';
import { learnerDay } from './day.ts';
import { foldLog, type Schedule } from './fold.ts';
import { isHeld } from './hold.ts';
import { isBefore } from './place.ts';

/** What a change of settings would do to due dates. */
export interface Shift {
  /** Items with another due day, of which so many come earlier or later. */
  readonly moved: number;
  readonly earlier: number;
  readonly later: number;
  /** Items due by the end of this learner's day, without the limits. */
  readonly dueTodayBefore: number;
  readonly dueTodayAfter: number;
}

/** What a preview is made from. */
export interface ShiftInput {
  readonly schedule: Schedule;
  /** The log that the schedule is the fold of. */
  readonly events: readonly LearnerEvent[];
  /** The events that would be appended: `settings.changed`, then `parameters.changed` for a rescheduling reason. */
  readonly drafts: readonly EventDraft[];
  readonly deck: readonly ManifestItem[];
  readonly now: Instant;
}

/** What appending these events would do to the due dates of a deck: just what it does. */
export function previewReschedule({ schedule, events, drafts, deck, now }: ShiftInput): Shift {
  const log = [...events];
  for (const [index, draft] of drafts.entries()) {
    // Ids of the log begin with the time in base 36: this one stands last at its moment.
    const event = { ...draft, id: `~${String(index).padStart(4, '0')}` as EventId } as LearnerEvent;
    let place = log.length;
    while (place > 0 && isBefore(event, log[place - 1] as LearnerEvent)) place -= 1;
    log.splice(place, 0, event);
  }
  const after = foldLog(log, now, schedule.trace.defaults);
  const today = learnerDay(now, schedule.options.rolloverHour);
  let [earlier, later, dueTodayBefore, dueTodayAfter] = [0, 0, 0, 0];
  for (const { id } of deck) {
    const from = schedule.memories.get(id);
    const to = after.memories.get(id);
    if (!from || !to) continue;
    if (to.dueDay < from.dueDay) earlier += 1;
    if (to.dueDay > from.dueDay) later += 1;
    if (isHeld(schedule.holds.get(id), today)) continue;
    if (from.dueDay <= today) dueTodayBefore += 1;
    if (to.dueDay <= today) dueTodayAfter += 1;
  }
  return { moved: earlier + later, earlier, later, dueTodayBefore, dueTodayAfter };
}
