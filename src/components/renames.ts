import type { IdHistory } from '../format/deck.ts';
import type { LearnerEvent } from '../format/event.ts';
import type { CardId, QuestionId } from '../format/id.ts';

/**
 * Reads a log under the ids of today: an answer to an item that was renamed since counts for the new id. The log
 * itself keeps what was written. Answers keep their place; an array without old ids is returned as it is.
 */
export function applyRenames(
  events: readonly LearnerEvent[],
  { renamed }: Pick<IdHistory, 'renamed'>,
): readonly LearnerEvent[] {
  const names = new Map(Object.entries(renamed));
  if (names.size === 0) return events;
  return events.map((event) => {
    if (event.type === 'card.reviewed') {
      const card = names.get(event.card);
      return card === undefined ? event : { ...event, card: card as CardId };
    }
    if (event.type === 'question.answered') {
      const question = names.get(event.question);
      return question === undefined ? event : { ...event, question: question as QuestionId };
    }
    return event;
  });
}
