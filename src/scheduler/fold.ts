import type { LearnerEvent } from '../format/event.ts';
import type { EventId, ItemId } from '../format/id.ts';
import { type Answer, asAnswer, itemOf } from './answer.ts';
import { createFsrs } from './fsrs.ts';
import { type CardMemory, foldItem } from './memory.ts';
import { parseOptions, type SchedulerOptions } from './options.ts';
import { collectUndos } from './undo.ts';

/** What is known of every item that has an answer that counts. */
export type Memories = ReadonlyMap<ItemId, CardMemory>;

/** Folds a log, in canonical order (`at`, then `id`). Events of types it does not know are passed over. */
export function foldEvents(
  events: readonly LearnerEvent[],
  chosen: Partial<SchedulerOptions> = {},
): Memories {
  return refold(new Map(), events, () => true, chosen);
}

/**
 * The memories after one more event: only the item that it concerns is folded again, in a new map.
 * `log` is the whole log in canonical order with the event in it, wherever it stands there.
 */
export function applyEvent(
  memories: Memories,
  event: LearnerEvent,
  log: readonly LearnerEvent[],
  chosen: Partial<SchedulerOptions> = {},
): Memories {
  return applyEvents(memories, [event], log, chosen);
}

/** {@link applyEvent} for several, with one walk through the log. */
export function applyEvents(
  memories: Memories,
  added: readonly LearnerEvent[],
  log: readonly LearnerEvent[],
  chosen: Partial<SchedulerOptions> = {},
): Memories {
  const items = findItems(added, log);
  if (items.size === 0) return memories;
  return refold(memories, log, (item) => items.has(item), chosen);
}

function refold(
  memories: Memories,
  events: readonly LearnerEvent[],
  concerns: (item: ItemId) => boolean,
  chosen: Partial<SchedulerOptions>,
): Memories {
  const options = parseOptions(chosen);
  const fsrs = createFsrs(options);
  const undos = collectUndos(events);
  const histories = new Map<ItemId, Answer[]>();
  for (const event of events) {
    const answer = asAnswer(event);
    if (answer === undefined) continue;
    const item = itemOf(answer);
    if (!concerns(item)) continue;
    const history = histories.get(item) ?? [];
    histories.set(item, history);
    if (!undos.isUndone(event.id)) history.push(answer);
  }
  const next = new Map(memories);
  for (const [item, history] of histories) {
    const memory = foldItem(history, fsrs, options);
    if (memory) next.set(item, memory);
    else next.delete(item);
  }
  return next;
}

/** The items whose answers these events are or, over any number of undos, take back or restore. */
function findItems(added: readonly LearnerEvent[], log: readonly LearnerEvent[]): ReadonlySet<ItemId> {
  const items = new Set<ItemId>();
  const reviews = new Set<EventId>();
  const undos = added.some(({ type }) => type === 'review.undone') ? collectUndos(log) : undefined;
  for (const event of added) {
    const answer = asAnswer(event);
    if (answer) items.add(itemOf(answer));
    else if (event.type === 'review.undone' && undos) reviews.add(undos.resolve(event.id));
  }
  if (reviews.size === 0) return items;
  for (const event of log) {
    const answer = asAnswer(event);
    if (answer && reviews.has(answer.id)) items.add(itemOf(answer));
  }
  return items;
}
