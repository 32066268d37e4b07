import type { IdHistory } from '../format/deck.ts';
import type { LearnerEvent } from '../format/event.ts';
import type { CardId, QuestionId } from '../format/id.ts';
import { itemOf } from '../scheduler/index.ts';

/**
 * Reads a log under the ids of today: whatever was done to an item that was renamed since counts for the new id. The log
 * itself keeps what was written. Events keep their place; an array without old ids is returned as it is.
 */
export function applyRenames(
  events: readonly LearnerEvent[],
  { renamed }: Pick<IdHistory, 'renamed'>,
): readonly LearnerEvent[] {
  const names = new Map(Object.entries(renamed));
  if (names.size === 0) return events;
  return events.map((event) => {
    const name = names.get(itemOf(event) ?? '');
    if (name === undefined) return event;
    if (event.type === 'card.reviewed') return { ...event, card: name as CardId };
    if (event.type === 'question.answered') return { ...event, question: name as QuestionId };
    return { ...event, item: name } as LearnerEvent;
  });
}
