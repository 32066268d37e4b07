import type { EventDraft, Instant } from '../../format/event.ts';
import type { ItemId } from '../../format/id.ts';
import { learnerDay, type Schedule } from '../../scheduler/index.ts';
import type { Study } from '../study.ts';

/** What can be done to cards without answering them; `dueDay` is a learner's day, in days since 1970. */
export type CardAct = 'suspend' | 'unsuspend' | 'bury' | 'unbury' | 'reset' | { readonly dueDay: number };

/** Does something to all of the items for which it makes a difference, as one act; says to how many. */
export function actOnCards(study: Study, items: readonly ItemId[], act: CardAct): number {
  const now = study.now();
  const schedule = study.schedule.peek();
  const drafts = items.flatMap((item) => draftAct(act, item, schedule, now) ?? []);
  if (drafts.length > 0) study.log.appendAll(drafts);
  return drafts.length;
}

/** The event that does it, or `undefined` where it would change nothing. */
function draftAct(
  act: CardAct,
  item: ItemId,
  { memories, holds, options }: Schedule,
  now: Instant,
): EventDraft | undefined {
  const hold = holds.get(item);
  if (typeof act === 'object')
    return memories.has(item) ? { ...now, type: 'due.set', item, dueDay: act.dueDay } : undefined;
  switch (act) {
    case 'suspend':
      return hold?.suspended ? undefined : { ...now, type: 'card.suspended', item };
    case 'unsuspend':
      return hold?.suspended ? { ...now, type: 'card.unsuspended', item } : undefined;
    case 'bury':
      return { ...now, type: 'card.buried', item, untilDay: learnerDay(now, options.rolloverHour) + 1 };
    case 'unbury':
      return hold?.buriedUntilDay === undefined ? undefined : { ...now, type: 'card.unburied', item };
    case 'reset':
      return memories.has(item) ? { ...now, type: 'card.reset', item } : undefined;
  }
}
