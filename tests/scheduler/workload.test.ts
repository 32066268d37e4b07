import { expect, test } from 'vitest';
import type { EventId, ItemId } from '../../src/format/id.ts';
import { estimateReviewsPerDay, foldLog } from '../../src/scheduler/index.ts';
import { createRules } from '../../src/scheduler/memory.ts';
import { inOrder, instant, later, reviewed } from './samples.ts';

const NOW = instant('2026-03-02T09:00+08:00');

test('[H5] one review per interval of each card in review, by the retention asked for', () => {
  const learnt = ['a', 'b', 'off'].map((card, index) =>
    reviewed(card, index === 1 ? 4 : 3, later(NOW, { days: -1 }), { days: 4 }),
  );
  const inSteps = reviewed('steps', 1, NOW, { minutes: 1 });
  const log = inOrder([
    ...learnt,
    inSteps,
    { ...NOW, id: 'z' as EventId, type: 'card.suspended' as const, item: 'off' as ItemId },
  ]);
  const schedule = foldLog(log, NOW);
  const { fsrs } = createRules(schedule.options);
  const expected = ['a', 'b']
    .map((card) => 1 / fsrs.intervalDays(schedule.memories.get(card as ItemId)?.stability ?? 0))
    .reduce((sum, share) => sum + share);
  expect(estimateReviewsPerDay(schedule)).toBeCloseTo(expected, 12);
  expect(estimateReviewsPerDay(foldLog([], NOW))).toBe(0);
  const at = (desiredRetention: number) => estimateReviewsPerDay(schedule, { desiredRetention });
  expect(at(0.97)).toBeGreaterThan(at(0.9));
  expect(at(0.9)).toBeGreaterThan(at(0.7));
});
