import type { EventDraft, Instant } from '../../format/event.ts';
import type { ItemId } from '../../format/id.ts';
import type { CardMemory } from '../../scheduler/index.ts';

/** What a learner can do to an item instead of answering it; `dueDay` is a learner's day, in days since 1970. */
export type Handling = 'suspend' | 'bury' | 'reset' | { readonly dueDay: number };

/** The event that does it, or `undefined` where it would do nothing: a new item has no memory to start anew. */
export function draftHandling(
  handling: Handling,
  item: ItemId,
  memory: CardMemory | undefined,
  now: Instant,
  today: number,
): EventDraft | undefined {
  if (handling === 'suspend') return { ...now, type: 'card.suspended', item };
  if (handling === 'bury') return { ...now, type: 'card.buried', item, untilDay: today + 1 };
  if (!memory) return undefined;
  if (handling === 'reset') return { ...now, type: 'card.reset', item };
  return { ...now, type: 'due.set', item, dueDay: handling.dueDay };
}
