import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../../src/format/event.ts';
import { baseOfKey, isChunkOfKey } from '../../src/store/chunk.ts';
import type { LearnerLog, LogOptions } from '../../src/store/log.ts';
import { DATA_VERSION, formatVersion } from '../../src/store/version.ts';
import {
  appendReviews,
  createFakeChannel,
  createFakeJournal,
  createMemoryStorage,
  type FakeJournal,
  idsOf,
  keysOf,
  type MemoryStorage,
  NAMESPACE,
  NOW,
  openTestLog,
  reviewAt,
} from './fakes.ts';

const SMALL = { keepEvents: 5, keepMs: 0, minEvents: 10, maxEvents: 40 };

interface OneSide {
  readonly sides: Partial<LogOptions>;
  /** What the side that works holds. */
  readonly map: Map<string, string>;
  readonly start: string;
}

const overStorage = (journal?: FakeJournal['failure']) => (): OneSide => {
  const storage = createMemoryStorage();
  const failing = journal && Object.assign(createFakeJournal(), { failure: journal });
  return { sides: { storage, journal: failing, patienceMs: 2 }, map: storage.map, start: NAMESPACE };
};

const overJournal = (create?: () => MemoryStorage) => (): OneSide => {
  const journal = createFakeJournal();
  return { sides: { storage: create?.(), journal }, map: journal.map, start: '' };
};

const failingStorage = (failure: MemoryStorage['failure']) => () =>
  Object.assign(createMemoryStorage(), { failure });

const WORLDS: readonly (readonly [string, () => OneSide])[] = [
  ['no journal', overStorage()],
  ['a blocked journal', overStorage('all')],
  ['an unreadable journal', overStorage('throw')],
  ['a full journal', overStorage('full')],
  ['a journal left behind', overStorage('silent')],
  ['no storage', overJournal()],
  ['a blocked storage', overJournal(failingStorage('all'))],
  ['a storage that forgets', overJournal(failingStorage('forget'))],
  ['a full storage', overJournal(() => createMemoryStorage(0))],
];

async function openAndPack(sides: Partial<LogOptions>): Promise<LearnerLog> {
  const log = await openTestLog({ packing: SMALL, ...sides });
  await log.pack();
  return log;
}

/** Packs so many reviews, and gives them. */
async function fill(count: number, sides: Partial<LogOptions>) {
  const log = await openAndPack(sides);
  await appendReviews(log, count);
  await log.pack();
  await log.close();
  return log.events();
}

/** How often each chunk stands undamaged. */
function countSound({ map, start }: Pick<OneSide, 'map' | 'start'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [full, text] of map) {
    const key = full.slice(start.length);
    if (!key.startsWith('c:')) continue;
    const base = baseOfKey(key);
    counts.set(base, (counts.get(base) ?? 0) + (isChunkOfKey(key, text) ? 1 : 0));
  }
  return counts;
}

type Harm = 'delete' | 'cut' | 'empty';

function harm(map: Map<string, string>, key: string, how: Harm): string | undefined {
  const text = map.get(key) ?? '';
  const damaged = { delete: undefined, cut: text.slice(0, Math.floor(text.length / 2)), empty: '' }[how];
  if (damaged === undefined) map.delete(key);
  else map.set(key, damaged);
  return damaged;
}

const HARMS: readonly Harm[] = ['delete', 'cut', 'empty'];

describe.each(WORLDS)('with %s', (_, create) => {
  test('[S43] any key deleted or cut costs its one answer at most, and is as safe again afterwards', async () => {
    const origin = create();
    const events = await fill(60, origin.sides);
    const stored = new Map(origin.map);
    expect([...countSound(origin).values()]).toEqual([2, 2]);
    for (const key of stored.keys()) {
      for (const how of HARMS) {
        const { sides, map, start } = create();
        for (const [name, text] of stored) map.set(name, text);
        const damaged = harm(map, key, how);
        const left = key.startsWith(`${start}e:`) ? 1 : 0;
        const log = await openAndPack(sides);
        expect(log.events().length, `${how} ${key}`).toBe(events.length - left);
        if (damaged !== undefined) expect(log.quarantined().map(({ text }) => text)).toContain(damaged);
        await log.close();
        expect([...countSound({ map, start }).values()], `${how} ${key}`).toEqual([2, 2]);

        // What was mirrored anew stands in for what was left the first time.
        const [sound = ''] = [...map.keys()].filter(
          (name) => name.startsWith(`${start}c:`) && isChunkOfKey(name, map.get(name)),
        );
        harm(map, sound, how);
        const again = await openTestLog({ packing: SMALL, ...sides });
        expect(again.events().length, `again ${how} ${key}`).toBe(events.length - left);
        await again.close();
      }
    }
  });

  test('[S43] answers stored many at once stand twice, too', async () => {
    const { sides, ...side } = create();
    const log = await openTestLog(sides);
    const drafts: EventDraft[] = Array.from({ length: 600 }, (_, index) => reviewAt(NOW + index));
    await log.appendAll(drafts).saved;
    await log.pack();
    await log.close();
    expect([...countSound(side).values()]).toEqual([2]);
  });

  test('[S43] what both sides held before one was lost is mirrored when the log is opened', async () => {
    const both = { storage: createMemoryStorage(), journal: createFakeJournal() };
    const events = await fill(60, both);
    const { sides, map, start } = create();
    const local = start === '' ? both.journal.map : both.storage.map;
    for (const [key, text] of local) map.set(key, text);
    expect([...countSound({ map, start }).values()]).toEqual([1, 1]);
    const log = await openAndPack(sides);
    expect(log.events()).toEqual(events);
    expect([...countSound({ map, start }).values()]).toEqual([2, 2]);
  });

  test('[S38] erasing takes the mirrors with it, at whatever pause of making them', async () => {
    const eraseIn = async (pause: number) => {
      const { sides, map, start } = create();
      let pauses = 0;
      let erasing: Promise<unknown> | undefined;
      let isElected = false;
      const log: LearnerLog = await openTestLog({
        packing: SMALL,
        ...sides,
        elect: async (task) => {
          if (isElected) await task();
        },
        async pause() {
          pauses += 1;
          if (pauses === pause) erasing = log.eraseEverything(NOW + 1e6);
          await Promise.resolve();
        },
      });
      await appendReviews(log, 40);
      isElected = true;
      await log.pack();
      await (erasing ?? log.eraseEverything(NOW + 1e6));
      await log.pack();
      const left = [...map.keys()].filter((key) => key.startsWith(`${start}c:`));
      expect(left, `pause ${pause}`).toEqual([]);
      await log.close();
      return pauses;
    };
    const pauses = await eraseIn(0);
    expect(pauses).toBeGreaterThan(4);
    for (let pause = 1; pause <= pauses; pause += 1) await eraseIn(pause);
  });

  test('[S20] nothing is mirrored under a newer version', async () => {
    const both = { storage: createMemoryStorage(), journal: createFakeJournal() };
    await fill(60, both);
    const { sides, map, start } = create();
    for (const [key, text] of start === '' ? both.journal.map : both.storage.map) map.set(key, text);
    map.set(`${start}version`, formatVersion(DATA_VERSION + 1));
    const before = new Map(map);
    await openAndPack(sides);
    expect(map).toEqual(before);
  });
});

describe('mirrors', () => {
  test('[S43] a crash at any moment of packing, and then a damaged key, cost one answer at most', async () => {
    const before = createMemoryStorage();
    const first = await fill(40, { storage: before });
    const stored = new Map(before.map);
    /** A second packing, which fills up the chunk of the first, as far as a crash leaves it. */
    const crash = async (lost: number) => {
      const storage = createMemoryStorage();
      for (const [key, text] of stored) storage.map.set(key, text);
      const log = await openTestLog({ storage, packing: { ...SMALL, minEvents: 40, maxEvents: 100 } });
      for (let index = 0; index < 40; index += 1) log.append(reviewAt(NOW + 100_000 + index));
      const all = log.events();
      const atRest = storage.map.size;
      await log.pack();
      await log.close();
      expect([...countSound({ map: storage.map, start: NAMESPACE }).values()]).toEqual([2]);
      storage.loseLast(lost);
      return { storage, all, atRest };
    };
    const { storage: packed, atRest } = await crash(0);
    const changes = 4 + atRest - packed.map.size;
    expect(changes).toBeGreaterThan(40);
    for (let lost = 0; lost <= changes; lost += 1) {
      const { storage, all } = await crash(lost);
      const left = new Map(storage.map);
      for (const key of [...left.keys()].filter((name) => name.includes('/c:') || name.endsWith('000'))) {
        storage.map.clear();
        for (const [name, text] of left) if (name !== key) storage.map.set(name, text);
        const log = await openTestLog({ storage, packing: SMALL });
        expect(all.length - log.events().length, `${lost} ${key}`).toBeLessThanOrEqual(
          key.includes('/e:') ? 1 : 0,
        );
        await log.close();
      }
    }
    expect(first).toHaveLength(40);
  });

  test('[S43] they are gone once the other side holds everything, and never before', async () => {
    const storage = createMemoryStorage();
    const journal = Object.assign(createFakeJournal(), { failure: 'all' as FakeJournal['failure'] });
    const channel = createFakeChannel();
    const events = await fill(60, { storage, journal });
    const log = await openTestLog({ storage, journal, channel, packing: SMALL });
    const sound = () => [...countSound({ map: storage.map, start: NAMESPACE }).values()];
    journal.failure = 'write';
    channel.send({ type: 'woken' });
    await log.append(reviewAt(NOW + 1e6)).saved;
    await log.pack();
    expect(sound()).toEqual([2, 2]);
    journal.failure = 'none';
    const healthy = new Promise((resolve) =>
      log.watchHealth(({ level }) => level === 'durable' && resolve(level)),
    );
    channel.send({ type: 'woken' });
    await healthy;
    await log.pack();
    expect(sound()).toEqual([1, 1]);
    expect(log.space().used).toBe(
      [...storage.map].reduce((sum, [key, text]) => sum + key.length + text.length, 0),
    );
    await log.close();
    for (const one of [{ storage }, { journal }]) {
      expect((await openTestLog(one)).events().slice(0, 60)).toEqual(events);
    }
  });

  test('[S43] what a mirror holds whole is not saved event by event', async () => {
    const storage = createMemoryStorage();
    await fill(60, { storage });
    const [chunk = ''] = keysOf(storage.map, 'c:').toSorted();
    const text = storage.map.get(NAMESPACE + chunk) ?? '';
    // All but the header can still be read.
    storage.map.set(NAMESPACE + chunk, text.slice(text.indexOf('\n') + 1));
    const journal = createFakeJournal();
    const log = await openTestLog({ storage, journal, packing: SMALL, elect: async () => undefined });
    expect(log.events()).toHaveLength(60);
    expect(log.quarantined()).toHaveLength(1);
    expect(keysOf(journal.map, 'c:')).toHaveLength(2);
    expect(keysOf(journal.map, 'e:')).toEqual(keysOf(storage.map, 'e:'));
  });

  test('[S43] none is removed but beside an undamaged chunk', async () => {
    const storage = createMemoryStorage();
    const events = await fill(40, { storage });
    const [chunk = '', mirror = ''] = keysOf(storage.map, 'c:').toSorted();
    let isElected = false;
    const log = await openTestLog({
      storage,
      journal: createFakeJournal(),
      packing: SMALL,
      elect: async (task) => {
        if (isElected) await task();
      },
    });
    // Damaged after it was read.
    harm(storage.map, NAMESPACE + chunk, 'cut');
    isElected = true;
    await log.append(reviewAt(NOW + 1e6)).saved;
    await log.pack();
    expect(storage.map.has(NAMESPACE + mirror)).toBe(true);
    expect((await openTestLog({ storage })).events().slice(0, 40)).toEqual(events);
  });

  test('[S43] whatever tabs do at once, each event stands somewhere, and nothing stays behind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { maxLength: 40 }),
        fc.array(fc.constantFrom('none' as const, 'all' as const), { minLength: 3, maxLength: 3 }),
        async (delays, failures) => {
          const storage = createMemoryStorage();
          const journal = createFakeJournal();
          const events = await fill(60, { storage });
          let next = 0;
          const pause = async () => {
            next += 1;
            for (let count = delays[next % (delays.length || 1)] ?? 0; count > 0; count -= 1)
              await Promise.resolve();
          };
          const tabs = await Promise.all(
            failures.map((failure) =>
              openTestLog({
                storage,
                // Of the tabs of one browser some may reach the journal, and some not.
                journal: failure === 'none' ? journal : undefined,
                packing: SMALL,
                pause,
              }),
            ),
          );
          await Promise.all(
            tabs.map((log, index) => (index === 1 ? appendReviews(log, 30, NOW + 1e6) : log.pack())),
          );
          await Promise.all(tabs.map((log) => log.pack()));
          await Promise.all(tabs.map((log) => log.close()));
          const log = await openAndPack({ storage, journal });
          expect(idsOf(log.events().slice(0, 60))).toEqual(idsOf(events));
          expect(log.events()).toHaveLength(90);
          await log.close();
          expect(Math.max(...countSound({ map: storage.map, start: NAMESPACE }).values())).toBe(1);
        },
      ),
      { seed: 43, numRuns: 60 },
    );
  });

  test('[S43] another site of the origin is left alone', async () => {
    const storage = createMemoryStorage();
    const other = await openTestLog({ storage, namespace: 'recall:/', packing: SMALL });
    await appendReviews(other, 40);
    await other.pack();
    await other.close();
    const theirs = new Map(storage.map);
    await fill(60, { storage });
    await openAndPack({ storage, journal: createFakeJournal() });
    for (const [key, text] of theirs) expect(storage.map.get(key)).toBe(text);
  });
});

describe('room for mirrors', () => {
  const CAPACITY = 60_000;
  const unitsOf = (map: ReadonlyMap<string, string>) =>
    [...map].reduce((sum, [key, text]) => sum + key.length + text.length, 0);

  test('[S44] they are made up to 60 % and bring nobody to 70 %', async () => {
    const storage = createMemoryStorage(CAPACITY);
    const packing = { ...SMALL, maxEvents: 400 };
    const log = await openTestLog({ storage, capacity: CAPACITY, packing });
    let most = 0;
    let mostMirrors = 0;
    for (let index = 0; unitsOf(storage.map) < CAPACITY * 0.75; index += 1) {
      await log.append(reviewAt(NOW + 9000 * index, `card-${index % 40}`)).saved;
      const used = unitsOf(storage.map);
      expect(log.space().used).toBe(used);
      const counts = [...countSound({ map: storage.map, start: NAMESPACE }).values()];
      const mirrors = counts.filter((count) => count > 1).length;
      if (mirrors > 0) most = Math.max(most, used);
      if (used >= CAPACITY * 0.7) expect(mirrors).toBe(0);
      mostMirrors = Math.max(mostMirrors, mirrors);
      expect(log.health().reasons).toEqual(['journal-missing']);
    }
    expect(most).toBeLessThan(CAPACITY * 0.7);
    expect(most).toBeGreaterThan(CAPACITY * 0.55);
    expect(mostMirrors).toBeGreaterThan(2);
    expect((await openTestLog({ storage })).events()).toEqual(log.events());
  });

  test('[S44] they go before an answer is refused', async () => {
    const storage = createMemoryStorage();
    const events = await fill(60, { storage });
    const log = await openTestLog({ storage, packing: SMALL });
    await log.pack();
    storage.quota = unitsOf(storage.map) + 20;
    for (let index = 0; index < 3; index += 1) {
      expect(await log.append(reviewAt(NOW + 1e6 + index)).saved).toMatchObject({ local: true });
    }
    await log.pack();
    expect(log.health().reasons).toEqual(['journal-missing']);
    const sound = () => [...countSound({ map: storage.map, start: NAMESPACE }).values()].toSorted();
    expect(sound()).toEqual([1, 2]);
    // Where others fill the storage, too, mirrors would come and go with every answer.
    storage.quota = Number.POSITIVE_INFINITY;
    await appendReviews(log, 20, NOW + 2e6);
    await log.pack();
    expect(sound()).not.toContain(2);
    await log.close();
    expect((await openTestLog({ storage })).events().slice(0, 60)).toEqual(events);
  });

  test('[S44] another tab’s mirrors go, too', async () => {
    const storage = createMemoryStorage();
    await fill(60, { storage, journal: createFakeJournal() });
    const log = await openTestLog({ storage, packing: SMALL, elect: async () => undefined });
    await (await openAndPack({ storage })).close();
    expect([...countSound({ map: storage.map, start: NAMESPACE }).values()]).toEqual([2, 2]);
    storage.quota = unitsOf(storage.map);
    expect(await log.append(reviewAt(NOW + 1e6)).saved).toMatchObject({ local: true });
  });

  test('[S44] a mirror makes nothing give way', async () => {
    const storage = createMemoryStorage();
    await fill(60, { storage, journal: createFakeJournal() });
    const log = await openTestLog({ storage, packing: SMALL, elect: async () => undefined });
    log.cache.set('fold', 'a', 'text');
    storage.quota = unitsOf(storage.map);
    const before = new Map(storage.map);
    await (await openAndPack({ storage })).close();
    expect(storage.map).toEqual(before);
  });

  test('[S44] a journal that is full gives its mirrors up', async () => {
    const journal = createFakeJournal();
    const events = await fill(60, { journal });
    expect([...countSound({ map: journal.map, start: '' }).values()]).toEqual([2, 2]);
    journal.failure = 'full';
    const { write, replace } = journal;
    const log = await openTestLog({ journal, packing: SMALL });
    const { saved } = log.append(reviewAt(NOW + 1e6));
    await saved;
    // A full database lets go all the same.
    journal.replace = (...args) => {
      journal.failure = 'none';
      return replace(...args).finally(() => {
        journal.failure = 'full';
      });
    };
    await log.pack();
    expect([...countSound({ map: journal.map, start: '' }).values()]).toEqual([1, 1]);
    journal.failure = 'none';
    journal.write = write;
    await log.append(reviewAt(NOW + 2e6)).saved;
    await log.pack();
    // Made anew by the next page: here they would come and go.
    expect([...countSound({ map: journal.map, start: '' }).values()]).toEqual([1, 1]);
    await log.close();
    expect((await openTestLog({ journal })).events().slice(0, 60)).toEqual(events);
  });
});
