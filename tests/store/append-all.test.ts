import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../../src/format/event.ts';
import {
  asCard,
  createFakeChannel,
  createFakeJournal,
  createMemoryStorage,
  keysOf,
  NOW,
  openTestLog,
  reviewAt,
} from './fakes.ts';

const suspend = (index: number): EventDraft => ({
  type: 'card.suspended',
  at: NOW,
  offsetMinutes: 480,
  item: asCard(`card-${index}`),
});
const drafts = (count: number) => Array.from({ length: count }, (_, index) => suspend(index));

describe('appending many at once', () => {
  test.each([
    [0, 0, 0],
    [1, 1, 0],
    [255, 255, 0],
    [256, 0, 1],
    [500, 0, 1],
    [9000, 0, 2],
  ])('[S42] %i events stand as %i records and %i chunks on both sides', async (count, singles, chunks) => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const log = await openTestLog({ storage, journal });
    const told: number[] = [];
    log.subscribe((events) => told.push(events.length));
    const { events, saved } = log.appendAll(drafts(count));
    expect(log.events()).toEqual(events);
    expect(events.map((event) => 'item' in event && event.item)).toEqual(
      drafts(count).map((draft) => 'item' in draft && draft.item),
    );
    expect(told).toEqual(count === 0 ? [] : [count]);
    expect([keysOf(storage.map, 'e:').length, keysOf(storage.map, 'c:').length]).toEqual([singles, chunks]);
    expect(await saved).toEqual({ local: true, journal: true });
    expect([keysOf(journal.map, 'e:').length, keysOf(journal.map, 'c:').length]).toEqual([singles, chunks]);
    for (const sides of [{ storage }, { journal }]) {
      const again = await openTestLog(sides);
      expect(again.events()).toEqual(events);
    }
  });

  test('[S42] one draft that could not be read back keeps all from being stored', async () => {
    const storage = createMemoryStorage();
    const log = await openTestLog({ storage });
    const broken = { ...reviewAt(NOW), grade: 9 } as never;
    expect(() => log.appendAll([...drafts(300), broken])).toThrow(/^Inconsistent: grade/);
    expect(log.events()).toEqual([]);
    expect(storage.map.size).toBe(0);
  });

  test('[S42] other tabs see them in one go', async () => {
    const channel = createFakeChannel();
    const storage = createMemoryStorage();
    const log = await openTestLog({ storage, channel });
    const ear = createFakeChannel();
    const other = await openTestLog({ storage, channel: ear });
    const { events } = log.appendAll(drafts(500));
    ear.send({ type: 'written', entries: channel.posted });
    expect(other.events()).toEqual(events);
  });

  test('[S41] a revision and an answer out of turn come back from every side, and from none that had none', async () => {
    const storage = createMemoryStorage();
    const journal = createFakeJournal();
    const log = await openTestLog({ storage, journal });
    const extras = [{}, { rev: 2 }, { cram: true }, { rev: 3, cram: true }];
    const list = Array.from({ length: 400 }, (_, index) => ({
      ...reviewAt(NOW + index),
      ...extras[index % 4],
    }));
    const { events, saved } = log.appendAll(list as readonly EventDraft[]);
    await saved;
    const one = log.append({ ...reviewAt(NOW + 1000), rev: 5 } as EventDraft);
    await one.saved;
    for (const sides of [{ storage }, { journal }]) {
      const again = await openTestLog(sides);
      expect(again.events()).toEqual([...events, one.event]);
      expect(again.events()[0]).not.toHaveProperty('rev');
      expect(again.events()[0]).not.toHaveProperty('cram');
    }
  });

  test.each([0, -1, 1.5, '2', null, Number.NaN])('[S41] revision %j is refused', async (rev) => {
    const log = await openTestLog();
    expect(() => log.append({ ...reviewAt(NOW), rev } as never)).toThrow(/^Inconsistent: rev/);
  });
});
