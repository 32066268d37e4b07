import type { EventId } from '../format/id.ts';
import { keyOfEventId } from './event-id.ts';

/** What one side of the store is known to hold, and what it ought to hold and does not. */
export interface Ledger {
  /** Every key seen on this side, readable or not. */
  keys(): ReadonlySet<string>;
  holds(id: EventId): boolean;
  /** Notes that `key` exists, and the event that it holds if it is readable. */
  note(key: string, id?: EventId): void;
  /** Keys to try for an event, best first: none is known to hold something else, so nothing is overwritten. */
  candidates(id: EventId): readonly string[];
  /** Records that this side has failed to take so far. */
  readonly short: Map<EventId, string>;
}

/** A ledger that knows of nothing. */
export function createLedger(): Ledger {
  const keys = new Set<string>();
  const ids = new Set<EventId>();
  const short = new Map<EventId, string>();
  return {
    keys: () => keys,
    holds: (id) => ids.has(id),
    note(key, id) {
      keys.add(key);
      if (id === undefined) return;
      ids.add(id);
      short.delete(id);
    },
    candidates(id) {
      const own = keyOfEventId(id);
      const found: string[] = [];
      for (let n = 0; found.length < MAX_CANDIDATES; n += 1) {
        const key = n === 0 ? own : `${own}~${n}`;
        if (!keys.has(key)) found.push(key);
      }
      return found;
    },
    short,
  };
}

const MAX_CANDIDATES = 4;
