import { expect, test } from 'vitest';
import type { LearnerLog } from '../../src/store/log.ts';
import { createPreferences } from '../../src/store/preferences.ts';
import {
  appendReviews,
  createFakeChannel,
  createFakeJournal,
  createMemoryStorage,
  keysOf,
  NAMESPACE,
  NOW,
  openTestLog,
  reviewAt,
} from './fakes.ts';

const PACKING = { keepEvents: 5, keepMs: 0, minEvents: 10, maxEvents: 40 };
const LATER = NOW + 1e8;

async function createFilled() {
  const storage = createMemoryStorage();
  const journal = createFakeJournal();
  const log = await openTestLog({ storage, journal, packing: PACKING });
  await appendReviews(log, 30);
  await log.pack();
  log.cache.set('fold', 'a', 'text');
  createPreferences(storage, NAMESPACE).set('locale', 'en');
  storage.map.set(`${NAMESPACE}q:e:writera:0`, 'bad');
  return { storage, journal, log };
}

async function expectEmpty(log: LearnerLog): Promise<void> {
  expect(log.events()).toEqual([]);
  expect(log.quarantined()).toEqual([]);
}

test('[S38] erases all that is ours on both sides, and nothing else', async () => {
  const { storage, journal, log } = await createFilled();
  const foreign = ['recall:/e:other', 'recall:/course2/e:a', 'recall:/course/deeper/e:a:0', 'unrelated'];
  for (const key of foreign) storage.map.set(key, 'theirs');
  storage.map.set(`${NAMESPACE}later:x`, 'of a newer version');
  let losses = 0;
  log.watchLoss(() => {
    losses += 1;
  });
  expect(await log.eraseEverything(LATER)).toEqual({ local: true, journal: true });
  expect(losses).toBe(1);
  await expectEmpty(log);
  expect([...storage.map.keys()].toSorted()).toEqual([...foreign, `${NAMESPACE}era`].toSorted());
  expect([...journal.map.keys()]).toEqual(['era']);
  expect(log.space().used).toBe([...storage.map].find(([key]) => key.endsWith('era'))?.join('').length);
  await expectEmpty(await openTestLog({ storage, journal }));
});

test('[S38] the log goes on from there', async () => {
  const { storage, journal, log } = await createFilled();
  await log.eraseEverything(LATER);
  const { event, saved } = log.append(reviewAt(NOW));
  expect(await saved).toEqual({ local: true, journal: true });
  for (const sides of [{ storage }, { journal }, { storage, journal }]) {
    expect((await openTestLog(sides)).events()).toEqual([event]);
  }
  expect(await log.eraseEverything(NOW - 1)).toEqual({ local: true, journal: true });
  await expectEmpty(await openTestLog({ storage, journal }));
});

test.each(['told', 'by its next answer', 'by waking'])(
  '[S38] another open tab learns of it %s and writes nothing back',
  async (how) => {
    const { storage, journal, log } = await createFilled();
    const channel = createFakeChannel();
    const other = await openTestLog({ storage, journal, channel, packing: PACKING });
    storage.quota = 0;
    const { saved } = other.append(reviewAt(NOW + 50));
    await saved;
    storage.quota = 1e6;
    await log.eraseEverything(LATER);
    if (how === 'told')
      channel.send({ type: 'written', entries: [{ key: 'era', text: journal.map.get('era') ?? '' }] });
    if (how === 'by waking') channel.send({ type: 'woken' });
    const added = how === 'by its next answer' ? [other.append(reviewAt(LATER + 1)).event] : [];
    await new Promise((resolve) => setTimeout(resolve, 5));
    await other.pack();
    expect(other.events()).toEqual(added);
    expect(keysOf(storage.map, 'e:')).toHaveLength(added.length);
    expect((await openTestLog({ storage, journal })).events()).toEqual(added);
  },
);

test('[S39] a kill that takes the erasure back on one side does not bring anything back', async () => {
  for (let lost = 0; lost < 45; lost += 1) {
    const { storage, journal, log } = await createFilled();
    await log.eraseEverything(LATER);
    const { event, saved } = log.append(reviewAt(LATER + 1));
    await saved;
    storage.loseLast(lost);
    const again = await openTestLog({ storage, journal });
    expect(again.events()).toEqual([event]);
    expect((await openTestLog({ storage })).events()).toEqual([event]);
  }
});

test('[S39] a journal that could not be erased is erased when it answers again, and what came later stays', async () => {
  const { storage, journal, log } = await createFilled();
  journal.failure = 'all';
  expect(await log.eraseEverything(LATER)).toEqual({ local: true, journal: false, reason: 'journal-failed' });
  const { event, saved } = log.append(reviewAt(LATER + 1));
  expect(await saved).toMatchObject({ local: true, journal: false });
  journal.failure = 'none';
  const again = await openTestLog({ storage, journal });
  expect(again.events()).toEqual([event]);
  expect((await openTestLog({ journal })).events()).toEqual([event]);
});

test('[S39] a damaged era erases nothing', async () => {
  const { storage, journal, log } = await createFilled();
  await log.eraseEverything(NOW);
  await appendReviews(log, 3);
  for (const side of [storage.map, journal.map]) {
    const key = side === storage.map ? `${NAMESPACE}era` : 'era';
    const text = side.get(key) ?? '';
    side.set(key, 'damaged');
    const again = await openTestLog({ storage, journal });
    expect(again.events()).toHaveLength(3);
    expect(again.quarantined().map(({ flaw }) => flaw)).toEqual(['era']);
    expect(await again.append(reviewAt(LATER)).saved).toEqual({ local: true, journal: true });
    side.set(key, text);
    await again.eraseEverything(LATER);
    await appendReviews(again, 3);
  }
});

test('[S38] a log of a newer version can be erased, too; a closed one cannot', async () => {
  const { storage, journal, log } = await createFilled();
  await log.close();
  expect(() => log.eraseEverything(LATER)).toThrow(/^Inconsistent:/);
  storage.map.set(`${NAMESPACE}version`, '00000000');
  const again = await openTestLog({ storage, journal });
  expect(await again.eraseEverything(LATER)).toEqual({ local: true, journal: true });
  await expectEmpty(await openTestLog({ storage, journal }));
});

test('[S38] without storage or journal there is only memory to clear', async () => {
  const log = await openTestLog();
  log.append(reviewAt(NOW));
  expect(await log.eraseEverything(LATER)).toEqual({ local: true, journal: true });
  await expectEmpty(log);
});

test('[S39] a tab that has not heard of it is refused by the journal, and then learns of it', async () => {
  const { journal, log } = await createFilled();
  const other = await openTestLog({ journal });
  expect(other.events()).toHaveLength(30);
  await log.eraseEverything(LATER);
  const lost = new Promise<void>((resolve) => other.watchLoss(resolve));
  const { event, saved } = other.append(reviewAt(LATER + 1));
  expect(await saved).toMatchObject({ journal: false, reason: 'storage-missing' });
  await lost;
  await other.close();
  expect(other.events()).toEqual([event]);
  expect((await openTestLog({ journal })).events()).toEqual([event]);
});
