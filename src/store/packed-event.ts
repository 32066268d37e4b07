import type {
  CardReviewed,
  Interval,
  LearnerEvent,
  QuestionAnswered,
  ReviewUndone,
} from '../format/event.ts';
import { GRADES } from '../format/event.ts';
import type { CardId, EventId, ItemId, QuestionId, WriterId } from '../format/id.ts';
import type { Dictionary } from './dictionary.ts';
import {
  type DigitReader,
  foldSign,
  readDigit,
  readNumber,
  unfoldSign,
  writeDigit,
  writeNumber,
} from './digits.ts';
import { createIdFormatter, MAX_TIME, seqOfEventId, timeOfEventId, writerOfEventId } from './event-id.ts';
import { isCount, isRevision } from './field-forms.ts';
import type { IdBlock } from './id-block.ts';
import { readPackedResponse, writePackedResponse } from './packed-response.ts';

/** The events that have a packed form; the others stand in a chunk as they were. */
export type PackableEvent = CardReviewed | QuestionAnswered | ReviewUndone;

/** Whether an event's type and numbers have a packed form. */
export function isPackable(event: LearnerEvent): event is PackableEvent {
  switch (event.type) {
    case 'card.reviewed':
    case 'question.answered':
      return 'days' in event.interval || Number.isSafeInteger(event.interval.minutes);
    case 'review.undone':
      return timeOfEventId(event.target) <= event.at;
    default:
      return false;
  }
}

/** The item that an event names, if it names one in packed form. */
export function itemOf(event: PackableEvent): ItemId | undefined {
  if (event.type === 'card.reviewed') return event.card;
  return event.type === 'question.answered' ? event.question : undefined;
}

/** Writes packable events in canonical order; items and writers by their place in the dictionaries. */
export function writeEvents(
  events: readonly PackableEvent[],
  items: Dictionary,
  writers: Dictionary,
): string {
  let text = '';
  let last: Context = START;
  for (const event of events) {
    const next = contextOf(event);
    const isSame =
      next.writer === last.writer && next.seq === last.seq + 1 && next.offsetMinutes === last.offsetMinutes;
    text += writeDigit(headOf(event) + (isSame ? 0 : CONTEXT));
    if (!isSame) {
      text += writeNumber(writers.indexOf(next.writer)) + writeNumber(next.seq);
      text += writeNumber(foldSign(next.offsetMinutes));
    }
    // The next front is shown when the last grade is given, so this is mostly a few milliseconds.
    const pause = event.at - last.at - durationOf(event);
    text += writeExtras(event) + writeBody(event, items, writers) + writeNumber(foldSign(pause));
    last = next;
  }
  return text;
}

/** Reads {@link writeEvents} into `into`; returns whether all of it could be believed. */
export function readEvents(
  reader: DigitReader,
  items: readonly ItemId[],
  writers: readonly WriterId[],
  ids: IdBlock,
  into: UnnamedEvent[],
): boolean {
  const place: Place = { at: 0, seq: -1, offsetMinutes: 0, writer: undefined };
  const start = into.length;
  let isSound = true;
  while (isSound && reader.at < reader.end) {
    const head = readDigit(reader);
    place.seq += 1;
    isSound = !(head & CONTEXT) || readContext(reader, writers, place);
    const event = isSound ? readEvent(reader, head, place, items, writers) : undefined;
    isSound = event !== undefined && place.writer !== undefined;
    if (event === undefined || place.writer === undefined) break;
    ids.add(event.at, place.writer, place.seq);
    into.push(event);
  }
  const made = ids.take();
  for (let index = 0; index < made.length; index += 1) {
    const event = into[start + index];
    const id = made[index];
    if (event !== undefined && id !== undefined) event.id = id;
  }
  return isSound;
}

function readEvent(
  reader: DigitReader,
  head: number,
  place: Place,
  items: readonly ItemId[],
  writers: readonly WriterId[],
): UnnamedEvent | undefined {
  const type = head >> 4;
  if (type === EXTRAS) return readExtended(reader, head, place, items);
  return TYPES[type] === 'review.undone'
    ? readUndo(reader, place, writers)
    : readAnswer(reader, head, place, items);
}

// The digit before each event: grade, kind of interval, whether writer, number and offset follow, type or `EXTRAS`.
const MINUTES = 4;
const CONTEXT = 8;
const TYPE_STEP = 16;
const TYPES = ['card.reviewed', 'question.answered', 'review.undone'] as const;

// The digit of an answer that is more than those of version 2: whether it is of a question, carries a revision, is
// out of turn.
const EXTRAS = 3;
const QUESTION = 1;
const REVISION = 2;
const CRAM = 4;

function headOf(event: PackableEvent): number {
  const type = (extrasOf(event) > 0 ? EXTRAS : TYPES.indexOf(event.type)) * TYPE_STEP;
  if (event.type === 'review.undone') return type;
  return type + (event.grade - 1) + ('minutes' in event.interval ? MINUTES : 0);
}

function extrasOf(event: PackableEvent): number {
  if (event.type === 'review.undone') return 0;
  const extras =
    (event.rev === undefined ? 0 : REVISION) + (event.type === 'card.reviewed' && event.cram ? CRAM : 0);
  return extras > 0 && event.type === 'question.answered' ? extras + QUESTION : extras;
}

function writeExtras(event: PackableEvent): string {
  const extras = extrasOf(event);
  if (extras === 0 || event.type === 'review.undone') return '';
  return writeDigit(extras) + (event.rev === undefined ? '' : writeNumber(event.rev));
}

function writeBody(event: PackableEvent, items: Dictionary, writers: Dictionary): string {
  if (event.type === 'review.undone') {
    const { at, target } = event;
    const writer = writers.indexOf(writerOfEventId(target));
    return writeNumber(at - timeOfEventId(target)) + writeNumber(writer) + writeNumber(seqOfEventId(target));
  }
  const { interval, durationMs } = event;
  const span = 'days' in interval ? interval.days : interval.minutes;
  const item = items.indexOf(itemOf(event) ?? '');
  const text = writeNumber(item) + writeNumber(span) + writeNumber(durationMs);
  if (event.type === 'card.reviewed') return text;
  // Full marks are the common case, and the shortest.
  return (
    text + writeNumber(100 - event.score) + writeNumber(event.hints) + writePackedResponse(event.response)
  );
}

function readContext(reader: DigitReader, writers: readonly WriterId[], place: Place): boolean {
  const writer = writers[readNumber(reader)];
  if (writer === undefined) return false;
  place.writer = writer;
  place.seq = readNumber(reader);
  place.offsetMinutes = unfoldSign(readNumber(reader));
  return place.seq >= 0 && Math.abs(place.offsetMinutes) <= 24 * 60;
}

// Object literals rather than spread: this runs once for every event that was ever packed.
function readAnswer(
  reader: DigitReader,
  head: number,
  place: Place,
  items: readonly ItemId[],
): UnnamedEvent | undefined {
  const item = items[readNumber(reader)];
  const span = readNumber(reader);
  const durationMs = readNumber(reader);
  const grade = GRADES[head & 3];
  const type = TYPES[head >> 4];
  if (item === undefined || grade === undefined || !(span + durationMs <= MAX_EXACT)) return undefined;
  const interval = intervalOf(span, (head & MINUTES) > 0);
  if (type === 'card.reviewed') {
    if (!readPause(reader, place, durationMs)) return undefined;
    const { at, offsetMinutes } = place;
    return { id: UNNAMED, at, offsetMinutes, type, card: item as CardId, grade, interval, durationMs };
  }
  const score = 100 - readNumber(reader);
  const hints = readNumber(reader);
  const response = readPackedResponse(reader);
  const isTimed = readPause(reader, place, durationMs);
  if (type !== 'question.answered' || !isTimed || response === undefined) return undefined;
  if (!(score >= 0) || !isCount(hints)) return undefined;
  const { at, offsetMinutes } = place;
  const question = item as QuestionId;
  return {
    id: UNNAMED,
    at,
    offsetMinutes,
    type,
    question,
    grade,
    interval,
    score,
    hints,
    response,
    durationMs,
  };
}

// Shared by all events: few are different.
const DAYS: Interval[] = [];
const SPANS_OF_MINUTES: Interval[] = [];

function intervalOf(span: number, isMinutes: boolean): Interval {
  const known = isMinutes ? SPANS_OF_MINUTES : DAYS;
  if (span >= MAX_SHARED) return isMinutes ? { minutes: span } : { days: span };
  const found = known[span] ?? (isMinutes ? { minutes: span } : { days: span });
  known[span] = found;
  return found;
}

const MAX_SHARED = 4096;

function readExtended(
  reader: DigitReader,
  head: number,
  place: Place,
  items: readonly ItemId[],
): UnnamedEvent | undefined {
  const extras = readDigit(reader);
  const rev = extras & REVISION ? readNumber(reader) : undefined;
  const answer = readAnswer(reader, (head & 15) + (extras & QUESTION) * TYPE_STEP, place, items);
  if (!(extras > QUESTION && extras <= (QUESTION | REVISION | CRAM)) || !isRevision(rev)) return undefined;
  const revision = rev === undefined ? {} : { rev };
  if (answer?.type === 'card.reviewed') {
    return { ...answer, ...revision, ...(extras & CRAM ? { cram: true } : {}) };
  }
  return answer?.type === 'question.answered' && !(extras & CRAM) ? { ...answer, ...revision } : undefined;
}

function readUndo(reader: DigitReader, place: Place, writers: readonly WriterId[]): UnnamedEvent | undefined {
  const before = readNumber(reader);
  const writer = writers[readNumber(reader)];
  const seq = readNumber(reader);
  const isTimed = readPause(reader, place, 0);
  const { at, offsetMinutes } = place;
  if (writer === undefined || !isTimed || !(seq >= 0) || !(before <= at)) return undefined;
  return {
    id: UNNAMED,
    at,
    offsetMinutes,
    type: 'review.undone',
    target: createIdFormatter(writer)(at - before, seq),
  };
}

/** Reads the pause before an event and moves on to its time; returns whether there is such a time. */
function readPause(reader: DigitReader, place: Place, durationMs: number): boolean {
  place.at += unfoldSign(readNumber(reader)) + durationMs;
  return place.at >= 0 && place.at <= MAX_TIME;
}

function durationOf(event: PackableEvent): number {
  return event.type === 'review.undone' ? 0 : event.durationMs;
}

function contextOf({ id, at, offsetMinutes }: PackableEvent): Context {
  return { at, writer: writerOfEventId(id), seq: seqOfEventId(id), offsetMinutes };
}

const MAX_EXACT = Number.MAX_SAFE_INTEGER;

/** Where reading has come to. */
interface Place {
  at: number;
  seq: number;
  offsetMinutes: number;
  writer: WriterId | undefined;
}

// The ids of a block are made together, when all of it has been read.
const UNNAMED = '' as EventId;

/** An event whose id may not have been made yet. */
export type UnnamedEvent = PackableEvent & { id: EventId };

const START: Context = { at: 0, writer: '', seq: -1, offsetMinutes: 0 };

interface Context {
  readonly at: number;
  readonly writer: string;
  readonly seq: number;
  readonly offsetMinutes: number;
}
