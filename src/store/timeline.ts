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
  /** Every event in order; the same frozen-in-time array until something is added. */
  events(): readonly LearnerEvent[];
  clear(): void;
}

/** An empty timeline. Ids carry their time, so that order alone finds an event and no index is kept. */
export function createTimeline(): Timeline {
  const items: LearnerEvent[] = [];
  let snapshot: readonly LearnerEvent[] | undefined = [];
  return {
    has: (id) => items[positionOf(items, { at: timeOfEventId(id), id })]?.id === id,
    add(events) {
      const sorted = sortEvents(events);
      const [first] = sorted;
      if (first === undefined) return sorted;
      const fresh = weave(items, sorted, positionOf(items, first));
      if (fresh.length > 0) snapshot = undefined;
      return fresh;
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
  return events.every((event, index) => index === 0 || compareEvents(events[index - 1] ?? event, event) <= 0);
}

type Place = Pick<LearnerEvent, 'at' | 'id'>;
