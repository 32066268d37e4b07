import { expect, test } from 'vitest';
import {
  appendReviews,
  createFakeJournal,
  createMemoryStorage,
  foreignReview,
  NAMESPACE,
  NOW,
  openTestLog,
  reviewAt,
} from './fakes.ts';

test('[S32] gives back what was set for just this stamp', async () => {
  const storage = createMemoryStorage();
  const log = await openTestLog({ storage });
  expect(log.cache.get('fold', 'a')).toBeUndefined();
  expect(log.cache.set('fold', 'a', 'memory 记忆')).toBe(true);
  expect((await openTestLog({ storage })).cache.get('fold', 'a')).toBe('memory 记忆');
  expect(log.cache.get('fold', 'b')).toBeUndefined();
  expect(log.cache.get('fold', '')).toBeUndefined();
  log.cache.set('fold', 'b', 'other');
  expect(log.cache.get('fold', 'a')).toBeUndefined();
  expect(storage.map.size).toBe(1);
});

test('[S32] damage makes it go, and never reaches quarantine', async () => {
  const storage = createMemoryStorage();
  const log = await openTestLog({ storage });
  log.cache.set('fold', 'a', 'text');
  const key = `${NAMESPACE}k:fold`;
  storage.map.set(key, (storage.map.get(key) ?? '').replace('text', 'test'));
  const again = await openTestLog({ storage });
  expect(again.cache.get('fold', 'a')).toBeUndefined();
  expect(again.quarantined()).toEqual([]);
});

test('[S32] is not counted, and goes first when room is short', async () => {
  const storage = createMemoryStorage(4000);
  const log = await openTestLog({ storage, journal: createFakeJournal(), capacity: 4000 });
  expect(log.cache.set('fold', 'a', 'x'.repeat(2500))).toBe(true);
  expect(log.space().used).toBe(0);
  await appendReviews(log, 12);
  expect(log.health().reasons).toEqual([]);
  expect(log.cache.get('fold', 'a')).toBeUndefined();
  expect(log.cache.set('fold', 'a', 'x'.repeat(2500))).toBe(false);
  expect(log.cache.set('fold', 'a', 'x')).toBe(true);
});

test.each(['missing', 'read', 'write', 'all', 'forget'] as const)(
  '[S32] %s storage: keeps nothing, throws nothing',
  async (failure) => {
    const storage = createMemoryStorage();
    if (failure !== 'missing') storage.failure = failure;
    const { cache } = await openTestLog({ storage: failure === 'missing' ? undefined : storage });
    expect(cache.set('fold', 'a', 'text')).toBe(false);
    expect(cache.get('fold', 'a')).toBeUndefined();
  },
);

test('[S32] the stamp names the set of events, not the way they came', async () => {
  const events = Array.from({ length: 9 }, (_, index) => foreignReview(NOW + index, 'writera', index));
  const stampOf = async (parts: readonly (typeof events)[]) => {
    const log = await openTestLog();
    const stamps = parts.map((part) => {
      log.merge(part);
      return log.stamp();
    });
    expect(new Set(stamps).size).toBe(parts.length);
    return stamps.at(-1);
  };
  const whole = await stampOf([events]);
  expect(await stampOf([events.slice(4), events.slice(0, 4)])).toBe(whole);
  expect(await stampOf([events.slice(1)])).not.toBe(whole);
  expect(await stampOf([[...events.slice(0, 3), ...events.slice(4)]])).not.toBe(whole);
  const log = await openTestLog();
  const before = log.stamp();
  log.append(reviewAt(NOW));
  expect(log.stamp()).not.toBe(before);
});
