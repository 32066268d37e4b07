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
  createDigitReader,
  type DigitReader,
  foldSign,
  unfoldSign,
  writeDigit,
  writeNumber,
} from './digits.ts';
import { createIdFormatter, MAX_TIME, seqOfEventId, timeOfEventId, writerOfEventId } from './event-id.ts';
import { isCount, isRevision } from './field-forms.ts';
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
  text: string,
  items: readonly ItemId[],
  writers: readonly WriterId[],
  into: LearnerEvent[],
): boolean {
  const reader = createDigitReader(text);
  const place: Place = { at: 0, seq: -1, offsetMinutes: 0, formatId: undefined };
  while (!reader.atEnd()) {
    const head = reader.digit();
    place.seq += 1;
    if (head & CONTEXT && !readContext(reader, writers, place)) return false;
    const type = head >> 4;
    const read = type === EXTRAS ? readExtended : TYPES[type] === 'review.undone' ? readUndo : readAnswer;
    const found = read(reader, head, place, items, writers);
    if (found === undefined) return false;
    into.push(found);
  }
  return true;
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
  const writer = writers[reader.number()];
  if (writer === undefined) return false;
  place.formatId = createIdFormatter(writer);
  place.seq = reader.number();
  place.offsetMinutes = unfoldSign(reader.number());
  return place.seq >= 0 && Math.abs(place.offsetMinutes) <= 24 * 60;
}

// Object literals rather than spread: this runs once for every event that was ever packed.
function readAnswer(
  reader: DigitReader,
  head: number,
  place: Place,
  items: readonly ItemId[],
): LearnerEvent | undefined {
  const item = items[reader.number()];
  const span = reader.number();
  const durationMs = reader.number();
  const grade = GRADES[head & 3];
  const type = TYPES[head >> 4];
  if (item === undefined || grade === undefined || !(span + durationMs <= MAX_EXACT)) return undefined;
  const interval: Interval = head & MINUTES ? { minutes: span } : { days: span };
  if (type === 'card.reviewed') {
    const id = readId(reader, place, durationMs);
    if (id === undefined) return undefined;
    const { at, offsetMinutes } = place;
    return { id, at, offsetMinutes, type, card: item as CardId, grade, interval, durationMs };
  }
  const score = 100 - reader.number();
  const hints = reader.number();
  const response = readPackedResponse(reader);
  const id = readId(reader, place, durationMs);
  if (type !== 'question.answered' || id === undefined || response === undefined) return undefined;
  if (!(score >= 0) || !isCount(hints)) return undefined;
  const { at, offsetMinutes } = place;
  const question = item as QuestionId;
  return { id, at, offsetMinutes, type, question, grade, interval, score, hints, response, durationMs };
}

function readExtended(
  reader: DigitReader,
  head: number,
  place: Place,
  items: readonly ItemId[],
): LearnerEvent | undefined {
  const extras = reader.digit();
  const rev = extras & REVISION ? reader.number() : undefined;
  const answer = readAnswer(reader, (head & 15) + (extras & QUESTION) * TYPE_STEP, place, items);
  if (!(extras > QUESTION && extras <= (QUESTION | REVISION | CRAM)) || !isRevision(rev)) return undefined;
  const revision = rev === undefined ? {} : { rev };
  if (answer?.type === 'card.reviewed') {
    return { ...answer, ...revision, ...(extras & CRAM ? { cram: true } : {}) };
  }
  return answer?.type === 'question.answered' && !(extras & CRAM) ? { ...answer, ...revision } : undefined;
}

function readUndo(
  reader: DigitReader,
  _head: number,
  place: Place,
  _items: readonly ItemId[],
  writers: readonly WriterId[],
): LearnerEvent | undefined {
  const before = reader.number();
  const writer = writers[reader.number()];
  const seq = reader.number();
  const id = readId(reader, place, 0);
  const { at, offsetMinutes } = place;
  if (writer === undefined || id === undefined || !(seq >= 0) || !(before <= at)) return undefined;
  return {
    id,
    at,
    offsetMinutes,
    type: 'review.undone',
    target: createIdFormatter(writer)(at - before, seq),
  };
}

/** Reads the pause before an event, moves on to its time and gives its id. */
function readId(reader: DigitReader, place: Place, durationMs: number): EventId | undefined {
  place.at += unfoldSign(reader.number()) + durationMs;
  if (!(place.at >= 0 && place.at <= MAX_TIME)) return undefined;
  return place.formatId?.(place.at, place.seq);
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
  formatId: ((at: number, seq: number) => EventId) | undefined;
}

const START: Context = { at: 0, writer: '', seq: -1, offsetMinutes: 0 };

interface Context {
  readonly at: number;
  readonly writer: string;
  readonly seq: number;
  readonly offsetMinutes: number;
}
