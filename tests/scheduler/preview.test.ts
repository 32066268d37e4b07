import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardReviewed, Grade, Instant, Interval } from '../../src/format/event.ts';
import type { CardId } from '../../src/format/id.ts';
import { fuzzDays, fuzzFactor } from '../../src/scheduler/fuzz.ts';
import {
  DEFAULT_OPTIONS,
  intervalMinutes,
  parseOptions,
  type SchedulerOptions,
} from '../../src/scheduler/index.ts';
import { foldMemories, grades, instant, later, previewAlone, RUNS, reviewed } from './samples.ts';

const NOW = instant('2026-01-05T09:00+08:00');
const CARD = 'c' as CardId;
const GRADES: readonly Grade[] = [1, 2, 3, 4];

/** What the four buttons say at `now` after these answers, one a day and the last a day before `now`. */
function buttons(
  answers: readonly (readonly [Grade, Interval])[],
  options: Partial<SchedulerOptions> = {},
): (string | undefined)[] {
  const log = answers.map(([grade, interval], index) =>
    reviewed(CARD, grade, later(NOW, { days: index - answers.length }), interval),
  );
  const preview = previewAlone(foldMemories(log, options).get(CARD), CARD, NOW, { fuzz: false, ...options });
  return GRADES.map((grade) => {
    const { interval } = preview[grade];
    return 'days' in interval ? `${interval.days}d` : `${interval.minutes}m`;
  });
}

/** Cards as learners have them: each answer given at its preview's time, more or less, at any hour. */
const histories = fc.record({
  card: fc.stringMatching(/^[a-z]{1,6}$/),
  start: fc.integer({ min: 1_760_000_000_000, max: 1_760_000_000_000 + 86_400_000 }),
  offsetMinutes: fc.constantFrom(-480, 0, 345, 480),
  answers: fc.array(fc.record({ grade: grades, late: fc.nat({ max: 40 }) }), { maxLength: 12 }),
  options: fc.record({
    desiredRetention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
    maximumIntervalDays: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(36_500)),
    learningSteps: fc.constantFrom([1, 10], [], [5], [1, 10, 600], [1439]),
    relearningSteps: fc.constantFrom([10], [], [1, 10], [900]),
    fuzz: fc.boolean(),
  }),
});

function study(history: typeof histories extends fc.Arbitrary<infer T> ? T : never) {
  const card = history.card as CardId;
  const log: CardReviewed[] = [];
  let now: Instant = { at: history.start, offsetMinutes: history.offsetMinutes };
  for (const { grade, late } of history.answers) {
    const { interval, dueAt } = previewAlone(
      foldMemories(log, history.options).get(card),
      card,
      now,
      history.options,
    )[grade];
    log.push(reviewed(card, grade, now, interval));
    now = { ...now, at: dueAt + late * late * 3_600_000 };
  }
  const memory = foldMemories(log, history.options).get(card);
  return { card, log, now, memory, preview: previewAlone(memory, card, now, history.options) };
}

describe('preview', () => {
  test.each<[string, string[], (readonly [Grade, Interval])[], Partial<SchedulerOptions>]>([
    ['a new card', ['1m', '6m', '10m', '8d'], [], {}],
    ['the last step', ['1m', '10m'], [[3, { minutes: 10 }]], {}],
    [
      'a card that lapsed',
      ['10m', '15m'],
      [
        [4, { days: 8 }],
        [1, { minutes: 10 }],
      ],
      {},
    ],
    ['three steps, the second', ['1m', '10m', '60m'], [[3, { minutes: 10 }]], { learningSteps: [1, 10, 60] }],
    ['one step', ['10m', '15m', '2d', '8d'], [], { learningSteps: [10] }],
    ['one step of almost a day', ['1439m', '1439m', '2d', '8d'], [], { learningSteps: [1439] }],
    ['no steps', ['1d', '1d', '2d', '8d'], [], { learningSteps: [] }],
    ['a review without relearning steps', ['1d'], [[4, { days: 8 }]], { relearningSteps: [] }],
  ])('[P1] %s', (_name, expected, answers, options) => {
    expect(buttons(answers, options).slice(0, expected.length)).toEqual(expected);
  });

  test('[P1] a card at a step that is no more starts over or waits for days', () => {
    const memory = foldMemories([reviewed(CARD, 3, later(NOW, { minutes: -10 }), { minutes: 10 })]).get(CARD);
    const preview = previewAlone(memory, CARD, NOW, { learningSteps: [1] });
    expect(preview[1].interval).toEqual({ minutes: 1 });
    for (const grade of [2, 3, 4] as const) expect(preview[grade].interval).toHaveProperty('days');
  });

  test('[P1] a review: Again 10 minutes, the others days', () => {
    expect(buttons([[4, { days: 8 }]])[0]).toBe('10m');
    expect(
      buttons([[4, { days: 8 }]])
        .slice(1)
        .join(),
    ).toMatch(/^\d+d,\d+d,\d+d$/);
  });

  test('[P2] Again ≤ Hard ≤ Good < Easy', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { preview } = study(history);
        const [again = 0, hard = 0, good = 0, easy = 0] = GRADES.map((grade) =>
          intervalMinutes(preview[grade].interval),
        );
        expect(again).toBeLessThanOrEqual(hard);
        if (history.options.maximumIntervalDays > 1) expect(hard).toBeLessThanOrEqual(good);
        if (history.options.maximumIntervalDays > 1) expect(good).toBeLessThan(easy);
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  test.each([
    ['a first Hard above a first Good', DEFAULT_OPTIONS.weights.with(1, 50)],
    ['a first Again above all', DEFAULT_OPTIONS.weights.with(0, 90)],
  ])('[P2] weights with %s', (_name, weights) => {
    for (const fuzz of [true, false]) {
      const preview = previewAlone(undefined, CARD, NOW, { weights, learningSteps: [], fuzz });
      const minutes = GRADES.map((grade) => intervalMinutes(preview[grade].interval));
      expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    }
  });

  test('[P3] the maximum is never exceeded', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { preview } = study(history);
        for (const grade of GRADES) {
          const { interval } = preview[grade];
          if (!('days' in interval)) continue;
          expect(interval.days).toBeLessThanOrEqual(history.options.maximumIntervalDays);
          expect(interval.days).toBeGreaterThanOrEqual(1);
          expect(interval.days).toSatisfy(Number.isInteger);
        }
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  test.each([
    [1, 1, 1],
    [2, 2, 2],
    [2.49, 2, 2],
    [3, 2, 4],
    [7, 5, 9],
    [10, 8, 12],
    [20, 17, 23],
    [100, 93, 107],
  ])('[P4] %d days become %i to %i', (days, least, most) => {
    expect(fuzzDays(days, 1, 36_500, 0)).toBe(least);
    expect(fuzzDays(days, 1, 36_500, 0.999999)).toBe(most);
    expect(fuzzDays(days, 1, 9, 0.999999)).toBe(Math.min(most, 9));
  });

  test('[P4] the factor is fixed by card and reviews, and even over many cards', () => {
    expect(fuzzFactor(CARD, 3)).toBe(fuzzFactor(CARD, 3));
    const factors = Array.from({ length: 4000 }, (_, index) =>
      fuzzFactor(`card-${index}` as CardId, index % 9),
    );
    for (let tenth = 0; tenth < 10; tenth++) {
      const count = factors.filter((factor) => Math.floor(factor * 10) === tenth).length;
      expect(count).toBeGreaterThan(320);
      expect(count).toBeLessThan(480);
    }
  });

  test('[P4] looking six seconds longer changes nothing; another card differs', () => {
    const log = (card: string) => [reviewed(card, 4, NOW, { days: 90 })];
    const days = (card: string, now: Instant) =>
      previewAlone(foldMemories(log(card)).get(card as CardId), card as CardId, now)[3].interval;
    const due = later(NOW, { days: 90 });
    expect(days('c', later(due, { minutes: 0.1 }))).toEqual(days('c', due));
    expect(
      new Set(['c', 'd', 'e', 'f', 'g'].map((card) => JSON.stringify(days(card, due)))).size,
    ).toBeGreaterThan(1);
  });

  test('[P5] what is stored is what was shown', () => {
    fc.assert(
      fc.property(histories, grades, (history, grade) => {
        const { card, log, now, preview } = study(history);
        const answer = reviewed(card, grade, now, preview[grade].interval);
        const memory = foldMemories([...log, answer], history.options).get(card);
        expect(memory?.dueAt).toBe(preview[grade].dueAt);
        expect(memory?.phase === 'review').toBe('days' in preview[grade].interval);
      }),
      RUNS,
    );
  });

  test('[P6] due dates are monotone in the grade', () => {
    expect(
      previewAlone(undefined, CARD, instant('2026-01-06T03:55+08:00'), { learningSteps: [10] })[3].interval,
    ).toEqual({ days: 2 });
    fc.assert(
      fc.property(histories, (history) => {
        if (history.options.maximumIntervalDays < 3) return;
        const { preview } = study(history);
        for (const grade of [2, 3, 4] as const) {
          expect(preview[grade].dueAt).toBeGreaterThanOrEqual(preview[(grade - 1) as Grade].dueAt);
        }
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  test('[P7] an interval that grows by a day grows for every card', () => {
    const days = (card: string, scheduled: number, fuzz: boolean) => {
      const memory = foldMemories([reviewed(card, 4, NOW, { days: scheduled })]).get(card as CardId);
      const { interval } = previewAlone(memory, card as CardId, later(NOW, { days: 8 }), { fuzz })[3];
      return intervalMinutes(interval) / 1440;
    };
    const ideal = days('c', 8, false);
    const cards = Array.from({ length: 200 }, (_, index) => days(`card-${index}`, ideal - 1, true));
    expect(Math.min(...cards)).toBe(ideal);
    expect(Math.max(...cards)).toBeGreaterThan(ideal);
  });

  test.each<[Partial<SchedulerOptions>, RegExp]>([
    [{ desiredRetention: 0.5 }, /Desired retention must be from 0.7 to 0.97, but it is 0.5/],
    [{ desiredRetention: Number.NaN }, /Desired retention .* NaN/],
    [{ maximumIntervalDays: 0 }, /maximum interval in days must be from 1/],
    [{ maximumIntervalDays: 1.5 }, /whole number, but it is 1.5/],
    [{ learningSteps: [10, 1] }, /Learning steps .* they are 10, 1/],
    [{ learningSteps: [1440] }, /Learning steps/],
    [{ relearningSteps: [0] }, /Relearning steps/],
    [{ rolloverHour: 24 }, /hour at which a day begins must be from 0 to 23/],
    [{ newPerDay: -1 }, /New cards per day/],
    [{ learnAheadMinutes: -1 }, /learn ahead/],
    [{ weights: [1] }, /21 numbers/],
  ])('[P8] refuses %o', (options, reason) => {
    expect(() => parseOptions(options)).toThrow(reason);
    expect(() => previewAlone(undefined, CARD, NOW, options)).toThrow(RangeError);
  });
});
