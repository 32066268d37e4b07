import type { EventDraft, LearnerEvent } from '../../src/format/event.ts';
import type { CardId, WriterId } from '../../src/format/id.ts';
import type { Change, ChangeChannel, Entry, Journal, StorageLike } from '../../src/store/entry.ts';
import { formatEventId } from '../../src/store/event-id.ts';
import { type LearnerLog, type LogOptions, openLog } from '../../src/store/log.ts';

export const NAMESPACE = 'recall:/course/';

/** 2026-03-01T00:00:00Z. */
export const NOW = 1772323200000;

export const asCard = (id: string) => id as CardId;
export const asWriter = (id: string) => id as WriterId;

/** A review at `at`. */
export function reviewAt(at: number, card = 'kvm-kind'): EventDraft {
  return {
    type: 'card.reviewed',
    at,
    offsetMinutes: 480,
    card: asCard(card),
    grade: 3,
    interval: { days: 4 },
    durationMs: 5210,
  };
}

/** A review as another device would hand it over. */
export function foreignReview(at: number, writer: string, seq: number): LearnerEvent {
  return { ...reviewAt(at), id: formatEventId(at, asWriter(writer), seq) } as LearnerEvent;
}

export const idsOf = (events: readonly LearnerEvent[]) => events.map(({ id }) => id);

export interface MemoryStorage extends StorageLike {
  readonly map: Map<string, string>;
  /** Takes back the last changes, as a killed browser does. */
  loseLast(count: number): void;
  quota: number;
  failure: 'none' | 'read' | 'write' | 'all' | 'forget';
  reads: string[];
}

/** localStorage in memory: a quota in UTF-16 units over keys and values, and every way to fail. */
export function createMemoryStorage(quota = 5_242_880): MemoryStorage {
  const map = new Map<string, string>();
  const past: (readonly [string, string | undefined])[] = [];
  const blocked = () => new DOMException('The operation is insecure.', 'SecurityError');
  const fails = (kind: 'read' | 'write') => storage.failure === kind || storage.failure === 'all';
  const units = () => {
    let sum = 0;
    for (const [key, value] of map) sum += key.length + value.length;
    return sum;
  };
  const change = (key: string, value: string | undefined) => {
    past.push([key, map.get(key)]);
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  };
  const storage: MemoryStorage = {
    map,
    quota,
    failure: 'none',
    reads: [],
    get length() {
      if (fails('read')) throw blocked();
      return map.size;
    },
    key(index) {
      if (fails('read')) throw blocked();
      return [...map.keys()][index] ?? null;
    },
    getItem(key) {
      if (fails('read')) throw blocked();
      storage.reads.push(key);
      return map.get(key) ?? null;
    },
    setItem(key, value) {
      if (fails('write')) throw blocked();
      if (storage.failure === 'forget') return;
      const old = map.get(key);
      const before = old === undefined ? 0 : key.length + old.length;
      if (units() - before + key.length + value.length > storage.quota) {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      }
      change(key, value);
    },
    removeItem(key) {
      if (fails('write')) throw blocked();
      if (map.has(key)) change(key, undefined);
    },
    loseLast(count) {
      for (const [key, value] of past.splice(Math.max(0, past.length - count)).reverse()) {
        if (value === undefined) map.delete(key);
        else map.set(key, value);
      }
    },
  };
  return storage;
}

export interface FakeJournal extends Journal {
  readonly map: Map<string, string>;
  failure: 'none' | 'load' | 'write' | 'all' | 'throw' | 'full' | 'silent';
  /** Lets go everything that a silent journal has held back. */
  release(): void;
}

/** A journal in memory with every way to fail; `silent` answers nothing until released. */
export function createFakeJournal(): FakeJournal {
  const map = new Map<string, string>();
  let held: (() => void)[] = [];
  const gate = async (kind: 'load' | 'write') => {
    if (journal.failure === 'silent') await new Promise<void>((resolve) => held.push(resolve));
    if (journal.failure === kind || journal.failure === 'all') throw new Error('blocked');
    if (journal.failure === 'full' && kind === 'write') throw new DOMException('full', 'QuotaExceededError');
  };
  const journal: FakeJournal = {
    map,
    failure: 'none',
    load(known) {
      if (journal.failure === 'throw') throw new Error('load');
      return gate('load').then(() => toEntries(map).filter(({ key }) => !known.has(key)));
    },
    read(keys) {
      if (journal.failure === 'throw') throw new Error('read');
      return gate('load').then(() => toEntries(map).filter(({ key }) => keys.includes(key)));
    },
    write(entries, guard) {
      if (journal.failure === 'throw') throw new Error('write');
      return gate('write').then(() => {
        if (guard && map.get(guard.key) !== guard.text) throw new Error('guard');
        if (entries.some(({ key, text }) => (map.get(key) ?? text) !== text)) throw new Error('taken');
        for (const { key, text } of entries) map.set(key, text);
      });
    },
    replace(removed, entries) {
      if (journal.failure === 'throw') throw new Error('replace');
      return gate('write').then(() => {
        if (removed === 'all') map.clear();
        else for (const key of removed) map.delete(key);
        for (const { key, text } of entries) map.set(key, text);
      });
    },
    close() {
      if (journal.failure === 'throw') throw new Error('close');
    },
    release() {
      journal.failure = 'none';
      for (const go of held) go();
      held = [];
    },
  };
  return journal;
}

function toEntries(map: ReadonlyMap<string, string>): readonly Entry[] {
  return [...map].map(([key, text]) => ({ key, text }));
}

export interface FakeChannel extends ChangeChannel {
  send(change: Change): void;
  readonly posted: Entry[];
}

/** One end of a wire whose other end is the test. */
export function createFakeChannel(): FakeChannel {
  const listeners = new Set<(change: Change) => void>();
  const posted: Entry[] = [];
  return {
    posted,
    post: (entries) => void posted.push(...entries),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(change) {
      for (const listener of listeners) listener(change);
    },
  };
}

let writers = 0;

/** A log over whatever is given, with a writer of its own and little patience. */
export function openTestLog(options: Partial<LogOptions> = {}): Promise<LearnerLog> {
  writers += 1;
  return openLog({
    namespace: NAMESPACE,
    storage: undefined,
    journal: undefined,
    writer: asWriter(`test${writers.toString(36).padStart(4, '0')}`),
    patienceMs: 50,
    ...options,
  });
}

/** Appends so many reviews of several cards, a second apart, and waits until they are saved. */
export async function appendReviews(log: LearnerLog, count: number, start = NOW): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await log.append(reviewAt(start + 1000 * index, `card-${index % 7}`)).saved;
  }
}

/** The keys of a side that begin with a kind (`e:`, `c:` …), without namespace. */
export function keysOf(map: ReadonlyMap<string, string>, kind: string): readonly string[] {
  return [...map.keys()].map((key) => key.replace(NAMESPACE, '')).filter((key) => key.startsWith(kind));
}
