import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LearnerEvent } from '../../src/format/event.ts';
import type { Journal, StorageLike } from '../../src/store/entry.ts';
import { keyOfEventId } from '../../src/store/event-id.ts';
import type { HealthReason } from '../../src/store/health.ts';
import { createIndexedDbJournal } from '../../src/store/indexed-db-journal.ts';
import { type LearnerLog, type LogOptions, openLog } from '../../src/store/log.ts';
import { formatRecord } from '../../src/store/record.ts';
import { seal } from '../../src/store/seal.ts';
import { compareEvents } from '../../src/store/timeline.ts';
import { DATA_VERSION, formatVersion } from '../../src/store/version.ts';
import {
  asWriter,
  createFakeChannel,
  createFakeJournal,
  createMemoryStorage,
  type FakeJournal,
  foreignReview,
  idsOf,
  type MemoryStorage,
  NAMESPACE,
  NOW,
  reviewAt,
} from './fakes.ts';

let writers = 0;

function open(options: Partial<LogOptions> = {}): Promise<LearnerLog> {
  writers += 1;
  return openLog({
    namespace: NAMESPACE,
    storage: undefined,
    journal: undefined,
    writer: asWriter(`writer${writers.toString(36)}`),
    patienceMs: 20,
    ...options,
  });
}

async function openAndFill(count: number, options: Partial<LogOptions>): Promise<readonly LearnerEvent[]> {
  const log = await open(options);
  for (let index = 0; index < count; index += 1) await log.append(reviewAt(NOW + index)).saved;
  await log.close();
  return log.events();
}

const eventKeys = (map: ReadonlyMap<string, string>) =>
  [...map.keys()].map((key) => key.replace(NAMESPACE, '')).filter((key) => key.startsWith('e:'));

describe('a storage and a journal of every kind', () => {
  const storages: readonly (readonly [string, () => StorageLike | undefined, HealthReason | undefined])[] = [
    ['working', () => createMemoryStorage(), undefined],
    ['missing', () => undefined, 'storage-missing'],
    ['full', () => createMemoryStorage(0), 'storage-full'],
    ...(['read', 'write', 'all', 'forget'] as const).map(
      (failure) =>
        [
          `failing (${failure})`,
          () => Object.assign(createMemoryStorage(), { failure }),
          'storage-failed',
        ] as const,
    ),
  ];
  const failingJournal = (failure: FakeJournal['failure']) => () =>
    Object.assign(createFakeJournal(), { failure });
  const journals: readonly (readonly [string, () => Journal | undefined, HealthReason | undefined])[] = [
    ['IndexedDB', () => createIndexedDbJournal(new IDBFactory(), `${NAMESPACE}journal`), undefined],
    ['fake', () => createFakeJournal(), undefined],
    ['missing', () => undefined, 'journal-missing'],
    ['unreadable', failingJournal('load'), 'journal-failed'],
    ['unwritable', failingJournal('write'), 'journal-failed'],
    ['blocked', failingJournal('all'), 'journal-failed'],
    ['throwing', failingJournal('throw'), 'journal-failed'],
    ['full', failingJournal('full'), 'journal-full'],
    ['silent', failingJournal('silent'), 'journal-slow'],
  ];
  const pairs = storages.flatMap(([storageName, createStorage, storageReason]) =>
    journals.map(([journalName, createJournal, journalReason]) => ({
      storageName,
      createStorage,
      storageReason,
      journalName,
      createJournal,
      journalReason,
    })),
  );

  test.each(pairs)(
    '[S13] storage $storageName, journal $journalName: every event is kept and its fate told',
    async (pair) => {
      const storage = pair.createStorage();
      const journal = pair.createJournal();
      // On a busy machine a journal that works may take its time.
      const patienceMs = pair.journalName === 'silent' ? 50 : 20_000;
      const log = await open({ storage, journal, patienceMs });
      const heard: LearnerEvent[] = [];
      log.subscribe((events) => heard.push(...events));
      const { event, saved } = log.append(reviewAt(NOW));
      expect(log.events()).toEqual([event]);
      expect(heard).toEqual([event]);
      const canWrite = pair.journalReason === undefined || pair.journalName === 'unreadable';
      const reason = pair.storageReason ?? (canWrite ? undefined : pair.journalReason);
      expect(await saved).toEqual({
        local: pair.storageReason === undefined,
        journal: canWrite,
        ...(reason === undefined ? {} : { reason }),
      });
      expect(log.health().reasons).toEqual(
        [pair.storageReason, pair.journalReason].filter((one) => one !== undefined),
      );
      await log.close();

      const readable = await open({ storage, journal, patienceMs });
      const survives = pair.storageReason === undefined || (canWrite && pair.journalName !== 'unreadable');
      expect(readable.events()).toEqual(survives ? [event] : []);
      await readable.close();
    },
  );

  test.each([
    ['durable', undefined, undefined],
    ['local-only', undefined, 'journal-missing'],
    ['journal-only', 'storage-missing', undefined],
    ['memory-only', 'storage-missing', 'journal-missing'],
  ] as const)('[S16] level %s', async (level, storageReason, journalReason) => {
    const log = await open({
      storage: storageReason ? undefined : createMemoryStorage(),
      journal: journalReason ? undefined : createFakeJournal(),
    });
    const reasons = [storageReason, journalReason].filter((one) => one !== undefined);
    expect(log.health()).toEqual({ level, reasons });
  });
});

describe('writing', () => {
  test('[S7] the local side has the event when append returns, the journal when saved settles', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const log = await open({ storage, journal, writer: asWriter('k3f9a0b1c2'), patienceMs: 60_000 });
    journal.failure = 'silent';
    let isSettled = false;
    const { event, saved } = log.append(reviewAt(NOW));
    void saved.then(() => {
      isSettled = true;
    });
    expect(storage.map.get(`${NAMESPACE}e:k3f9a0b1c2:0000`)).toBe(formatRecord(event));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isSettled).toBe(false);
    journal.release();
    expect(await saved).toEqual({ local: true, journal: true });
    expect(journal.map.get('e:k3f9a0b1c2:0000')).toBe(formatRecord(event));
  });

  test('[S1] ids are unique, even with one writer opened twice in one millisecond', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const writer = asWriter('k3f9a0b1c2');
    const first = await openAndFill(1, { storage, journal, writer });
    const log = await open({ storage, journal, writer });
    const second = log.append(reviewAt(NOW)).event;
    expect(second.id).not.toBe(first[0]?.id);
    await log.close();
    expect((await open({ storage, journal })).events()).toHaveLength(2);
  });

  test('[S2] one writer’s events within a millisecond stay as appended', async () => {
    const log = await open();
    const appended = Array.from({ length: 100 }, () => log.append(reviewAt(NOW)).event);
    expect(log.events()).toEqual(appended);
  });

  test('[S8] a taken key is left alone and the event goes beside it', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const writer = asWriter('k3f9a0b1c2');
    const other = formatRecord(foreignReview(NOW - 5, 'k3f9a0b1c2', 0));
    const log = await open({ storage, journal, writer });
    storage.map.set(`${NAMESPACE}e:k3f9a0b1c2:0000`, other);
    const { event, saved } = log.append(reviewAt(NOW));
    expect(await saved).toMatchObject({ local: true });
    expect(storage.map.get(`${NAMESPACE}e:k3f9a0b1c2:0000`)).toBe(other);
    expect(storage.map.get(`${NAMESPACE}e:k3f9a0b1c2:0000~1`)).toBe(formatRecord(event));
    await log.close();
    const again = await open({ storage, journal });
    expect(again.events()).toHaveLength(2);
    expect(journal.map.size).toBe(3);
  });

  test.each([
    [NOW + 0.4, NOW],
    [-5, 0],
    [Number.POSITIVE_INFINITY, 36 ** 9 - 1],
  ])('[S9] the time %d becomes %d', async (at, expected) => {
    const log = await open({ storage: createMemoryStorage() });
    expect(log.append(reviewAt(at)).event.at).toBe(expected);
  });

  test('[S9] a duration is whole and not negative, as it will be read back', async () => {
    const log = await open({ storage: createMemoryStorage() });
    expect(log.append({ ...reviewAt(NOW), durationMs: 12.6 } as never).event).toMatchObject({
      durationMs: 13,
    });
    expect(log.append({ ...reviewAt(NOW), durationMs: -4 } as never).event).toMatchObject({ durationMs: 0 });
  });

  test.each([
    { at: Number.NaN },
    { grade: 7 },
    { card: '__proto__' },
    { durationMs: Number.NaN },
    { offsetMinutes: 1e9 },
  ])('[S9] the draft %j throws and changes nothing', async (change) => {
    const storage = createMemoryStorage();
    const log = await open({ storage });
    expect(() => log.append({ ...reviewAt(NOW), ...change } as never)).toThrow(/^Inconsistent:/);
    expect(log.events()).toEqual([]);
    expect(storage.map.size).toBe(0);
  });

  test('[S9] append after close throws', async () => {
    const log = await open({ storage: createMemoryStorage() });
    await log.close();
    expect(() => log.append(reviewAt(NOW))).toThrow(/^Inconsistent:/);
    expect(() => log.merge([])).toThrow(/^Inconsistent:/);
  });

  test('[S7] close waits for the journal', async () => {
    const journal = createFakeJournal();
    const log = await open({ journal, patienceMs: 60_000 });
    journal.failure = 'silent';
    const { event } = log.append(reviewAt(NOW));
    const closing = log.close().then(() => eventKeys(journal.map));
    await new Promise((resolve) => setImmediate(resolve));
    journal.release();
    expect(await closing).toEqual([keyOfEventId(event.id)]);
  });

  test('[S14] a closed log writes nothing when a slow journal answers at last', async () => {
    const storage = createMemoryStorage();
    await openAndFill(2, { storage });
    const journal = Object.assign(createFakeJournal(), { failure: 'silent' as const });
    const log = await open({ storage, journal, patienceMs: 1 });
    await log.close();
    journal.release();
    await new Promise((resolve) => setTimeout(resolve));
    expect(journal.map.size).toBe(0);
  });

  test('[S11] nothing outside the namespace is touched', async () => {
    const storage = createMemoryStorage();
    const foreign = ['recall:/e:other', 'recall:/course2/e:a', `${NAMESPACE}p:locale`, `${NAMESPACE}later:x`];
    for (const key of foreign) storage.map.set(key, 'theirs');
    const log = await open({ storage, journal: createFakeJournal() });
    await log.append(reviewAt(NOW)).saved;
    expect(log.quarantined()).toEqual([]);
    for (const key of foreign) expect(storage.map.get(key)).toBe('theirs');
    expect(storage.reads.every((key) => key.startsWith(NAMESPACE))).toBe(true);
    expect([...storage.map.keys()].slice(foreign.length).every((key) => key.startsWith(NAMESPACE))).toBe(
      true,
    );
  });

  test('[S11] a namespace without end is refused', async () => {
    await expect(open({ namespace: 'recall:/course' })).rejects.toThrow(/^Inconsistent:/);
  });
});

describe('union', () => {
  const event = fc
    .tuple(fc.nat(9), fc.constantFrom('writera', 'writerb'), fc.nat(5))
    .map(([late, writer, seq]) => foreignReview(NOW + late, writer, seq));
  const events = fc.array(event, { maxLength: 12 });
  async function union(...parts: readonly (readonly LearnerEvent[])[]): Promise<readonly LearnerEvent[]> {
    const log = await open({ storage: createMemoryStorage() });
    for (const part of parts) log.merge(part);
    return log.events();
  }

  test('[S10] is commutative, associative and idempotent', async () => {
    await fc.assert(
      fc.asyncProperty(events, events, events, async (a, b, c) => {
        const all = await union(a, b, c);
        expect(await union(c, b, a)).toEqual(all);
        expect(await union(a, await union(b, c))).toEqual(all);
        expect(await union(await union(a, b), c)).toEqual(all);
        expect(await union(all, a, all)).toEqual(all);
        expect(all.toSorted(compareEvents)).toEqual(all);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test('[S10] tells what was new, and saves it like an own event', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const log = await open({ storage, journal });
    const [a, b] = [foreignReview(NOW, 'writera', 0), foreignReview(NOW, 'writera', 1)];
    log.merge([a]);
    const heard: LearnerEvent[][] = [];
    log.subscribe((fresh) => heard.push([...fresh]));
    const { added, refused, saved } = log.merge([
      b,
      a,
      b,
      { ...b, at: 1 },
      { ...b, id: 'x' } as never,
      null as never,
    ]);
    expect(added).toEqual([b]);
    expect(heard).toEqual([[b]]);
    expect(refused).toBe(3);
    expect(await saved).toEqual({ local: true, journal: true });
    expect(eventKeys(storage.map)).toEqual(['e:writera:0000', 'e:writera:0001']);
    expect(eventKeys(journal.map)).toEqual(['e:writera:0000', 'e:writera:0001']);
  });

  test('[S10] merging nothing writes nothing', async () => {
    const storage = createMemoryStorage();
    const log = await open({ storage, journal: createFakeJournal() });
    expect(await log.merge([]).saved).toEqual({ local: true, journal: true });
    expect(storage.map.size).toBe(0);
  });
});

describe('opening', () => {
  test('[S12] unites both sides and heals each, byte for byte', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    await openAndFill(6, { storage, journal });
    const texts = new Map(journal.map);
    for (const key of eventKeys(texts).slice(0, 2)) storage.map.delete(NAMESPACE + key);
    for (const key of eventKeys(texts).slice(4)) journal.map.delete(key);
    const log = await open({ storage, journal });
    expect(log.events()).toHaveLength(6);
    expect(log.health().level).toBe('durable');
    expect(new Map([...journal.map].toSorted())).toEqual(new Map([...texts].toSorted()));
    for (const [key, text] of texts) expect(storage.map.get(NAMESPACE + key)).toBe(text);
  });

  test('[S12] the journal is asked before the local side is read, so that neither waits for the other', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    await openAndFill(2, { storage, journal });
    const order: string[] = [];
    const log = await open({
      storage: {
        ...storage,
        get length() {
          order.push('local');
          return storage.length;
        },
      },
      journal: {
        ...journal,
        load(known) {
          order.push('journal');
          return journal.load(known);
        },
      },
    });
    expect(order.slice(0, 2)).toEqual(['journal', 'local']);
    expect(log.events()).toHaveLength(2);
  });

  test.each(['storage', 'journal'] as const)('[S12] %s alone holds everything', async (left) => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const events = await openAndFill(5, { storage, journal });
    const log = await open(left === 'storage' ? { storage } : { journal });
    expect(log.events()).toEqual(events);
  });

  test('[S12] an empty log writes nothing', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    await openAndFill(0, { storage, journal });
    expect([storage.map.size, journal.map.size]).toEqual([0, 0]);
  });

  test('[S5] an unknown event and unknown fields heal byte for byte', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const [review] = [foreignReview(NOW, 'writera', 0)];
    const later = seal(
      `{ "id":"${foreignReview(NOW, 'writera', 1).id}" ,"type":"card.flagged","tz":0.0,"x":1e2}`,
    );
    const extended = seal(
      formatRecord(review as LearnerEvent)
        .slice(8)
        .replace('}', ',"mood":"good"}'),
    );
    storage.map.set(`${NAMESPACE}e:writera:0001`, later);
    journal.map.set('e:writera:0000', extended);
    const log = await open({ storage, journal });
    expect(log.events().map(({ type }) => type)).toEqual(['card.reviewed', 'unknown']);
    expect(journal.map.get('e:writera:0001')).toBe(later);
    expect(storage.map.get(`${NAMESPACE}e:writera:0000`)).toBe(extended);
  });

  test('[S12] a local side that was wiped gets the version back, too', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    await openAndFill(2, { storage, journal });
    const before = new Map([...storage.map].toSorted());
    storage.map.clear();
    await open({ storage, journal });
    expect(new Map([...storage.map].toSorted())).toEqual(before);
  });

  test.each(['the next event', 'waking'])(
    '[S17] a journal that could not be read is read and healed with %s',
    async (cause) => {
      const storage = createMemoryStorage();
      const journal = createFakeJournal();
      const channel = createFakeChannel();
      await openAndFill(2, { journal });
      await openAndFill(2, { storage });
      const keys = [...eventKeys(journal.map), ...eventKeys(storage.map)].toSorted();
      journal.failure = 'load';
      const log = await open({ storage, journal, channel });
      expect(log.health()).toEqual({ level: 'local-only', reasons: ['journal-failed'] });
      expect(log.events()).toHaveLength(2);
      expect(eventKeys(journal.map)).toHaveLength(2);
      const healthy = new Promise((resolve) =>
        log.watchHealth(({ level }) => level === 'durable' && resolve(level)),
      );
      journal.failure = 'none';
      if (cause === 'waking') channel.send({ type: 'woken' });
      else keys.push(keyOfEventId(log.append(reviewAt(NOW)).event.id));
      await healthy;
      await log.close();
      expect(log.events()).toHaveLength(keys.length);
      expect(eventKeys(journal.map).toSorted()).toEqual(keys.toSorted());
      expect(eventKeys(storage.map).toSorted()).toEqual(keys.toSorted());
    },
  );

  test('[S13] a journal that cannot be read is not told a version, which it may have already', async () => {
    const journal = Object.assign(createFakeJournal(), { failure: 'load' as const });
    journal.map.set('version', 'damaged');
    const log = await open({ journal });
    expect(await log.append(reviewAt(NOW)).saved).toMatchObject({ journal: true });
  });

  test('[S14] a slow journal is left behind, and what it says later is merged in', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const [old] = await openAndFill(1, { journal });
    journal.failure = 'silent';
    const log = await open({ storage, journal, patienceMs: 1 });
    expect(log.health()).toEqual({ level: 'local-only', reasons: ['journal-slow'] });
    const { event, saved } = log.append(reviewAt(NOW + 9));
    expect(await saved).toEqual({ local: true, journal: false, reason: 'journal-slow' });
    const heard = new Promise((resolve) => log.subscribe(resolve));
    const healthy = new Promise((resolve) =>
      log.watchHealth(({ level }) => level === 'durable' && resolve(level)),
    );
    journal.release();
    expect(await heard).toEqual([old]);
    expect(await healthy).toBe('durable');
    expect(log.events()).toEqual([old, event]);
    expect(eventKeys(storage.map)).toHaveLength(2);
    expect(eventKeys(journal.map)).toHaveLength(2);
  });

  test('[S15] acknowledged events survive any loss of the last local writes', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('append' as const), late: fc.integer({ min: -3, max: 9 }) }),
      fc.record({ do: fc.constant('kill' as const), lost: fc.nat(12) }),
      fc.record({
        do: fc.constant('journal' as const),
        failure: fc.constantFrom('none' as const, 'write' as const, 'full' as const),
      }),
      fc.record({ do: fc.constant('quota' as const), quota: fc.constantFrom(600, 5_242_880) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const storage = createMemoryStorage();
        const journal = createFakeJournal();
        const acknowledged = new Set<string>();
        let log = await open({ storage, journal });
        for (const one of steps) {
          if (one.do === 'append') {
            const { event, saved } = log.append(reviewAt(NOW + one.late));
            // The tick of the interface waits for the journal, which alone survives a kill.
            if ((await saved).journal) acknowledged.add(event.id);
          } else if (one.do === 'journal') {
            journal.failure = one.failure;
          } else if (one.do === 'quota') {
            storage.quota = one.quota;
          } else {
            storage.loseLast(one.lost);
            log = await open({ storage, journal });
          }
          const readable = new Set<string>(idsOf(log.events()));
          expect([...acknowledged].filter((id) => !readable.has(id))).toEqual([]);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe('health', () => {
  test('[S17] what was not taken is stored with the next event once there is room', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const log = await open({ storage, journal });
    const levels: string[] = [];
    log.watchHealth(({ level }) => levels.push(level));
    storage.quota = 0;
    expect(await log.append(reviewAt(NOW)).saved).toEqual({
      local: false,
      journal: true,
      reason: 'storage-full',
    });
    storage.quota = 5000;
    journal.failure = 'full';
    expect(await log.append(reviewAt(NOW)).saved).toEqual({
      local: true,
      journal: false,
      reason: 'journal-full',
    });
    journal.failure = 'none';
    expect(await log.append(reviewAt(NOW)).saved).toEqual({ local: true, journal: true });
    expect(levels).toEqual(['journal-only', 'durable', 'local-only', 'durable']);
    expect(eventKeys(storage.map)).toHaveLength(3);
    expect(eventKeys(journal.map)).toHaveLength(3);
  });

  test('[S17] a write that the journal was slow with counts when it has ended, without another event', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const log = await open({ storage, journal });
    await log.append(reviewAt(NOW)).saved;
    journal.failure = 'silent';
    const { saved } = log.append(reviewAt(NOW + 1));
    expect(await saved).toEqual({ local: true, journal: false, reason: 'journal-slow' });
    expect(log.health()).toEqual({ level: 'local-only', reasons: ['journal-slow'] });
    const healed = new Promise((resolve) => log.watchHealth(resolve));
    journal.release();
    expect(await healed).toEqual({ level: 'durable', reasons: [] });
    expect((await open({ journal })).events()).toHaveLength(2);
  });

  test('[S17] waking tries again, too', async () => {
    const storage = createMemoryStorage(0);
    const journal = createFakeJournal();
    const channel = createFakeChannel();
    const log = await open({ storage, journal, channel });
    await log.append(reviewAt(NOW)).saved;
    const healthy = new Promise((resolve) => log.watchHealth(resolve));
    storage.quota = 5000;
    channel.send({ type: 'woken' });
    expect(await healthy).toEqual({ level: 'durable', reasons: [] });
    expect(eventKeys(storage.map)).toHaveLength(1);
  });

  test('[S16] an ended watch and an ended subscription are silent', async () => {
    const log = await open({ storage: createMemoryStorage(0), journal: createFakeJournal() });
    const calls: unknown[] = [];
    log.watchHealth((health) => calls.push(health))();
    log.subscribe((events) => calls.push(events))();
    await log.append(reviewAt(NOW)).saved;
    expect(calls).toEqual([]);
  });
});

describe('damage', () => {
  const damaged: readonly (readonly [string, (text: string) => string])[] = [
    ['changed', (text) => text.replace('480', '481')],
    ['truncated', (text) => text.slice(0, -9)],
    ['emptied', () => ''],
    ['foreign', () => '{"cards":[]}'],
  ];

  test.each(damaged)(
    '[S18] a %s text is copied, reported and left in place; the journal heals it',
    async (_, damage) => {
      const storage = createMemoryStorage();
      const journal = createFakeJournal();
      const events = await openAndFill(3, { storage, journal });
      const key = eventKeys(storage.map)[1] ?? '';
      const bad = damage(storage.map.get(NAMESPACE + key) ?? '');
      storage.map.set(NAMESPACE + key, bad);
      for (let round = 0; round < 3; round += 1) {
        const log = await open({ storage, journal });
        expect(log.events()).toEqual(events);
        expect(log.quarantined()).toEqual([{ key, text: bad, flaw: expect.any(String), copied: true }]);
        expect(storage.map.get(`${NAMESPACE}q:${key}`)).toBe(bad);
        expect(storage.map.get(NAMESPACE + key)).toBe(bad);
        expect(log.health().level).toBe('durable');
        expect(storage.map.size).toBe(6);
      }
      expect((await open({ storage })).events()).toEqual(events);
    },
  );

  test('[S18] a second damage under one key gets a copy of its own', async () => {
    const storage = createMemoryStorage();
    storage.map.set(`${NAMESPACE}e:writera:0`, 'one');
    await open({ storage });
    storage.map.set(`${NAMESPACE}e:writera:0`, 'two');
    const log = await open({ storage });
    expect(log.quarantined().map(({ key, text }) => [key, text])).toEqual([
      ['e:writera:0', 'two'],
      ['e:writera:0', 'one'],
    ]);
    expect([...storage.map.values()].toSorted()).toEqual(['one', 'two', 'two']);
  });

  test('[S18] without room for the copy the text stays and is reported', async () => {
    const storage = createMemoryStorage();
    storage.map.set(`${NAMESPACE}e:writera:0`, 'bad');
    storage.quota = 0;
    const log = await open({ storage });
    expect(log.quarantined()).toEqual([{ key: 'e:writera:0', text: 'bad', flaw: 'checksum', copied: false }]);
    expect([...storage.map.values()]).toEqual(['bad']);
  });

  test('[S18] damage in the journal is copied to the local side and healed beside', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const events = await openAndFill(2, { storage, journal });
    const key = eventKeys(journal.map)[0] ?? '';
    journal.map.set(key, 'bad');
    const log = await open({ storage, journal });
    expect(log.quarantined()).toMatchObject([{ key: `journal/${key}`, text: 'bad', copied: true }]);
    expect(storage.map.get(`${NAMESPACE}q:journal/${key}`)).toBe('bad');
    expect((await open({ journal })).events()).toEqual(events);
  });

  test('[S19] any damage to any local bytes costs at most those events, and none that the journal holds', async () => {
    const harm = fc.record({ at: fc.nat(), index: fc.nat(), unit: fc.nat(0xffff), cut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(harm, { maxLength: 5 }), async (harms) => {
        const storage = createMemoryStorage();
        const journal = createFakeJournal();
        const events = await openAndFill(6, { storage, journal });
        const keys = eventKeys(storage.map);
        const hit = new Set<string>();
        for (const { at, index, unit, cut } of harms) {
          const key = keys[at % keys.length] ?? '';
          const text = storage.map.get(NAMESPACE + key) ?? '';
          const place = index % Math.max(1, text.length);
          const rest = cut ? '' : String.fromCharCode(unit) + text.slice(place + 1);
          storage.map.set(NAMESPACE + key, text.slice(0, place) + rest);
          hit.add(key);
        }
        const alone = await open({ storage });
        const kept = events.filter(({ id }) => !hit.has(keyOfEventId(id)));
        expect(idsOf(alone.events())).toEqual(expect.arrayContaining(idsOf(kept)));
        expect((await open({ storage, journal })).events()).toEqual(events);
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe('versions', () => {
  test.each(['storage', 'journal'] as const)(
    '[S20] newer data in the %s is read and left untouched',
    async (side) => {
      const storage = createMemoryStorage();
      const journal = createFakeJournal();
      const events = await openAndFill(2, { storage, journal });
      if (side === 'storage') storage.map.set(`${NAMESPACE}version`, formatVersion(DATA_VERSION + 1));
      else journal.map.set('version', formatVersion(DATA_VERSION + 1));
      storage.map.set(`${NAMESPACE}e:writerz:0`, 'unreadable to us');
      const before = [new Map(storage.map), new Map(journal.map)];
      const log = await open({ storage, journal });
      expect(log.health()).toEqual({ level: 'memory-only', reasons: ['newer-version'] });
      const { event, saved } = log.append(reviewAt(NOW + 9));
      expect(await saved).toEqual({ local: false, journal: false, reason: 'newer-version' });
      expect(log.events()).toEqual([...events, event]);
      expect([storage.map, journal.map]).toEqual(before);
    },
  );

  test('[S20] a log that is open stops writing when newer data appears', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const log = await open({ storage, journal });
    await log.append(reviewAt(NOW)).saved;
    storage.map.set(`${NAMESPACE}version`, formatVersion(DATA_VERSION + 1));
    const before = [new Map(storage.map), new Map(journal.map)];
    expect(await log.append(reviewAt(NOW)).saved).toMatchObject({ reason: 'newer-version' });
    expect(log.health().reasons).toEqual(['newer-version']);
    expect([storage.map, journal.map]).toEqual(before);
  });

  test('[S20] the version is written with the first event, on both sides', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    await openAndFill(1, { storage, journal });
    expect(storage.map.get(`${NAMESPACE}version`)).toBe('6dd28e9b3');
    expect(journal.map.get('version')).toBe('6dd28e9b3');
  });

  test.each(['83dcefb72', '', '2', '00000000', 'x'])(
    '[S21] the damaged version %j locks nobody out',
    async (text) => {
      const storage = createMemoryStorage();
      const journal = createFakeJournal();
      const events = await openAndFill(2, { storage, journal });
      storage.map.set(`${NAMESPACE}version`, text);
      journal.map.set('version', text);
      const log = await open({ storage, journal });
      expect(log.events()).toEqual(events);
      expect(await log.append(reviewAt(NOW)).saved).toEqual({ local: true, journal: true });
      expect(log.quarantined().map(({ key, flaw }) => [key, flaw])).toEqual([
        ['version', 'version'],
        ['journal/version', 'version'],
      ]);
      expect(storage.map.get(`${NAMESPACE}version`)).toBe(text);
    },
  );
});

describe('tabs', () => {
  test('[S22] two logs lose nothing, however they interleave', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), async (turns) => {
        const storage = createMemoryStorage();
        const journal = createFakeJournal();
        const [left, right] = await Promise.all([open({ storage, journal }), open({ storage, journal })]);
        const appended = turns.map((isLeft) => (isLeft ? left : right).append(reviewAt(NOW)));
        await Promise.all(appended.map(({ saved }) => saved));
        const ids = appended.map(({ event }) => event.id).toSorted();
        for (const sides of [{ storage }, { journal }, { storage, journal }]) {
          expect(idsOf((await open(sides)).events())).toEqual(ids);
        }
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  async function openPair(storage: MemoryStorage) {
    const channel = createFakeChannel();
    const journal = createFakeJournal();
    const log = await open({ storage, journal, channel });
    const other = await open({
      storage,
      journal,
      channel: { ...createFakeChannel(), post: (entries) => channel.send({ type: 'written', entries }) },
    });
    return { log, other, channel, journal };
  }

  test('[S23] an answer in another tab arrives at once, by reading its key only', async () => {
    const storage = createMemoryStorage();
    await openAndFill(20, { storage });
    const { log, other } = await openPair(storage);
    const heard: LearnerEvent[] = [];
    log.subscribe((events) => heard.push(...events));
    storage.reads = [];
    const { event } = other.append(reviewAt(NOW + 99));
    expect(heard).toEqual([event]);
    const key = NAMESPACE + keyOfEventId(event.id);
    expect(new Set(storage.reads)).toEqual(new Set([key, `${NAMESPACE}version`, `${NAMESPACE}era`]));
  });

  test('[S23] what only the message holds is taken from it, and healed on waking', async () => {
    const storage = createMemoryStorage();
    const channel = createFakeChannel();
    const journal = createFakeJournal();
    const log = await open({ storage, journal, channel });
    const event = foreignReview(NOW, 'writera', 0);
    const text = formatRecord(event);
    const entry = { key: 'e:writera:0000', text };
    channel.send({
      type: 'written',
      entries: [entry, entry, { key: 'e:writera:0001', text: 'bad' }, { key: 'p:x', text }],
    });
    expect(log.events()).toEqual([event]);
    expect(log.quarantined()).toEqual([]);
    expect(storage.map.size).toBe(0);
    channel.send({ type: 'woken' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(eventKeys(storage.map)).toEqual(['e:writera:0000']);
    expect(eventKeys(journal.map)).toEqual(['e:writera:0000']);
  });

  test('[S23] our own storage is believed before the message', async () => {
    const storage = createMemoryStorage();
    const channel = createFakeChannel();
    const log = await open({ storage, channel });
    const event = foreignReview(NOW, 'writera', 0);
    const key = keyOfEventId(event.id);
    storage.map.set(NAMESPACE + key, formatRecord(event));
    storage.map.set(`${NAMESPACE}e:writerb:0`, 'bad');
    channel.send({ type: 'written', entries: [{ key, text: 'bad' }] });
    expect(log.events()).toEqual([event]);
    channel.send({ type: 'written', entries: [{ key: 'e:writerb:0', text: 'bad' }] });
    expect(log.quarantined()).toMatchObject([{ key: 'e:writerb:0', text: 'bad', copied: true }]);
  });

  test('[S23] a closed log hears nothing more', async () => {
    const channel = createFakeChannel();
    const log = await open({ storage: createMemoryStorage(), channel });
    await log.close();
    const text = formatRecord(foreignReview(NOW, 'writera', 0));
    channel.send({ type: 'written', entries: [{ key: 'e:writera:0000', text }] });
    expect(log.events()).toEqual([]);
  });

  test('[S23] own events are posted; a channel that throws stops nothing', async () => {
    const channel = createFakeChannel();
    const log = await open({ storage: createMemoryStorage(), journal: createFakeJournal(), channel });
    const { event } = log.append(reviewAt(NOW));
    expect(channel.posted).toEqual([{ key: keyOfEventId(event.id), text: formatRecord(event) }]);
    channel.post = () => {
      throw new Error('closed');
    };
    expect(await log.append(reviewAt(NOW)).saved).toEqual({ local: true, journal: true });
  });

  test('[S24] waking reads only what is new', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const channel = createFakeChannel();
    await openAndFill(20, { storage, journal });
    const log = await open({ storage, journal, channel });
    const late = foreignReview(NOW + 50, 'writerq', 0);
    const key = NAMESPACE + keyOfEventId(late.id);
    storage.map.set(key, formatRecord(late));
    storage.reads = [];
    const heard = new Promise<readonly LearnerEvent[]>((resolve) => log.subscribe(resolve));
    channel.send({ type: 'woken' });
    expect(await heard).toEqual([late]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(new Set(storage.reads)).toEqual(new Set([key, `${NAMESPACE}version`, `${NAMESPACE}era`]));
    expect(eventKeys(journal.map)).toHaveLength(21);
  });

  test('[S7] a listener that throws stops neither the save nor the others', async () => {
    const errors: unknown[] = [];
    const queue = globalThis.queueMicrotask;
    globalThis.queueMicrotask = (callback) => {
      try {
        callback();
      } catch (error) {
        errors.push(error);
      }
    };
    try {
      const log = await open({ storage: createMemoryStorage(), journal: createFakeJournal() });
      const heard: unknown[] = [];
      log.subscribe(() => {
        throw new Error('view');
      });
      log.subscribe((events) => heard.push(...events));
      const { event, saved } = log.append(reviewAt(NOW));
      expect(heard).toEqual([event]);
      expect(errors).toEqual([new Error('view')]);
      expect(await saved).toEqual({ local: true, journal: true });
    } finally {
      globalThis.queueMicrotask = queue;
    }
  });
});
