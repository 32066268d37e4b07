import type { LearnerEvent } from '../format/event.ts';
import { type EventId, type ItemId, isItemId, type WriterId } from '../format/id.ts';
import { createDictionary, readWords, writeWords } from './dictionary.ts';
import { createDigitReader, type DigitReader } from './digits.ts';
import { createIdFormatter, isWriterId, seqOfEventId, timeOfEventId, writerOfEventId } from './event-id.ts';
import { createIdBlock, type IdBlock } from './id-block.ts';
import {
  isPackable,
  itemOf,
  type PackableEvent,
  readEvents,
  type UnnamedEvent,
  writeEvents,
} from './packed-event.ts';
import { formatRecord, parseRecord, type RecordFlaw } from './record.ts';
import { checksum, checksumWithCopy, seal } from './seal.ts';
import { arrange, compareEvents } from './timeline.ts';

/** An event and the text that stands for it where it is stored alone. */
export interface EventRecord {
  readonly event: LearnerEvent;
  readonly text: string;
}

/** What a chunk holds, or what is left of it. */
export interface UnpackedChunk {
  /** In canonical order. */
  readonly events: readonly LearnerEvent[];
  /** The texts that differ from what {@link formatRecord} makes of their events. */
  readonly odd: ReadonlyMap<EventId, string>;
  /** Present if anything is missing. */
  readonly flaw?: RecordFlaw | 'chunk';
}

/** What the keys of chunks begin with, after the namespace. */
export const CHUNK_KEY_PREFIX = 'c:';

/** Packs records with distinct ids into lines of printable ASCII, each sealed (SPEC.md, “Chunks”). */
export function packChunk(records: readonly EventRecord[]): string {
  const packed: PackableEvent[] = [];
  const odd: string[] = [];
  for (const { event, text } of records) {
    if (isPackable(event) && isRegular(event) && formatRecord(event) === text) packed.push(event);
    else odd.push(text);
  }
  packed.sort(compareEvents);
  const items = createDictionary(packed.flatMap((event) => itemOf(event) ?? []));
  const writers = createDictionary(packed.flatMap(idsOf).map(writerOfEventId));
  const lines = [`i${writeWords(items.words)}`, `w${writeWords(writers.words)}`];
  for (let start = 0; start < packed.length; start += BLOCK_EVENTS) {
    lines.push(`b${writeEvents(packed.slice(start, start + BLOCK_EVENTS), items, writers)}`);
  }
  return [seal(`h1.${records.length.toString(36)}`), ...lines.map(seal), ...odd.toSorted()].join('\n');
}

/** The key of a chunk: the time of its first event and a checksum, so that equal chunks have equal keys. */
export function keyOfChunk(text: string, firstAt: number): string {
  return `${CHUNK_KEY_PREFIX}${firstAt.toString(36).padStart(9, '0')}-${checksum(text)}`;
}

/** The checksum that a chunk's key names; `undefined` if the key is not that of a chunk. */
export function checksumOfKey(key: string): string | undefined {
  return /-([0-9a-f]{8})(?:~\d+)?$/.exec(key)?.[1];
}

/** A key without the number that it has beside others: mirrors of one chunk share it. */
export function baseOfKey(key: string): string {
  return key.replace(/~\d+$/, '');
}

/** Whether a text is, to the last character, the chunk that its key names. */
export function isChunkOfKey(key: string, text: string | undefined): text is string {
  return text !== undefined && checksum(text) === checksumOfKey(key);
}

/** Reads {@link packChunk}; never throws. Each damaged line costs its own events, a dictionary all packed ones. */
export function unpackChunk(text: string): UnpackedChunk {
  const packed: UnnamedEvent[] = [];
  const alone: LearnerEvent[] = [];
  const odd = new Map<EventId, string>();
  let items: readonly ItemId[] | undefined;
  let writers: readonly WriterId[] | undefined;
  const bytes = new Uint8Array(text.length);
  const ids = createIdBlock();
  let expected = -1;
  let isWhole = true;
  for (let start = 0, end = 0; start <= text.length; start = end + 1) {
    end = endOfLine(text, start);
    const first = start + CHECKSUM_DIGITS;
    if (text.charAt(first) === '{') {
      const line = text.slice(start, end);
      const parsed = parseRecord(line);
      if ('event' in parsed) {
        alone.push(parsed.event);
        odd.set(parsed.event.id, line);
      } else isWhole = false;
      continue;
    }
    const isSound = text.slice(start, first) === checksumWithCopy(text, first, end, bytes);
    const rest = () => text.slice(first + 1, end);
    switch (isSound ? text.charAt(first) : '') {
      case 'h':
        expected = /^1\.[0-9a-z]{1,6}$/.test(rest()) ? Number.parseInt(rest().slice(2), 36) : -1;
        break;
      case 'i':
        items = readItems(rest());
        break;
      case 'w':
        writers = readWords(rest(), isWriterId);
        break;
      case 'b': {
        const reader = createDigitReader(text, bytes, first + 1, end);
        isWhole = readBlock(reader, items, writers, ids, packed) && isWhole;
        break;
      }
      default:
        isWhole = false;
    }
  }
  const events = alone.length > 0 ? [...packed, ...alone] : packed;
  const read = { events: arrange(events), odd };
  return isWhole && events.length === expected ? read : { ...read, flaw: 'chunk' };
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

// Neighbouring chunks mostly name the same items, and share one list of them.
let lastItems: { readonly text: string; readonly items: readonly ItemId[] | undefined } | undefined;

function readItems(text: string): readonly ItemId[] | undefined {
  if (lastItems?.text !== text) lastItems = { text, items: readWords(text, isItemId) };
  return lastItems.items;
}

const CHECKSUM_DIGITS = 8;

// A damaged block costs no more than this many events, for 0.04 characters of checksum each.
const BLOCK_EVENTS = 256;

function readBlock(
  reader: DigitReader,
  items: readonly ItemId[] | undefined,
  writers: readonly WriterId[] | undefined,
  ids: IdBlock,
  into: UnnamedEvent[],
): boolean {
  return items !== undefined && writers !== undefined && readEvents(reader, items, writers, ids, into);
}

/** Whether the ids are just as they would be made again from their parts. */
function isRegular(event: PackableEvent): boolean {
  return idsOf(event).every(
    (id) => createIdFormatter(writerOfEventId(id))(timeOfEventId(id), seqOfEventId(id)) === id,
  );
}

function idsOf(event: PackableEvent): EventId[] {
  return event.type === 'review.undone' ? [event.id, event.target] : [event.id];
}
