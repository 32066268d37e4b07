import type { LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';

/** The canonical order of a log: by time, then by id as plain text. */
export function compareEvents(a: LearnerEvent, b: LearnerEvent): number {
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
}

/** An empty timeline. */
export function createTimeline(): Timeline {
  const ids = new Set<EventId>();
  const items: LearnerEvent[] = [];
  let snapshot: readonly LearnerEvent[] | undefined = [];
  return {
    has: (id) => ids.has(id),
    add(events) {
      const fresh: LearnerEvent[] = [];
      for (const event of events) {
        if (ids.has(event.id)) continue;
        ids.add(event.id);
        fresh.push(event);
      }
      fresh.sort(compareEvents);
      const [first] = fresh;
      if (first === undefined) return fresh;
      weave(items, fresh, positionOf(items, first));
      snapshot = undefined;
      return fresh;
    },
    events() {
      snapshot ??= items.slice();
      return snapshot;
    },
  };
}

/** Merges sorted `fresh` into sorted `items`, touching nothing before `from`. */
function weave(items: LearnerEvent[], fresh: readonly LearnerEvent[], from: number): void {
  const later = items.splice(from);
  let next = 0;
  for (const event of fresh) {
    for (let old = later[next]; old !== undefined && compareEvents(old, event) < 0; old = later[next]) {
      items.push(old);
      next += 1;
    }
    items.push(event);
  }
  for (; next < later.length; next += 1) items.push(later[next] as LearnerEvent);
}

function positionOf(items: readonly LearnerEvent[], event: LearnerEvent): number {
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
