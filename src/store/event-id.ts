import type { EventId, WriterId } from '../format/id.ts';

/** The latest time that an id can carry, in epoch ms (year 5188). */
export const MAX_TIME: number = 36 ** 9 - 1;

/** How many digits of an id are its time. */
export const TIME_DIGITS = 9;

/** The form of a writer id: 6 to 16 base-36 digits. */
export const WRITER_ID_PATTERN: RegExp = /^[0-9a-z]{6,16}$/;

/** The id of a writer's event number `seq`, which happened at the whole epoch millisecond `at`. */
export function formatEventId(at: number, writer: WriterId, seq: number): EventId {
  return `${base36(at, TIME_DIGITS)}-${writer}-${base36(seq, SEQ_DIGITS)}` as EventId;
}

/** Whether a value is a well-formed event id, whatever its origin. */
export function isEventId(value: unknown): value is EventId {
  return typeof value === 'string' && EVENT_ID_PATTERN.test(value);
}

/** Whether a value is a well-formed writer id. */
export function isWriterId(value: unknown): value is WriterId {
  return typeof value === 'string' && WRITER_ID_PATTERN.test(value);
}

/** The time that an id carries, in epoch ms. */
export function timeOfEventId(id: EventId): number {
  return Number.parseInt(id.slice(0, TIME_DIGITS), 36);
}

/** The writer that an id carries. */
export function writerOfEventId(id: EventId): WriterId {
  return id.slice(TIME_DIGITS + 1, id.indexOf('-', TIME_DIGITS + 1)) as WriterId;
}

/** The number that an id carries. */
export function seqOfEventId(id: EventId): number {
  return Number.parseInt(id.slice(id.lastIndexOf('-') + 1), 36);
}

/** {@link formatEventId} for many ids of one writer. */
export function createIdFormatter(writer: WriterId): (at: number, seq: number) => EventId {
  const middle = `-${writer}-`;
  let epoch = Number.NaN;
  let start = '';
  return (at, seq) => {
    const low = at % EPOCH;
    if (at - low !== epoch) {
      epoch = at - low;
      start = base36(epoch / EPOCH, TIME_DIGITS - SEQ_DIGITS);
    }
    return `${start}${fourDigits(low)}${middle}${seq < EPOCH ? fourDigits(seq) : seq.toString(36)}` as EventId;
  };
}

/** The key, without namespace, under which an event is stored by preference: `e:<writer>:<seq36>`. */
export function keyOfEventId(id: EventId): string {
  return EVENT_KEY_PREFIX + id.slice(TIME_DIGITS + 1).replace('-', ':');
}

/** What the keys of events begin with, after the namespace. */
export const EVENT_KEY_PREFIX = 'e:';

// Fixed width keeps the order of a writer's events within one millisecond, e.g. many cards suspended at once.
const SEQ_DIGITS = 4;
const EVENT_ID_PATTERN = /^[0-9a-z]{9}-[0-9a-z]{6,16}-[0-9a-z]{1,8}$/;

// Four digits of base 36: some 28 minutes in ms.
const EPOCH = 36 ** SEQ_DIGITS;
const PAIRS: readonly string[] = Array.from({ length: 36 * 36 }, (_, value) => base36(value, 2));

function fourDigits(value: number): string {
  return `${PAIRS[Math.floor(value / 1296)]}${PAIRS[value % 1296]}`;
}

function base36(value: number, digits: number): string {
  return value.toString(36).padStart(digits, '0');
}
