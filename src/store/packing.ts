import type { LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';
import { type Carrier, carryChunk, openText } from './carrier.ts';
import { baseOfKey, CHUNK_KEY_PREFIX, type EventRecord, packChunk } from './chunk.ts';
import type { Entry } from './entry.ts';
import type { Ledger } from './ledger.ts';
import { mirrorChunk } from './mirror.ts';
import type { PackedSide } from './packed-side.ts';
import { formatRecord } from './record.ts';
import { compareEvents } from './timeline.ts';

/** Which events are packed, and into how large chunks. */
export interface PackingRules {
  /** So many of the newest events stay alone. */
  readonly keepEvents: number;
  /** Events no older than this before the newest stay alone, in ms. */
  readonly keepMs: number;
  /** Nothing happens for fewer events than this. */
  readonly minEvents: number;
  /** The most that one chunk holds: a smaller one is packed again together with what comes after it. */
  readonly maxEvents: number;
}

/** In everyday use: some 15 characters an event, and a chunk is rewritten once in a thousand answers. */
export const RELAXED_RULES: PackingRules = {
  keepEvents: 512,
  keepMs: 6 * 3_600_000,
  minEvents: 1024,
  maxEvents: 8192,
};

/** When room gets short. */
export const PRESSED_RULES: PackingRules = { keepEvents: 64, keepMs: 0, minEvents: 256, maxEvents: 8192 };

/** Whether there may be something to pack; costs nothing. */
export function isWorthPacking(ledger: Ledger, rules: PackingRules): boolean {
  return ledger.singles().size >= rules.keepEvents + rules.minEvents;
}

/**
 * Packs what is old on one side into chunks. An original goes only after its chunk was read back and gave the
 * original's text; whatever else happens in between leaves both, which is harmless.
 */
export async function packSide(side: PackedSide, rules: PackingRules): Promise<void> {
  for (let keys = choose(side, rules); keys.length > 0; keys = choose(side, rules)) {
    const removed = await packKeys(side, keys, rules);
    if (removed === 0) return;
  }
}

const SMALLEST_CHUNK = 16;

function choose({ ledger, mayPack, isSound }: PackedSide, rules: PackingRules): readonly string[] {
  if (!isWorthPacking(ledger, rules) || !mayPack()) return [];
  const singles = [...ledger.singles()].toSorted(([, a], [, b]) => compareEvents(a, b));
  const latest = (singles.at(-1)?.[1].at ?? 0) - rules.keepMs;
  const old = singles
    .slice(0, Math.max(0, singles.length - rules.keepEvents))
    .filter(([, { at }]) => at <= latest);
  if (old.length < rules.minEvents) return [];
  const batch = old.slice(0, rules.maxEvents).map(([key]) => key);
  const [open] = [...ledger.chunks()]
    .filter(([key, { length }]) => length + batch.length <= rules.maxEvents && isSound(key))
    .toSorted(([a], [b]) => (a < b ? 1 : -1));
  return open === undefined ? batch : [open[0], ...batch];
}

/** Packs what stands under keys into one chunk, or into smaller ones where there is no room; returns how many went. */
async function packKeys(side: PackedSide, keys: readonly string[], rules: PackingRules): Promise<number> {
  const generation = side.ledger.generation();
  // What was read before everything was erased must not be written after it.
  const isForbidden = () => !side.mayPack() || side.ledger.generation() !== generation;
  // Mirrors go with their chunks.
  const sources = openSources(await side.read([...keys, ...mirrorsOf(keys, side.ledger)]));
  if (isForbidden()) return 0;
  // Another tab has packed them already.
  const missing = keys.filter((key) => !sources.has(key));
  side.ledger.forget(missing.filter(side.isSound));
  const records = unite(sources.values());
  if (records.size === 0) return missing.length;
  await side.pause();
  const text = packChunk([...records.values()]);
  const chunk = carryChunk(text, [...records.values()].map(({ event }) => event).toSorted(compareEvents));
  await side.pause();
  if (isForbidden()) return 0;
  const key = await side.add(chunk);
  await side.pause();
  if (isForbidden()) return 0;
  if (key === undefined) {
    if (keys.length < 2 * SMALLEST_CHUNK) return 0;
    return packKeys(side, keys.slice(0, Math.floor(keys.length / 2)), rules);
  }
  const stored = unite(openSources(await side.read([key])).values());
  const proven = [...sources].filter(([source, held]) => source !== key && held.every(isIn(stored)));
  if (isForbidden() || stored.size < records.size) return 0;
  side.ledger.note(key, chunk.events);
  await mirrorChunk(side, chunk);
  if (isForbidden()) return 0;
  const gone = await side.remove(proven.map(([source]) => source));
  side.ledger.forget(gone);
  return gone.length;
}

/** Where mirrors of chunks may stand, this tab's or another's. */
function mirrorsOf(keys: readonly string[], { chunks }: Ledger): readonly string[] {
  const bases = keys.filter((key) => key.startsWith(CHUNK_KEY_PREFIX)).map(baseOfKey);
  const known = [...chunks().keys()].filter((key) => bases.includes(baseOfKey(key)));
  const likely = bases.flatMap((base) => ['', '~1', '~2', '~3'].map((number) => base + number));
  return [...new Set([...known, ...likely])].filter((key) => !keys.includes(key));
}

/** What can be read without a flaw, by key. */
function openSources(entries: readonly Entry[]): ReadonlyMap<string, readonly EventRecord[]> {
  const sources = new Map<string, readonly EventRecord[]>();
  for (const { key, text } of entries) {
    const { events, odd, flaw } = openText(key, text);
    if (flaw !== undefined) continue;
    sources.set(
      key,
      events.map((event) => ({ event, text: odd.get(event.id) ?? formatRecord(event) })),
    );
  }
  return sources;
}

function unite(sources: Iterable<readonly EventRecord[]>): ReadonlyMap<EventId, EventRecord> {
  const records = new Map<EventId, EventRecord>();
  for (const source of sources) {
    for (const record of source) if (!records.has(record.event.id)) records.set(record.event.id, record);
  }
  return records;
}

function isIn(records: ReadonlyMap<EventId, EventRecord>): (record: EventRecord) => boolean {
  return ({ event, text }) => records.get(event.id)?.text === text;
}

/** The chunks of many records at once, in canonical order, as they come with a backup. */
export function packAll(records: readonly EventRecord[]): readonly Carrier[] {
  const sorted = records.toSorted((a, b) => compareEvents(a.event, b.event));
  const chunks: Carrier[] = [];
  for (let start = 0; start < sorted.length; start += RELAXED_RULES.maxEvents) {
    const part = sorted.slice(start, start + RELAXED_RULES.maxEvents);
    const events: readonly LearnerEvent[] = part.map(({ event }) => event);
    chunks.push(carryChunk(packChunk(part), events));
  }
  return chunks;
}
