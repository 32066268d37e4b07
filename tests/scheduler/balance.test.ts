import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grade, LearnerEvent } from '../../src/format/event.ts';
import type { ItemId } from '../../src/format/id.ts';
import type { EasyDay } from '../../src/format/settings.ts';
import { fuzzDays } from '../../src/scheduler/fuzz.ts';
import {
  applyToSchedule,
  foldLog,
  learnerDay,
  previewGrades,
  type SchedulerOptions,
} from '../../src/scheduler/index.ts';
import { countLoad, weighDay } from '../../src/scheduler/load.ts';
import { inOrder, instant, later, logs, RUNS, reviewed } from './samples.ts';

const NOW = instant('2026-01-05T09:00+08:00');
const TODAY = learnerDay(NOW);
const NORMAL = Array.from({ length: 7 }, (): EasyDay => 'normal');

/** Days of Good for many cards that were last seen 15 days ago, beside a log. */
function goodDays(
  log: readonly LearnerEvent[],
  options: Partial<SchedulerOptions> = {},
  siblings: readonly string[] = [],
) {
  const cards = Array.from({ length: 300 }, (_, index) => `card-${index}`);
  const seen = cards.map((card) => reviewed(card, 4, later(NOW, { days: -15 }), { days: 15 }));
  const schedule = foldLog(inOrder([...seen, ...log]), NOW, options);
  const counts = new Map<number, number>();
  for (const card of cards) {
    const item = card as ItemId;
    const { interval } = previewGrades({ item, schedule, now: NOW, siblings: siblings as ItemId[] })[3];
    if (!('days' in interval)) throw new Error('minutes');
    counts.set(interval.days, (counts.get(interval.days) ?? 0) + 1);
  }
  return counts;
}

/** So many cards due on a day, so many days from now. */
function crowd(days: number, count: number): LearnerEvent[] {
  return Array.from({ length: count }, (_, index) => reviewed(`crowd-${days}-${index}`, 3, NOW, { days }));
}

describe('balance', () => {
  const plain = goodDays([], { loadBalancing: false });
  const range = [...plain.keys()].sort((a, b) => a - b);
  const middle = range[range.length >> 1] ?? 0;

  test('[P9] a crowded day gets next to none, others share them', () => {
    expect(range.length).toBeGreaterThan(5);
    const log = range.flatMap((day) => crowd(day, day === middle ? 20 : 2));
    expect(goodDays(log, { loadBalancing: false })).toEqual(plain);
    const balanced = goodDays(log);
    expect([...balanced.keys()].every((day) => plain.has(day))).toBe(true);
    expect(balanced.get(middle) ?? 0).toBeLessThan((plain.get(middle) ?? 0) / 5);
    expect(balanced.size).toBeGreaterThanOrEqual(range.length - 1);
  });

  test('[P9] easy days and days of siblings', () => {
    const weekday = (days: number) => (TODAY + days + 3) % 7;
    const easyDays = NORMAL.with(weekday(middle), 'minimum');
    expect(goodDays([], { easyDays }).get(middle) ?? 0).toBe(0);
    expect(goodDays([], { easyDays, loadBalancing: false }).get(middle) ?? 0).toBe(0);
    const half = goodDays([], { easyDays: NORMAL.with(weekday(middle), 'reduced') }).get(middle) ?? 0;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(plain.get(middle) ?? 0);
    const sibling = reviewed('sibling', 3, NOW, { days: middle });
    expect(goodDays([sibling], {}, ['sibling']).get(middle) ?? 0).toBe(0);
    expect(weighDay(0, 10, 0, NORMAL.with(3, 'minimum'), [])).toBe(0.0001);
    expect(weighDay(0, 10, 3, NORMAL, [])).toBeCloseTo(1 / 90);
    expect([0, 1, 4, 9].map((day) => weighDay(day, 10, 0, NORMAL, [0]))).toEqual([1e-6, 0.2, 0.8, 1]);
  });

  test('[P9] beyond 90 days nothing is balanced, and the card’s own day is not counted against it', () => {
    const card = reviewed('c', 4, later(NOW, { days: -300 }), { days: 300 });
    const far = (log: readonly LearnerEvent[]) =>
      previewGrades({ item: card.card, schedule: foldLog(inOrder([card, ...log]), NOW), now: NOW })[4];
    const { interval } = far([]);
    expect('days' in interval && interval.days).toBeGreaterThan(120);
    expect(far('days' in interval ? crowd(interval.days, 50) : [])).toEqual(far([]));
    const early = [reviewed('e', 4, later(NOW, { days: -2 }), { days: 12 })];
    const schedule = foldLog(early, NOW);
    expect(countLoad(schedule)).toEqual(new Map([[TODAY + 10, 1]]));
  });

  const weights = fc.array(fc.oneof(fc.constant(1e-6), fc.double({ min: 1e-9, max: 1, noNaN: true })), {
    minLength: 40,
    maxLength: 40,
  });
  test('[P4] a weighted choice stays within the range, and equal weights change nothing', () => {
    const factors = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), factors, weights, (days, factor, table) => {
        const weigh = (day: number) => table[day % 40] ?? 1;
        const chosen = fuzzDays(days, 1, 80, factor, weigh);
        expect(chosen).toBeGreaterThanOrEqual(fuzzDays(days, 1, 80, 0));
        expect(chosen).toBeLessThanOrEqual(fuzzDays(days, 1, 80, 0.999999999));
        expect(fuzzDays(days, 1, 80, factor, () => 1)).toBe(fuzzDays(days, 1, 80, factor));
      }),
      { ...RUNS, numRuns: 2000 },
    );
  });

  test('[P2] the order of grades holds whatever the load, and [P5] what is stored is what was shown', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 2, max: 40 }), (whole, maximumIntervalDays) => {
        // What a clock slightly ahead dates after the answer decides after it.
        const log = whole.filter(({ at }) => at < NOW.at);
        const schedule = foldLog(log, NOW, { maximumIntervalDays, learningSteps: [], relearningSteps: [] });
        const siblings = ['a', 'b', 'c'] as ItemId[];
        const item = 'a' as ItemId;
        const preview = previewGrades({ item, schedule, now: NOW, siblings });
        const days = ([1, 2, 3, 4] as Grade[]).map((grade) => {
          const { interval } = preview[grade];
          return 'days' in interval ? interval.days : 0;
        });
        expect(days).toEqual([...days].sort((a, b) => a - b));
        expect(Math.max(...days)).toBeLessThanOrEqual(
          Math.max(maximumIntervalDays, schedule.options.maximumIntervalDays),
        );
        const answer = reviewed('a', 3, NOW, preview[3].interval, 'zz');
        const after = applyToSchedule(schedule, [answer], inOrder([...log, answer]), NOW).memories.get(item);
        if (after?.lastReview.at === NOW.at) expect(after.dueAt).toBe(preview[3].dueAt);
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});
