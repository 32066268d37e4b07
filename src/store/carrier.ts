import type { LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';
import { baseOfKey, CHUNK_KEY_PREFIX, checksumOfKey, keyOfChunk, unpackChunk } from './chunk.ts';
import type { Entry } from './entry.ts';
import { EVENT_KEY_PREFIX, keyOfEventId } from './event-id.ts';
import { mendText } from './mend.ts';
import { formatRecord, parseRecord, type RecordFlaw } from './record.ts';

/** A text that can be stored, the key it is stored under by preference, and the events that it holds, in canonical order. */
export interface Carrier extends Entry {
  /** Tells it from all others: two events may want one key. */
  readonly name: string;
  readonly events: readonly LearnerEvent[];
}

/** What a stored text holds, or what is left of it. */
export interface Opened {
  /** In canonical order. */
  readonly events: readonly LearnerEvent[];
  /** Texts of events that differ from what `formatRecord` makes of them. */
  readonly odd: ReadonlyMap<EventId, string>;
  readonly flaw?: RecordFlaw | 'chunk';
  /** A damaged chunk as it was before: one character was changed, and `events` lacks nothing. */
  readonly mended?: string;
}

/** Whether what stands under a key holds events. */
export function holdsEvents(key: string): boolean {
  return key.startsWith(EVENT_KEY_PREFIX) || key.startsWith(CHUNK_KEY_PREFIX);
}

/** Reads a stored record or chunk; never throws. */
export function openText(key: string, text: string): Opened {
  if (key.startsWith(CHUNK_KEY_PREFIX)) return openChunk(key, text);
  const parsed = parseRecord(text);
  if ('flaw' in parsed) return { events: [], odd: NONE, flaw: parsed.flaw };
  const { event } = parsed;
  return {
    events: [event],
    odd: formatRecord(event) === text ? NONE : new Map([[event.id, text]]),
  };
}

function openChunk(key: string, text: string): Opened {
  const found = unpackChunk(text);
  if (found.flaw === undefined) return found;
  const sum = checksumOfKey(key);
  for (const mended of sum === undefined ? [] : mendText(text, sum)) {
    const { events, odd, flaw } = unpackChunk(mended);
    if (flaw === undefined) return { events, odd, flaw: 'chunk', mended };
  }
  return found;
}

/** The carrier of one record. */
export function carryRecord(event: LearnerEvent, text: string): Carrier {
  return { name: event.id, key: keyOfEventId(event.id), text, events: [event] };
}

/** The carrier of a chunk, which holds at least one event, in canonical order. */
export function carryChunk(text: string, events: readonly LearnerEvent[]): Carrier {
  return carryFrom(keyOfChunk(text, events[0]?.at ?? 0), text, events);
}

/** The carrier of a chunk that stands under a key, or beside it if that was taken. */
export function carryFrom(found: string, text: string, events: readonly LearnerEvent[]): Carrier {
  const key = baseOfKey(found);
  return { name: key, key, text, events };
}

const NONE: ReadonlyMap<EventId, string> = new Map();
