import type { Instant, LearnerEvent, WritableEvent } from '../format/event.ts';
import { DAY } from './day.ts';
import { collectUndos } from './undo.ts';

/** What kinds of acts there are: those on cards and questions, and those on settings. */
export type ActKind = 'items' | 'settings';

/**
 * The newest act of a learner in the 24 hours before `now` that was not taken back, as its events; a `review.undone`
 * for each takes it back. Events of one moment and one writer, such as suspending many cards, are one act. Empty if
 * there is none.
 */
export function findLastAct(
  events: readonly LearnerEvent[],
  now: Instant,
  kind: ActKind = 'items',
): readonly WritableEvent[] {
  // Undos stand after what they undo, but for clocks that were set: a log of years is not walked for the last day's.
  const undos = collectUndos(events.slice(findStart(events, now.at - UNDO_HORIZON)));
  const act: WritableEvent[] = [];
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index] as LearnerEvent;
    const [first] = act;
    if (event.at <= now.at - HORIZON || (first && event.at !== first.at)) break;
    if (event.at > now.at + DAY || !isAct(event, kind) || undos.isUndone(event.id)) continue;
    if (!first || writerOf(event) === writerOf(first)) act.push(event);
  }
  return act.reverse();
}

const HORIZON = DAY;
const UNDO_HORIZON = 7 * DAY;

/** The index of the first event after a moment. */
function findStart(events: readonly LearnerEvent[], at: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as LearnerEvent).at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isAct(event: LearnerEvent, kind: ActKind): event is WritableEvent {
  return KIND_OF.get(event.type) === kind;
}

const KIND_OF: ReadonlyMap<LearnerEvent['type'], ActKind> = new Map<LearnerEvent['type'], ActKind>([
  ['card.reviewed', 'items'],
  ['question.answered', 'items'],
  ['card.suspended', 'items'],
  ['card.unsuspended', 'items'],
  ['card.buried', 'items'],
  ['card.unburied', 'items'],
  ['card.reset', 'items'],
  ['due.set', 'items'],
  ['settings.changed', 'settings'],
  ['parameters.changed', 'settings'],
]);

function writerOf({ id }: WritableEvent): string | undefined {
  return id.split('-')[1];
}
