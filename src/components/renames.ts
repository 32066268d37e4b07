import type { IdHistory } from '../format/deck.ts';
import type { LearnerEvent } from '../format/event.ts';
import type { CardId, ItemId, QuestionId } from '../format/id.ts';
import { itemOf } from '../scheduler/index.ts';

/**
 * Reads a log under the ids of today: whatever was done to an item that was renamed since counts for the new id. The
 * log itself keeps what was written. Events keep their place; an array without old ids is returned as it is.
 */
export function applyRenames(
  events: readonly LearnerEvent[],
  { renamed }: Pick<IdHistory, 'renamed'>,
): readonly LearnerEvent[] {
  return createRenamer({ renamed })(events);
}

/** {@link applyRenames} for one log, whole, again and again: what was read before is not read again. */
export function createRenamer({
  renamed,
}: Pick<IdHistory, 'renamed'>): (events: readonly LearnerEvent[]) => readonly LearnerEvent[] {
  const names = new Map<string, ItemId>(Object.entries(renamed));
  let last:
    | { readonly events: readonly LearnerEvent[]; readonly result: readonly LearnerEvent[] }
    | undefined;
  const rename = (event: LearnerEvent): LearnerEvent => {
    const name = names.get(itemOf(event) ?? '');
    return name === undefined ? event : withItem(event, name);
  };
  return (events) => {
    if (names.size === 0) return events;
    if (last?.events === events) return last.result;
    // A log only grows between two readings, so that one event in its place says that all before it are in theirs.
    const count = last?.events.length ?? 0;
    const isLonger = last !== undefined && count > 0 && events[count - 1] === last.events[count - 1];
    const tail = isLonger ? events.slice(count) : events;
    const renamedTail = tail.map(rename);
    const isSame =
      (!isLonger || last?.result === last?.events) && renamedTail.every((event, at) => event === tail[at]);
    const result = isSame ? events : isLonger && last ? [...last.result, ...renamedTail] : renamedTail;
    last = { events, result };
    return result;
  };
}

function withItem(event: LearnerEvent, name: ItemId): LearnerEvent {
  if (event.type === 'card.reviewed') return { ...event, card: name as CardId };
  if (event.type === 'question.answered') return { ...event, question: name as QuestionId };
  return { ...event, item: name } as LearnerEvent;
}
