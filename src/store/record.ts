import type { EventOfType, LearnerEvent, WritableEvent } from '../format/event.ts';
import { EVENT_FIELDS, type FieldFlaw, type Fields } from './event-fields.ts';
import { isEventId, timeOfEventId } from './event-id.ts';
import { seal, unseal } from './seal.ts';

/** Why a text is not a record. */
export type RecordFlaw =
  | 'not-ascii'
  | 'checksum'
  | 'not-json'
  | 'prototype'
  | 'id'
  | 'offset'
  | 'type'
  | FieldFlaw;

/** What a text says, or why it cannot be believed. */
export type ParsedRecord = { readonly event: LearnerEvent } | { readonly flaw: RecordFlaw };

/** One line of printable ASCII for one event: a checksum and a JSON object (SPEC.md [S3]). */
export function formatRecord(event: LearnerEvent): string {
  const fields =
    event.type === 'unknown'
      ? event.raw
      : { id: event.id, tz: event.offsetMinutes, type: storedTypeOf(event), ...writeFields(event) };
  return seal(JSON.stringify(fields).replace(/[^ -~]/g, escapeUnit));
}

/** Reads a line of {@link formatRecord}; never throws. A type of a newer version gives an `unknown` event. */
export function parseRecord(text: string): ParsedRecord {
  if (/[^ -~]/.test(text)) return { flaw: 'not-ascii' };
  const body = unseal(text);
  if (body === undefined) return { flaw: 'checksum' };
  const fields = parseJson(body);
  if (!isFields(fields)) return { flaw: 'not-json' };
  const { id, tz, type } = fields;
  if (!isEventId(id)) return { flaw: 'id' };
  if (!isOffset(tz)) return { flaw: 'offset' };
  if (typeof type !== 'string' || type.length === 0 || type.length > 64) return { flaw: 'type' };
  const base = { id, at: timeOfEventId(id), offsetMinutes: tz };
  const known = type === CRAMMED ? 'card.reviewed' : type;
  if (!isWritableType(known)) {
    if (hasPrototypeKey(body)) return { flaw: 'prototype' };
    return { event: { ...base, type: 'unknown', raw: fields } };
  }
  const payload = EVENT_FIELDS[known].read(fields);
  if (typeof payload === 'string') return { flaw: payload };
  if (type === CRAMMED && payload.type === 'card.reviewed') {
    return { event: { ...base, ...payload, cram: true } };
  }
  return { event: { ...base, ...payload } };
}

// A name of its own: a reader that knows nothing of filtered study keeps it, and schedules nothing by it.
const CRAMMED = 'card.crammed';

function storedTypeOf(event: WritableEvent): string {
  return event.type === 'card.reviewed' && event.cram ? CRAMMED : event.type;
}

function writeFields<T extends WritableEvent['type']>(event: EventOfType<T>): Fields {
  const type: T = event.type as T;
  return EVENT_FIELDS[type].write(event);
}

function isWritableType(type: string): type is WritableEvent['type'] {
  return Object.hasOwn(EVENT_FIELDS, type);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOffset(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 24 * 60;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

// An event that we pass on unread must not carry a key that changes a prototype when someone copies it.
function hasPrototypeKey(body: string): boolean {
  let found = false;
  try {
    JSON.parse(body, (key, value) => {
      found ||= key === '__proto__';
      return value;
    });
  } catch {
    // Nested too deeply to be looked through, so not to be trusted either.
    return true;
  }
  return found;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
