import type { LearnerEvent } from '../format/event.ts';
import type { ItemId } from '../format/id.ts';
import { type ItemEvent, itemOf } from './answer.ts';
import { collectUndos } from './undo.ts';

/**
 * Everything that was done to an item and not taken back, in the order of the log: answers, also those out of turn
 * and before a reset, resets, holds and chosen days.
 */
export function historyOf(events: readonly LearnerEvent[], item: ItemId): readonly ItemEvent[] {
  const undos = collectUndos(events);
  return events.filter((event): event is ItemEvent => itemOf(event) === item && !undos.isUndone(event.id));
}
