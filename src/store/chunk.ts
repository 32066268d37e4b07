import type { LearnerEvent } from '../format/event.ts';
import { type EventId, type ItemId, isItemId, type WriterId } from '../format/id.ts';
import { createDictionary, readWords, writeWords } from './dictionary.ts';
import { createIdFormatter, isWriterId, seqOfEventId, timeOfEventId, writerOfEventId } from './event-id.ts';
import { createIdBlock, type IdBlock } from './id-block.ts';
import { isPackable, itemOf, type PackableEvent, readEvents, writeEvents } from './packed-event.ts';
import { formatRecord, parseRecord, type RecordFlaw } from './record.ts';
import { checksum, seal, unseal } from './seal.ts';
import { compareEvents, sortEvents } from './timeline.ts';

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

/** Reads {@link packChunk}; never throws. Each damaged line costs its own events, a dictionary all packed ones. */
export function unpackChunk(text: string): UnpackedChunk {
  const events: LearnerEvent[] = [];
  const odd = new Map<EventId, string>();
  let items: readonly ItemId[] | undefined;
  let writers: readonly WriterId[] | undefined;
  const ids = createIdBlock();
  let expected = -1;
  let isWhole = true;
  for (const line of text.split('\n')) {
    if (line.charAt(CHECKSUM_DIGITS) === '{') {
      const parsed = parseRecord(line);
      if ('event' in parsed) {
        events.push(parsed.event);
        odd.set(parsed.event.id, line);
      } else isWhole = false;
      continue;
    }
    const body = unseal(line);
    const rest = body?.slice(1) ?? '';
    switch (body?.charAt(0)) {
      case 'h':
        expected = /^1\.[0-9a-z]{1,6}$/.test(rest) ? Number.parseInt(rest.slice(2), 36) : -1;
        break;
      case 'i':
        items = readWords(rest, isItemId);
        break;
      case 'w':
        writers = readWords(rest, isWriterId);
        break;
      case 'b':
        isWhole = readBlock(rest, items, writers, ids, events) && isWhole;
        break;
      default:
        isWhole = false;
    }
  }
  const read = { events: sortEvents(events), odd };
  return isWhole && events.length === expected ? read : { ...read, flaw: 'chunk' };
}

const CHECKSUM_DIGITS = 8;

// A damaged block costs no more than this many events, for 0.04 characters of checksum each.
const BLOCK_EVENTS = 256;

function readBlock(
  text: string,
  items: readonly ItemId[] | undefined,
  writers: readonly WriterId[] | undefined,
  ids: IdBlock,
  into: LearnerEvent[],
): boolean {
  return items !== undefined && writers !== undefined && readEvents(text, items, writers, ids, into);
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
