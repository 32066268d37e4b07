import type { CardReviewed, LearnerEvent } from '../format/event.ts';
import type { CardId, EventId } from '../format/id.ts';
import { createFsrs } from './fsrs.ts';
import { type CardMemory, foldCard } from './memory.ts';
import { parseOptions, type SchedulerOptions } from './options.ts';
import { collectUndos } from './undo.ts';

/** What is known of every card that has a review that counts. */
export type Memories = ReadonlyMap<CardId, CardMemory>;

/** Folds a log, in canonical order (`at`, then `id`). Events of types it does not know are passed over. */
export function foldEvents(
  events: readonly LearnerEvent[],
  chosen: Partial<SchedulerOptions> = {},
): Memories {
  return refold(new Map(), events, () => true, chosen);
}

/**
 * The memories after one more event: only the card that it concerns is folded again, in a new map.
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
  const cards = findCards(added, log);
  if (cards.size === 0) return memories;
  return refold(memories, log, (card) => cards.has(card), chosen);
}

function refold(
  memories: Memories,
  events: readonly LearnerEvent[],
  concerns: (card: CardId) => boolean,
  chosen: Partial<SchedulerOptions>,
): Memories {
  const options = parseOptions(chosen);
  const fsrs = createFsrs(options);
  const undos = collectUndos(events);
  const histories = new Map<CardId, CardReviewed[]>();
  for (const event of events) {
    if (event.type !== 'card.reviewed' || !concerns(event.card)) continue;
    const history = histories.get(event.card) ?? [];
    histories.set(event.card, history);
    if (!undos.isUndone(event.id)) history.push(event);
  }
  const next = new Map(memories);
  for (const [card, history] of histories) {
    const memory = foldCard(history, fsrs, options);
    if (memory) next.set(card, memory);
    else next.delete(card);
  }
  return next;
}

/** The cards whose reviews these events are or, over any number of undos, take back or restore. */
function findCards(added: readonly LearnerEvent[], log: readonly LearnerEvent[]): ReadonlySet<CardId> {
  const cards = new Set<CardId>();
  const reviews = new Set<EventId>();
  const undos = added.some(({ type }) => type === 'review.undone') ? collectUndos(log) : undefined;
  for (const event of added) {
    if (event.type === 'card.reviewed') cards.add(event.card);
    else if (event.type === 'review.undone' && undos) reviews.add(undos.resolve(event.id));
  }
  if (reviews.size === 0) return cards;
  for (const event of log) if (event.type === 'card.reviewed' && reviews.has(event.id)) cards.add(event.card);
  return cards;
}
