import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grade, Instant, JsonValue, LearnerEvent } from '../../src/format/event.ts';
import type { EventId, ItemId } from '../../src/format/id.ts';
import {
  EASY_DAYS,
  LEECH_ACTIONS,
  MIXES,
  NEW_ORDERS,
  REVIEW_ORDERS,
  type SchedulerSettings,
  toReschedulingReason,
} from '../../src/format/settings.ts';
import {
  applyToSchedule,
  buildQueue,
  DEFAULT_OPTIONS,
  DEFAULT_WEIGHTS,
  foldLog,
  isHeld,
  learnerDay,
  parseWeights,
  previewGrades,
  type Schedule,
} from '../../src/scheduler/index.ts';
import { instant, later, listed, RUNS, reviewed, W5 } from './samples.ts';

const GRADES: readonly Grade[] = [1, 2, 3, 4];
const DECK = ['a.x', 'a.y', 'a.z', 'b.x', 'b.y', 'c', 'd', 'e', 'f'].map((id) =>
  listed(id, id.split('.')[0]),
);

const steps = fc
  .uniqueArray(fc.integer({ min: 1, max: 1439 }), { maxLength: 4 })
  .map((list) => list.sort((a, b) => a - b));

/** One valid value of every setting that the scheduler knows. */
const settings: fc.Arbitrary<{ readonly [Name in keyof SchedulerSettings]: JsonValue }> = fc.record({
  'desired-retention': fc.integer({ min: 70, max: 97 }).map((percent) => percent / 100),
  'maximum-interval': fc.oneof(fc.constantFrom(1, 2, 3, 36_500), fc.integer({ min: 1, max: 400 })),
  'learning-steps': fc.oneof(fc.constant([1, 10]), steps),
  'relearning-steps': fc.oneof(fc.constant([10]), steps),
  'rollover-hour': fc.integer({ min: 0, max: 23 }),
  fuzz: fc.boolean(),
  'load-balancing': fc.boolean(),
  'easy-days': fc.array(fc.constantFrom(...EASY_DAYS), { minLength: 7, maxLength: 7 }),
  'new-per-day': fc.integer({ min: 0, max: 9 }),
  'reviews-per-day': fc.integer({ min: 0, max: 9 }),
  'today-only': fc.record({
    day: fc.integer({ min: 20_450, max: 20_600 }),
    new: fc.nat({ max: 3 }),
    reviews: fc.nat({ max: 3 }),
  }),
  'learn-ahead': fc.constantFrom(0, 20, 1439),
  'review-order': fc.constantFrom(...REVIEW_ORDERS),
  'new-order': fc.constantFrom(...NEW_ORDERS),
  mix: fc.constantFrom(...MIXES),
  'bury-siblings': fc.boolean(),
  'leech-threshold': fc.integer({ min: 1, max: 9 }),
  'leech-action': fc.constantFrom(...LEECH_ACTIONS),
  'review-questions': fc.boolean(),
});

const weights = fc.oneof(
  fc.constantFrom(DEFAULT_WEIGHTS, W5),
  fc
    .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 21, maxLength: 21 })
    .map((shares) => shares.map((share, index) => extreme(share, index))),
);

/** Somewhere between the limits of a weight, and often at one. */
function extreme(share: number, index: number): number {
  const least = [0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001];
  const most = [100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8];
  const low = index === 16 ? 1 : index === 20 ? 0.1 : (least[index] ?? 0);
  const high = most[index] ?? 1;
  return share < 0.2 ? low : share > 0.8 ? high : low + (high - low) * share;
}

const turns = fc.array(
  fc.record({
    card: fc.nat({ max: DECK.length - 1 }),
    grade: fc.constantFrom(...GRADES),
    wait: fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 3000 }), fc.nat({ max: 100_000 })),
    offset: fc.constantFrom(480, 480, 480, -480, 60, 120, 345, 840, -720),
  }),
  { maxLength: 40, size: 'max' },
);

/** Somebody's study by rules of their own, each answer given with the interval that its button showed. */
const lives = fc.record({ settings, weights, turns }).map((life) => {
  let now: Instant = instant('2026-01-05T09:00+08:00');
  const log: LearnerEvent[] = [];
  const add = (event: object) =>
    log.push({ ...now, id: `e${String(log.length).padStart(4, '0')}`, ...event } as unknown as LearnerEvent);
  for (const [name, value] of Object.entries(life.settings)) add({ type: 'settings.changed', name, value });
  add({ type: 'parameters.changed', weights: life.weights, reason: 'chosen' });
  let schedule = foldLog(log, now);
  for (const { card, grade, wait, offset } of life.turns) {
    now = { at: now.at + wait * 60_000, offsetMinutes: offset };
    const item = DECK[card]?.id as ItemId;
    const { interval } = previewGrades({ item, schedule, now, siblings: siblingsOf(item) })[grade];
    add({ ...reviewed(item, grade, now, interval), id: `e${String(log.length).padStart(4, '0')}` });
    schedule = applyToSchedule(schedule, log.slice(-1), log, now);
  }
  return { ...life, log, now, schedule };
});

function siblingsOf(item: ItemId): readonly ItemId[] {
  const note = DECK.find(({ id }) => id === item)?.note;
  return DECK.filter((card) => card.note === note).map(({ id }) => id);
}

const MANY = { ...RUNS, numRuns: 300 };

describe('laws, by any settings', () => {
  test('[P5] the button says what is stored, folded at once or from the start', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: DECK.length - 1 }), ({ log, now, schedule }, index) => {
        const item = DECK[index]?.id as ItemId;
        const preview = previewGrades({ item, schedule, now, siblings: siblingsOf(item) });
        for (const grade of GRADES) {
          const answer = reviewed(item, grade, now, preview[grade].interval, 'z');
          const whole = [...log, answer];
          const after = applyToSchedule(schedule, [answer], whole, now).memories.get(item);
          expect(after?.dueAt).toBe(preview[grade].dueAt);
          expect(after).toEqual(foldLog(whole, now).memories.get(item));
        }
      }),
      MANY,
    );
  });

  test('[P3] [P6] days are whole, within the maximum, and in the order of the grades', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: DECK.length - 1 }), ({ now, schedule }, index) => {
        const item = DECK[index]?.id as ItemId;
        const preview = previewGrades({ item, schedule, now, siblings: siblingsOf(item) });
        for (const { interval } of Object.values(preview)) {
          if (!('days' in interval)) continue;
          expect(interval.days).toSatisfy(Number.isInteger);
          expect(interval.days).toBeGreaterThanOrEqual(1);
          expect(interval.days).toBeLessThanOrEqual(schedule.options.maximumIntervalDays);
        }
        if (schedule.options.maximumIntervalDays < 3) return;
        const due = GRADES.map((grade) => preview[grade].dueAt);
        expect(due).toEqual([...due].sort((a, b) => a - b));
      }),
      MANY,
    );
  });

  test('[F14] no setting and no weights move what waits for days; another hour of rollover changes no memory', () => {
    fc.assert(
      fc.property(lives, settings, weights, ({ log, now, schedule }, other, fitted) => {
        const stamp = later(now, { minutes: 1 });
        const chosen = Object.entries(other).map(
          ([name, value], index): LearnerEvent => ({
            type: 'settings.changed',
            id: `x${String(index).padStart(2, '0')}` as EventId,
            ...stamp,
            name,
            value,
          }),
        );
        const after = foldLog([...log, ...chosen], stamp);
        for (const [item, { phase, dueDay, lastDay, stability, difficulty }] of schedule.memories) {
          expect(after.memories.get(item)).toMatchObject({ phase, lastDay, stability, difficulty });
          if (phase === 'review') expect(after.memories.get(item)?.dueDay).toBe(dueDay);
        }
        const parameters: LearnerEvent = {
          ...{ type: 'parameters.changed', id: 'x99' as EventId, ...stamp },
          ...{ weights: fitted, reason: 'optimised' },
        };
        for (const { item, phase, dueAt } of foldLog([...log, parameters], stamp).memories.values()) {
          expect([phase, dueAt]).toEqual([phase, schedule.memories.get(item)?.dueAt]);
        }
      }),
      MANY,
    );
  });

  test('[F13] [P3] rescheduling stays within the maximum and is taken back whole', () => {
    fc.assert(
      fc.property(lives, settings, ({ log, now, schedule }, other) => {
        const stamp = later(now, { minutes: 1 });
        const acts: LearnerEvent[] = [
          ...(['maximum-interval', 'desired-retention', 'fuzz'] as const).map(
            (name, index): LearnerEvent => ({
              type: 'settings.changed',
              id: `x${index}` as EventId,
              ...stamp,
              name,
              value: other[name],
            }),
          ),
          {
            type: 'parameters.changed',
            id: 'x9' as EventId,
            ...stamp,
            weights: parseWeights(schedule.options.weights),
            reason: toReschedulingReason('chosen'),
          },
        ];
        const moved = applyToSchedule(schedule, acts, [...log, ...acts], stamp);
        for (const { phase, scheduledDays } of moved.memories.values()) {
          if (phase === 'review')
            expect(scheduledDays).toBeLessThanOrEqual(Number(other['maximum-interval']));
        }
        const undos = acts.map(
          ({ id }): LearnerEvent => ({
            type: 'review.undone',
            id: `y${id}` as EventId,
            ...later(now, { minutes: 2 }),
            target: id,
          }),
        );
        const whole = [...log, ...acts, ...undos];
        const back = applyToSchedule(moved, undos, whole, later(now, { minutes: 2 }));
        expect(back.memories).toEqual(schedule.memories);
        expect(back.options).toEqual(schedule.options);
      }),
      MANY,
    );
  });

  test('[Q5] [Q7] [Q11] the queue accounts for every card, once, within the limits', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: 90_000 }), ({ now: then, schedule }, minutes) => {
        const now = later(then, { minutes });
        const { items, counts, held } = buildQueue({ deck: DECK, schedule, now });
        const ids = items.map(({ item }) => item.id);
        expect(new Set(ids).size).toBe(ids.length);
        const { options, memories, holds } = schedule;
        const today = learnerDay(now, options.rolloverHour);
        const fresh = items.filter(({ kind }) => kind === 'fresh').length;
        const reviews = items.filter(({ kind }) => kind === 'review').length;
        expect([fresh, reviews]).toEqual([counts.fresh, counts.review]);
        const more = options.todayOnly.day === today ? options.todayOnly : { new: 0, reviews: 0 };
        const seen = [...memories.values()].filter(
          (memory) => learnerDay(memory.firstReview, options.rolloverHour) === today,
        ).length;
        expect(fresh).toBeLessThanOrEqual(Math.max(0, options.newPerDay + more.new - seen));
        expect(reviews + fresh).toBeLessThanOrEqual(options.reviewsPerDay + more.reviews + more.new);
        if (options.burySiblings) {
          const notes = items.filter(({ kind }) => kind !== 'learning').map(({ item }) => item.note);
          expect(new Set(notes).size).toBe(notes.length);
        }
        const missing = DECK.filter(({ id }) => !ids.includes(id) && !isHeld(holds.get(id), today));
        const isDue = (id: ItemId, { dueAt, dueDay, phase } = memories.get(id) as NonNullable<M>) =>
          phase === 'review' && (dueAt <= now.at || dueDay <= today);
        const dueOut = missing.filter(({ id }) => memories.has(id) && isDue(id)).length;
        const freshOut = missing.filter(({ id }) => !memories.has(id)).length;
        expect(freshOut).toBe(held.fresh);
        if (!options.burySiblings) expect(dueOut).toBe(held.review);
        else expect(dueOut).toBeGreaterThanOrEqual(held.review);
        type M = ReturnType<Schedule['memories']['get']>;
      }),
      MANY,
    );
  });
});

test('[F12] every setting of the scheduler is drawn above', () => {
  const [drawn] = fc.sample(settings, 1);
  expect(Object.keys(drawn ?? {})).toHaveLength(Object.keys(DEFAULT_OPTIONS).length - 1);
});
