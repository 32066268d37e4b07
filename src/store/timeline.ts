import type { LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';
import { timeOfEventId } from './event-id.ts';

/** The canonical order of a log: by time, then by id as plain text. */
export function compareEvents(a: Place, b: Place): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** A growing set of events, always in canonical order. */
export interface Timeline {
  has(id: EventId): boolean;
  /** Adds the events whose ids are new and returns just those, in order; costs only what lies after them. */
  add(events: readonly LearnerEvent[]): readonly LearnerEvent[];
  /** Adds several lists as `add` does; cheapest if each begins after the one before it ends. */
  addLists(lists: readonly (readonly LearnerEvent[])[]): readonly LearnerEvent[];
  /** Every event in order; the same frozen-in-time array until something is added. */
  events(): readonly LearnerEvent[];
  clear(): void;
}

/** An empty timeline. Ids carry their time, so that order alone finds an event and no index is kept. */
export function createTimeline(): Timeline {
  const items: LearnerEvent[] = [];
  let snapshot: readonly LearnerEvent[] | undefined = [];
  const timeline: Timeline = {
    has: (id) => items[positionOf(items, { at: timeOfEventId(id), id })]?.id === id,
    add(events) {
      const sorted = sortEvents(events);
      const [first] = sorted;
      if (first === undefined) return sorted;
      const last = items.at(-1);
      const isLater = last === undefined || compareEvents(last, first) < 0;
      const fresh = isLater ? append(items, sorted) : weave(items, sorted, positionOf(items, first));
      if (fresh.length > 0) snapshot = undefined;
      return fresh;
    },
    addLists(lists) {
      const found = lists.map(timeline.add).filter(({ length }) => length > 0);
      const isOrdered = found.every((list, index) => index === 0 || isBefore(found[index - 1], list));
      return isOrdered ? found.flat() : found.flat().toSorted(compareEvents);
    },
    events() {
      snapshot ??= items.slice();
      return snapshot;
    },
    clear() {
      items.length = 0;
      snapshot = undefined;
    },
  };
  return timeline;
}

/** Adds sorted `added`, all of it later than `items`; returns it without what stands in it twice. */
function append(items: LearnerEvent[], added: readonly LearnerEvent[]): readonly LearnerEvent[] {
  const before = items.length;
  let last: LearnerEvent | undefined;
  for (const event of added) {
    if (last === undefined || last.at !== event.at || last.id !== event.id) items.push(event);
    last = event;
  }
  return items.length - before === added.length ? added : items.slice(before);
}

/** Merges sorted `added` into sorted `items`, touching nothing before `from`; returns what was not there yet. */
function weave(items: LearnerEvent[], added: readonly LearnerEvent[], from: number): LearnerEvent[] {
  const later = from < items.length ? items.splice(from) : [];
  const fresh: LearnerEvent[] = [];
  let next = 0;
  for (const event of added) {
    for (let old = later[next]; old !== undefined && compareEvents(old, event) <= 0; old = later[next]) {
      items.push(old);
      next += 1;
    }
    if (items.at(-1)?.id === event.id) continue;
    items.push(event);
    fresh.push(event);
  }
  for (; next < later.length; next += 1) items.push(later[next] as LearnerEvent);
  return fresh;
}

/** The place of the first event in canonical order that is not before this moment and id. */
export function positionOf(items: readonly LearnerEvent[], event: Place): number {
  let low = 0;
  let high = items.length;
  const last = items.at(-1);
  if (last === undefined || compareEvents(last, event) < 0) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = items[middle];
    if (candidate !== undefined && compareEvents(candidate, event) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The events in canonical order: the same array if they are already. */
export function sortEvents(events: readonly LearnerEvent[]): readonly LearnerEvent[] {
  return isSorted(events) ? events : events.toSorted(compareEvents);
}

function isSorted(events: readonly LearnerEvent[]): boolean {
  let last = events[0];
  for (const event of events) {
    if (last !== undefined && compareEvents(last, event) > 0) return false;
    last = event;
  }
  return true;
}

function isBefore(a: readonly LearnerEvent[] | undefined, b: readonly LearnerEvent[]): boolean {
  const [last, first] = [a?.at(-1), b[0]];
  return last !== undefined && first !== undefined && compareEvents(last, first) < 0;
}

type Place = Pick<LearnerEvent, 'at' | 'id'>;
