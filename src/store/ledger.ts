import type { LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';
import type { Carrier } from './carrier.ts';
import { CHUNK_KEY_PREFIX } from './chunk.ts';
import { positionOf } from './timeline.ts';

/** What one side of the store is known to hold, and what it ought to hold and does not. */
export interface Ledger {
  /** Every key seen on this side, readable or not. */
  keys(): ReadonlySet<string>;
  /** Whether every event of a carrier stands on this side, under whatever key. */
  holds(carrier: Pick<Carrier, 'key' | 'events'>): boolean;
  /** Notes that `key` exists, and the events that can be read from it, in canonical order. */
  note(key: string, events?: readonly LearnerEvent[]): void;
  /** Notes that keys are gone. */
  forget(keys: Iterable<string>): void;
  /** Keys to try for a carrier, best first: none is known to hold something else, so nothing is overwritten. */
  candidates(key: string): readonly string[];
  /** The events that stand alone, with their keys. */
  singles(): ReadonlyMap<string, LearnerEvent>;
  /** The chunks with what can be read from each. */
  chunks(): ReadonlyMap<string, readonly LearnerEvent[]>;
  /** What this side has failed to take so far, by name. */
  readonly short: Map<string, Carrier>;
  /** What is noted will be erased: until `clear` nothing counts as held. */
  distrust(): void;
  /** Back to knowing of nothing. */
  clear(): void;
  /** How often it was cleared: what a write learns about an earlier generation is not noted. */
  generation(): number;
}

/** A ledger that knows of nothing. */
export function createLedger(): Ledger {
  const keys = new Set<string>();
  const singles = new Map<string, LearnerEvent>();
  const singleIds = new Set<EventId>();
  const chunks = new Map<string, readonly LearnerEvent[]>();
  const short = new Map<string, Carrier>();
  let generation = 0;
  let isDistrusted = false;

  // Found by order alone: an index of every packed id would cost more than opening the log.
  function holdsEvent(event: LearnerEvent): boolean {
    if (singleIds.has(event.id)) return true;
    for (const events of chunks.values()) if (events[positionOf(events, event)]?.id === event.id) return true;
    return false;
  }

  return {
    keys: () => keys,
    holds({ key, events }) {
      if (isDistrusted) return false;
      return chunks.get(key)?.length === events.length || events.every(holdsEvent);
    },
    note(key, events = []) {
      keys.add(key);
      if (key.startsWith(CHUNK_KEY_PREFIX)) {
        chunks.set(key, events);
        return;
      }
      for (const event of events) {
        singles.set(key, event);
        singleIds.add(event.id);
        short.delete(event.id);
      }
    },
    forget(gone) {
      for (const key of gone) {
        const event = singles.get(key);
        if (event) singleIds.delete(event.id);
        singles.delete(key);
        keys.delete(key);
        chunks.delete(key);
      }
    },
    candidates(own) {
      const found: string[] = [];
      for (let n = 0; found.length < MAX_CANDIDATES; n += 1) {
        const key = n === 0 ? own : `${own}~${n}`;
        if (!keys.has(key)) found.push(key);
      }
      return found;
    },
    singles: () => singles,
    chunks: () => chunks,
    short,
    distrust() {
      isDistrusted = true;
    },
    generation: () => generation,
    clear() {
      generation += 1;
      isDistrusted = false;
      keys.clear();
      singles.clear();
      singleIds.clear();
      chunks.clear();
      short.clear();
    },
  };
}

const MAX_CANDIDATES = 4;
