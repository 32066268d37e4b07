import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LearnerEvent } from '../../src/format/event.ts';
import { carryChunk } from '../../src/store/carrier.ts';
import { packChunk, unpackChunk } from '../../src/store/chunk.ts';
import type { LearnerLog, LogOptions } from '../../src/store/log.ts';
import { formatRecord, parseRecord } from '../../src/store/record.ts';
import { seal } from '../../src/store/seal.ts';
import { DATA_VERSION, formatVersion } from '../../src/store/version.ts';
import { createLearner } from '../../tools/store-page/learner.ts';
import {
  appendReviews,
  createFakeChannel,
  createFakeJournal,
  createMemoryStorage,
  type FakeJournal,
  foreignReview,
  idsOf,
  keysOf,
  type MemoryStorage,
  NAMESPACE,
  NOW,
  openTestLog,
  reviewAt,
} from './fakes.ts';

const SMALL = { keepEvents: 5, keepMs: 0, minEvents: 10, maxEvents: 40 };
const NEVER = { ...SMALL, minEvents: Number.POSITIVE_INFINITY };

interface Sides {
  readonly storage: MemoryStorage;
  readonly journal: FakeJournal;
}

const createSides = (): Sides => ({ storage: createMemoryStorage(), journal: createFakeJournal() });

/** Both sides with so many events that stand alone. */
async function fill(count: number, sides: Sides): Promise<readonly LearnerEvent[]> {
  const log = await openTestLog({ ...sides, packing: NEVER });
  await appendReviews(log, count);
  await log.close();
  return log.events();
}

async function openAndPack(options: Partial<LogOptions>): Promise<LearnerLog> {
  const log = await openTestLog({ packing: SMALL, ...options });
  await log.pack();
  return log;
}

describe('packing', () => {
  test('[S29] what is old goes into chunks on both sides, what is new stays alone', async () => {
    const sides = createSides();
    const events = await fill(30, sides);
    const log = await openAndPack(sides);
    expect(log.events()).toEqual(events);
    for (const map of [sides.storage.map, sides.journal.map]) {
      expect(keysOf(map, 'c:')).toHaveLength(1);
      expect(keysOf(map, 'e:')).toHaveLength(5);
    }
    expect(keysOf(sides.storage.map, 'c:')).toEqual(keysOf(sides.journal.map, 'c:'));
    for (const one of [{ storage: sides.storage }, { journal: sides.journal }, sides]) {
      const again = await openTestLog({ ...one, packing: NEVER });
      expect(again.events()).toEqual(events);
    }
  });

  test('[S29] it happens by itself, and an open chunk is filled up before another begins', async () => {
    const sides = createSides();
    const log = await openTestLog({ ...sides, packing: SMALL });
    await appendReviews(log, 200);
    await log.pack();
    const chunks = keysOf(sides.storage.map, 'c:').map((key) => sides.storage.map.get(NAMESPACE + key) ?? '');
    const sizes = chunks.map((text) => unpackChunk(text).events.length);
    expect(sizes.reduce((sum, size) => sum + size, keysOf(sides.storage.map, 'e:').length)).toBe(200);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(40);
    expect(sizes.length).toBeLessThanOrEqual(10);
    expect((await openTestLog(sides)).events()).toEqual(log.events());
  });

  test('[S29] what is younger than the rule allows stays alone', async () => {
    const sides = createSides();
    await fill(30, sides);
    await openAndPack({ ...sides, packing: { ...SMALL, keepMs: 15_000 } });
    expect(keysOf(sides.storage.map, 'e:')).toHaveLength(15);
    await openAndPack({ ...sides, packing: { ...SMALL, keepMs: 3_600_000 } });
    expect(keysOf(sides.storage.map, 'e:')).toHaveLength(15);
  });

  test('[S5] unknown events and unknown fields are packed byte for byte', async () => {
    const sides = createSides();
    await fill(20, sides);
    const [one, other] = [foreignReview(NOW - 9, 'writera', 0), foreignReview(NOW - 8, 'writera', 1)];
    const later = seal(`{ "id":"${one.id}" ,"type":"card.flagged","tz":0.0,"x":1e2}`);
    const extended = seal(formatRecord(other).slice(8).replace('}', ',"mood":"good"}'));
    sides.storage.map.set(`${NAMESPACE}e:writera:0000`, later);
    sides.journal.map.set('e:writera:0001', extended);
    await openAndPack(sides);
    expect(keysOf(sides.storage.map, 'e:')).toHaveLength(5);
    const log = await openTestLog(sides);
    expect(log.events().slice(0, 2).map(log.textOf)).toEqual([later, extended]);
  });

  test('[S8] an original stays if its chunk does not read back', async () => {
    const sides = createSides();
    const events = await fill(30, sides);
    const { setItem } = sides.storage;
    sides.storage.setItem = (key, value) => {
      setItem(key, value);
      // A disk that changes what it was given as soon as nobody looks.
      if (key.includes('c:')) {
        queueMicrotask(() => sides.storage.map.set(key, value.replace(/.$/, '!')));
      }
    };
    await openAndPack({ ...sides, pause: () => new Promise((resolve) => setTimeout(resolve)) });
    sides.storage.setItem = setItem;
    expect(keysOf(sides.storage.map, 'e:')).toHaveLength(30);
    expect((await openTestLog({ storage: sides.storage })).events()).toEqual(events);
  });

  test('[S8] a chunk that the journal does not take costs nothing there', async () => {
    const sides = createSides();
    const events = await fill(30, sides);
    const log = await openTestLog({ ...sides, packing: SMALL });
    sides.journal.failure = 'write';
    await log.pack();
    expect(keysOf(sides.journal.map, 'e:')).toHaveLength(30);
    expect((await openTestLog({ journal: sides.journal })).events()).toEqual(events);
  });

  test('[S8] a side whose version an older tab would not understand is not packed', async () => {
    const sides = createSides();
    await fill(30, sides);
    sides.storage.map.set(`${NAMESPACE}version`, 'damaged');
    await openAndPack(sides);
    expect(keysOf(sides.storage.map, 'e:')).toHaveLength(30);
    expect(keysOf(sides.journal.map, 'e:')).toHaveLength(5);
  });

  test('[S30] a crash at any moment of packing loses nothing', async () => {
    // One chunk is written and 25 keys are removed.
    for (let lost = 0; lost <= 26; lost += 1) {
      const sides = createSides();
      const events = await fill(30, sides);
      await openAndPack({ storage: sides.storage });
      sides.storage.loseLast(lost);
      expect((await openTestLog({ storage: sides.storage })).events()).toEqual(events);
      expect((await openTestLog(sides)).events()).toEqual(events);
    }
  });

  test('[S30] two tabs that pack at once, without election, lose nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 40 }), async (delays) => {
        const sides = createSides();
        const events = await fill(60, sides);
        let next = 0;
        const pause = async () => {
          next += 1;
          for (let count = delays[next % (delays.length || 1)] ?? 0; count > 0; count -= 1)
            await Promise.resolve();
        };
        const tabs = await Promise.all([1, 2, 3].map(() => openTestLog({ ...sides, packing: SMALL, pause })));
        await Promise.all(
          tabs.map((log, index) => (index === 1 ? appendReviews(log, 3, NOW + 1e6) : log.pack())),
        );
        await Promise.all(tabs.map((log) => log.pack()));
        for (const one of [{ storage: sides.storage }, { journal: sides.journal }, sides]) {
          const log = await openTestLog({ ...one, packing: NEVER });
          expect(idsOf(log.events().slice(0, 60))).toEqual(idsOf(events));
          expect(log.events()).toHaveLength(63);
        }
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  test('[S38] what is erased in any pause of packing does not come back', async () => {
    /** Packs, and erases in one of the pauses; returns how many there were. */
    const packAndErase = async (erasedIn: number, sides: Sides) => {
      await fill(30, sides);
      let pauses = 0;
      let erasing: Promise<unknown> | undefined;
      let begin = () => {};
      const opened = new Promise<void>((resolve) => {
        begin = resolve;
      });
      const log: LearnerLog = await openTestLog({
        ...sides,
        packing: SMALL,
        elect: async (task) => {
          await opened;
          await task();
        },
        async pause() {
          pauses += 1;
          if (pauses === erasedIn) erasing = log.eraseEverything(NOW + 1e6);
          await Promise.resolve();
        },
      });
      begin();
      await log.pack();
      await erasing;
      return pauses;
    };
    const pauses = await packAndErase(0, createSides());
    expect(pauses).toBeGreaterThanOrEqual(8);
    for (let erasedIn = 1; erasedIn <= pauses; erasedIn += 1) {
      const sides = createSides();
      await packAndErase(erasedIn, sides);
      expect([...sides.storage.map.keys()], `pause ${erasedIn}`).toEqual([`${NAMESPACE}era`]);
      expect([...sides.journal.map.keys()], `pause ${erasedIn}`).toEqual(['era']);
    }
  });

  test('[S30] the elected tab packs, the others leave it alone', async () => {
    const sides = createSides();
    await fill(30, sides);
    await openAndPack({ ...sides, elect: async () => undefined });
    expect(keysOf(sides.storage.map, 'c:')).toEqual([]);
  });

  test('[S12] one packed side heals the other by whole chunks', async () => {
    const sides = createSides();
    const events = await fill(30, sides);
    await openAndPack(sides);
    const packed = new Map(sides.journal.map);
    sides.storage.map.clear();
    const log = await openTestLog({ ...sides, packing: NEVER });
    expect(log.events()).toEqual(events);
    expect(keysOf(sides.storage.map, '').toSorted()).toEqual([...packed.keys()].toSorted());
    expect(sides.journal.map).toEqual(packed);
  });

  test('[S12] sides that are packed differently are whole, and are left as they are', async () => {
    const sides = createSides();
    const events = await fill(30, sides);
    await openAndPack({ journal: sides.journal });
    const before = [new Map(sides.storage.map), new Map(sides.journal.map)];
    const log = await openTestLog({ ...sides, packing: NEVER });
    await log.pack();
    expect(log.events()).toEqual(events);
    expect(log.health().level).toBe('durable');
    // But for the mirror, which the journal needs no longer.
    before[1]?.delete(`${keysOf(sides.journal.map, 'c:')[0]}~1`);
    expect([sides.storage.map, sides.journal.map]).toEqual(before);
  });

  test('[S23] a chunk that another tab wrote is heard of', async () => {
    const sides = createSides();
    const channel = createFakeChannel();
    const log = await openTestLog({ storage: createMemoryStorage(), channel });
    await fill(30, sides);
    await openAndPack(sides);
    const [key = ''] = keysOf(sides.storage.map, 'c:');
    channel.send({ type: 'written', entries: [{ key, text: sides.storage.map.get(NAMESPACE + key) ?? '' }] });
    expect(log.events()).toHaveLength(25);
  });
});

describe('a damaged chunk', () => {
  test('[S19] costs nothing that the other side holds, stays in place and can be downloaded', async () => {
    const harm = fc.record({
      at: fc.nat(),
      unit: fc.nat(0xffff),
      how: fc.constantFrom('set', 'cut', 'gone'),
    });
    await fc.assert(
      fc.asyncProperty(harm, fc.boolean(), async ({ at, unit, how }, inJournal) => {
        const sides = createSides();
        const events = await fill(30, sides);
        await openAndPack(sides);
        const [key = ''] = keysOf(sides.storage.map, 'c:');
        const map = inJournal ? sides.journal.map : sides.storage.map;
        const full = inJournal ? key : NAMESPACE + key;
        const text = map.get(full) ?? '';
        const place = at % text.length;
        const damaged =
          text.slice(0, place) + (how === 'cut' ? '' : String.fromCharCode(unit) + text.slice(place + 1));
        if (damaged === text) return;
        if (how === 'gone') map.delete(full);
        else map.set(full, damaged);
        for (let round = 0; round < 2; round += 1) {
          const log = await openTestLog({ ...sides, packing: SMALL });
          expect(log.events()).toEqual(events);
          expect(log.quarantined().map((one) => one.text)).toEqual(how === 'gone' ? [] : [damaged]);
          await log.pack();
        }
        expect(map.get(full)).toBe(how === 'gone' ? text : damaged);
        const alone = await openTestLog(inJournal ? { journal: sides.journal } : { storage: sides.storage });
        expect(alone.events()).toEqual(events);
      }),
      { seed: 13, numRuns: 100 },
    );
  });

  test('[S19] damaged on both sides in different places loses nothing', async () => {
    const records = createLearner(600).flatMap(({ text }) => {
      const parsed = parseRecord(text);
      return 'event' in parsed ? [{ event: parsed.event, text }] : [];
    });
    const events = records.map(({ event }) => event);
    const { key, text } = carryChunk(packChunk(records), events);
    const sides = createSides();
    const version = formatVersion(DATA_VERSION);
    for (const [side, start] of [
      [sides.storage.map, NAMESPACE],
      [sides.journal.map, ''],
    ] as const) {
      side.set(`${start}version`, version);
    }
    const local = text.slice(0, -40);
    const kept = text.split('\n');
    const journal = kept.with(3, `${kept[3]?.slice(0, -2)}__`).join('\n');
    sides.storage.map.set(NAMESPACE + key, local);
    sides.journal.map.set(key, journal);
    const log = await openTestLog({ ...sides, packing: NEVER });
    expect(log.events()).toEqual(events);
    expect(log.quarantined().map((one) => one.text)).toEqual([local, journal]);
    for (const side of [{ storage: sides.storage }, { journal: sides.journal }]) {
      const alone = await openTestLog({ ...side, packing: NEVER });
      expect(alone.events()).toEqual(events);
    }
  });

  test('[S19] on both sides costs what neither holds', async () => {
    const sides = createSides();
    await fill(30, sides);
    await openAndPack(sides);
    const [key = ''] = keysOf(sides.storage.map, 'c:');
    sides.storage.map.set(NAMESPACE + key, 'bad');
    sides.journal.map.set(key, 'worse');
    const log = await openTestLog({ ...sides, packing: NEVER });
    expect(log.events()).toHaveLength(5);
    expect(log.quarantined().map(({ text }) => text)).toEqual(['bad', 'worse']);
    expect(log.health().level).toBe('durable');
  });
});

describe('room', () => {
  const CAPACITY = 120_000;

  test('[S31] from 70 % on packs early; the room is counted as the browser counts it', async () => {
    const sides = { storage: createMemoryStorage(CAPACITY), journal: createFakeJournal() };
    const log = await openTestLog({ ...sides, capacity: CAPACITY });
    const used = () => [...sides.storage.map].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    let most = 0;
    for (let index = 0; index < 3000; index += 1) {
      await log.append(reviewAt(NOW + 9000 * index, `card-${index % 40}`)).saved;
      expect(log.space()).toEqual({ used: used(), capacity: CAPACITY });
      most = Math.max(most, used());
    }
    expect(log.health()).toEqual({ level: 'durable', reasons: [] });
    expect(most).toBeGreaterThan(CAPACITY * 0.7);
    expect((await openTestLog(sides)).events()).toHaveLength(3000);
  });

  test('[S31] from 90 % on warns, and changes no level', async () => {
    const storage = createMemoryStorage();
    const log = await openTestLog({ storage, journal: createFakeJournal(), capacity: 2000 });
    const heard: unknown[] = [];
    log.watchHealth((health) => heard.push(health));
    await appendReviews(log, 20);
    expect(heard).toEqual([{ level: 'durable', reasons: ['storage-low'] }]);
  });

  test('[S31] without room for a whole chunk, smaller ones make it', async () => {
    const sides = createSides();
    const events = await fill(200, sides);
    sides.storage.quota =
      1500 + [...sides.storage.map].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    await openAndPack({ ...sides, packing: { ...SMALL, maxEvents: 8192 } });
    expect(keysOf(sides.storage.map, 'e:').length).toBeLessThan(20);
    expect((await openTestLog({ storage: sides.storage })).events()).toEqual(events);
  });

  test('[S31] what found no room is kept by the journal, said plainly, and stored when there is room again', async () => {
    const sides = createSides();
    const log = await openTestLog({ ...sides, packing: NEVER });
    sides.storage.quota = 0;
    await appendReviews(log, 30);
    expect(log.health()).toEqual({ level: 'journal-only', reasons: ['storage-full'] });
    sides.storage.quota = 1e6;
    await log.append(reviewAt(NOW + 1e6)).saved;
    expect(log.health()).toEqual({ level: 'durable', reasons: [] });
    expect(keysOf(sides.storage.map, 'e:')).toHaveLength(31);
  });
});
