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
  /** Adds lists, each as {@link arrange} gives it, as `add` does; cheapest if each begins after the one before it ends. */
  addLists(lists: readonly (readonly LearnerEvent[])[]): readonly LearnerEvent[];
  /** Every event in order; the same frozen-in-time array until something is added. */
  events(): readonly LearnerEvent[];
  clear(): void;
}

/** An empty timeline. Ids carry their time, so that order alone finds an event and no index is kept. */
export function createTimeline(): Timeline {
  const items: LearnerEvent[] = [];
  let snapshot: readonly LearnerEvent[] | undefined = [];

  function addList(list: readonly LearnerEvent[]): readonly LearnerEvent[] {
    const [first] = list;
    if (first === undefined) return list;
    const last = items.at(-1);
    const isLater = last === undefined || compareEvents(last, first) < 0;
    if (!isLater) return weave(items, list, positionOf(items, first));
    for (const event of list) items.push(event);
    return list;
  }

  const timeline: Timeline = {
    has: (id) => items[positionOf(items, { at: timeOfEventId(id), id })]?.id === id,
    add: (events) => timeline.addLists([arrange(events)]),
    addLists(lists) {
      const before = items.length;
      const added = lists.map(addList);
      if (items.length > before) snapshot = undefined;
      return before === 0 ? timeline.events() : arrange(added.flat());
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

/** The events in canonical order, each once: the same array if they are so already. */
export function arrange(events: readonly LearnerEvent[]): readonly LearnerEvent[] {
  if (isAscending(events)) return events;
  const sorted = events.toSorted(compareEvents);
  return sorted.filter(({ id }, index) => sorted[index - 1]?.id !== id);
}

// By index: an iterator over all that was ever packed is noticed when a log is opened.
function isAscending(events: readonly LearnerEvent[]): boolean {
  let last = events[0];
  for (let index = 1; index < events.length; index += 1) {
    const event = events[index];
    if (last === undefined || event === undefined || compareEvents(last, event) >= 0) return false;
    last = event;
  }
  return true;
}

type Place = Pick<LearnerEvent, 'at' | 'id'>;
