import { spawnSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardReviewed, Grade, Instant } from '../../src/format/event.ts';
import { createFsrs } from '../../src/scheduler/fsrs.ts';
import {
  DEFAULT_OPTIONS,
  DEFAULT_WEIGHTS,
  findWeightsProblem,
  foldLog,
  parseWeights,
  recallOf,
  replayMemory,
} from '../../src/scheduler/index.ts';
import vectors from './fixtures/fsrs-rs-vectors.json' with { type: 'json' };
import { replayByReference } from './reference.ts';
import { foldMemories, grades, instant, later, previewAlone, RUNS, reviewed, W5 } from './samples.ts';

const W6 = DEFAULT_WEIGHTS;
const model = createFsrs({ weights: W6, desiredRetention: 0.9, maximumIntervalDays: 36_500 });

/** `[grade, elapsed days]` pairs as `replayMemory` takes them. */
function reviews(...pairs: readonly (readonly [Grade, number])[]) {
  return pairs.map(([grade, elapsedDays]) => ({ grade, elapsedDays }));
}

function expectClose(actual: number, expected: number, tolerance = 2e-5) {
  expect(Math.abs(actual / expected - 1), `${actual} against ${expected}`).toBeLessThan(tolerance);
}

const PREFIX: readonly (readonly [Grade, number])[] = [
  [1, 0],
  [3, 1],
  [3, 3],
  [3, 8],
];

describe('replay', () => {
  test.each([
    [
      'W6 with a same-day review',
      W6,
      reviews([1, 0], [3, 0], [3, 1], [3, 3], [3, 8], [3, 21]),
      53.62691,
      6.3574867,
    ],
    [
      'W6 with w17 to w19 at 0',
      W6.map((weight, index) => (index >= 17 && index <= 19 ? 0 : weight)),
      reviews([1, 0], [3, 0], [3, 1], [3, 3], [3, 8], [3, 21]),
      53.335106,
      6.3574867,
    ],
    ['W5', W5, reviews(...PREFIX, [3, 21]), 31.722992, 7.382128],
    ['W5, then Again', W5, reviews(...PREFIX, [1, 21]), 2.9691455, 8.000659],
    ['W5, then Hard', W5, reviews(...PREFIX, [2, 21]), 17.091452, 7.6913934],
    ['W5, then Easy', W5, reviews(...PREFIX, [4, 21]), 71.7502, 7.0728626],
    ['W6, first Again', W6, reviews([1, 0]), 0.212, 6.4133],
    ['W6, first Hard', W6, reviews([2, 0]), 1.2931, 5.11217071],
    ['W6, first Good', W6, reviews([3, 0]), 2.3065, 2.11810397],
    ['W6, first Easy', W6, reviews([4, 0]), 8.2956, 1],
    [
      'W6, a year with a lapse',
      W6,
      reviews(
        [3, 0],
        [3, 0],
        [3, 2],
        [3, 11],
        [3, 46],
        [3, 163],
        [1, 498],
        [1, 0],
        [3, 0],
        [3, 2],
        [3, 4],
        [3, 7],
        [3, 12],
      ),
      20.77035737,
      9.0557599,
    ],
  ])('[M1] %s', (_name, weights, history, stability, difficulty) => {
    const memory = replayMemory(history, weights);
    expectClose(memory.stability, stability);
    expectClose(memory.difficulty, difficulty);
  });

  test('[M1] Good after 21 days from a given memory, W5', () => {
    const w5 = createFsrs({ weights: W5, desiredRetention: 0.9, maximumIntervalDays: 36_500 });
    const next = w5.next({ stability: 20.925528, difficulty: 7.005062 }, 21, 3);
    expectClose(next.stability, 40.87456);
    expectClose(next.difficulty, 6.9913807);
  });

  test('[M1] Easy ten times in one moment makes the difficulty exactly 1', () => {
    const easy = Array.from({ length: 10 }, () => ({ grade: 4 as const, elapsedDays: 0 }));
    expect(replayMemory(easy, W6).difficulty).toBe(1);
  });

  test('[M1] a year of Good at its due days, steps 1m 10m and 10m, no fuzz, from 2022-11-29T12:30Z', () => {
    const options = { ...DEFAULT_OPTIONS, fuzz: false };
    const pressed: readonly Grade[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let now = instant('2022-11-29T12:30+00:00');
    const log: CardReviewed[] = [];
    const scheduled: number[] = [];
    for (const grade of pressed) {
      const memory = foldMemories(log, options).get(reviewed('c', 3, now, { days: 1 }).card);
      const { interval, dueAt } = previewAlone(memory, reviewed('c', 3, now, { days: 1 }).card, now, options)[
        grade
      ];
      log.push(reviewed('c', grade, now, interval));
      scheduled.push('days' in interval ? interval.days : 0);
      now = { ...now, at: dueAt };
    }
    expect(scheduled).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
    const [memory] = foldMemories(log, options).values();
    expectClose(memory?.stability ?? 0, 20.77035737);
    expectClose(memory?.difficulty ?? 0, 9.0557599);
  });

  // Made by fsrs-rs itself, through `nextStates` of @open-spaced-repetition/binding 0.5.0.
  test.each(vectors)('[M1] agrees with fsrs-rs, weights $name', ({ weights, histories }) => {
    for (const { reviews: text, stability, difficulty } of histories) {
      const history = text.split(', ').map((review) => {
        const [grade, elapsedDays] = review.split(' ').map(Number);
        return { grade: grade as Grade, elapsedDays: elapsedDays ?? Number.NaN };
      });
      const memory = replayMemory(history, weights);
      expectClose(memory.stability, stability);
      expectClose(memory.difficulty, difficulty);
    }
  });

  // 32 bits do not hold the formulas to more than that, far from the published weights less.
  test.each([
    ['21 weights', W6],
    ['19 weights', W5],
    ['17 weights', W5.slice(0, 17).with(4, 5.1618).with(5, 1.2298).with(6, 0.8975)],
    ['small first stabilities', W6.map((weight, index) => (index < 4 ? 0.002 * (index + 1) : weight))],
  ])('[M1] agrees with the formulas in 64 bits over any history, near %s', (_name, weights) => {
    const elapsed = fc.oneof(fc.constant(0), fc.nat({ max: 30 }), fc.nat({ max: 2000 }));
    const histories = fc.array(fc.record({ grade: grades, elapsedDays: elapsed }), {
      minLength: 1,
      maxLength: 15,
    });
    const factors = fc.array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), {
      minLength: 21,
      maxLength: 21,
    });
    fc.assert(
      fc.property(histories, factors, (history, by) => {
        const custom = weights.map((weight, index) =>
          Math.max(weight * (by[index] ?? 1), index === 7 ? 0.001 : 0),
        );
        const { stability, difficulty } = replayMemory(history, custom);
        const expected = replayByReference(history, parseWeights(custom));
        expectClose(stability, expected.stability, 1e-4);
        expectClose(difficulty, expected.difficulty, 1e-4);
      }),
      RUNS,
    );
  });

  test('[M4] a first stability below 0.1 is taken as it is', () => {
    const weights = W6.with(0, 0.02);
    expectClose(replayMemory(reviews([1, 0]), weights).stability, 0.02, 1e-7);
  });

  test('[M5] with w19 at 0 a same-day Good follows S·max(1, e^(w17·w18))', () => {
    const [again = 0, w17 = 0, w18 = 0] = [W5[0], W5[17], W5[18]];
    expectClose(replayMemory(reviews([1, 0], [3, 0]), W5).stability, again * Math.exp(w17 * w18), 1e-7);
    const w20 = [...W5, 0, 0.5];
    expect(parseWeights(w20)[19]).toBe(0);
    expect(replayMemory(reviews([1, 0], [3, 0]), W5)).toEqual(replayMemory(reviews([1, 0], [3, 0]), w20));
  });

  test('[M8] no reviews, bad grades and bad days', () => {
    expect(replayMemory([], W6)).toEqual({ stability: 0, difficulty: 0 });
    expect(() => replayMemory([{ grade: 5 as Grade, elapsedDays: 0 }], W6)).toThrow(/^Inconsistent: grade 5/);
    expect(() => replayMemory([{ grade: 0 as Grade, elapsedDays: 0 }], W6)).toThrow(/^Inconsistent: grade 0/);
    expect(() => replayMemory([{ grade: 2.5 as Grade, elapsedDays: 0 }], W6)).toThrow(/^Inconsistent: grade/);
    expect(() => replayMemory(reviews([3, 0], [5 as Grade, 1]), W6)).toThrow(/^Inconsistent: grade 5/);
    expect(() => replayMemory([], [1])).toThrow(/there are 1/);
    for (const days of [Number.NaN, Number.POSITIVE_INFINITY, undefined as unknown as number]) {
      expect(() => replayMemory(reviews([3, days]), W6)).toThrow(/^Inconsistent: .* elapsed days/);
      expect(() => replayMemory(reviews([3, 0], [3, days]), W6)).toThrow(/^Inconsistent: .* elapsed days/);
    }
    expect(replayMemory(reviews([3, 0], [3, -2]), W6)).toEqual(replayMemory(reviews([3, 0], [3, 0]), W6));
  });
});

test('[M1] in plain Node, without a build', () => {
  const script = `const { replayMemory, DEFAULT_WEIGHTS } = await import('./src/scheduler/index.ts');
    console.log(JSON.stringify(replayMemory([{ grade: 1, elapsedDays: 0 }, { grade: 3, elapsedDays: 0 }], DEFAULT_WEIGHTS)));`;
  const cwd = path.resolve(import.meta.dirname, '../..');
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(replayMemory(reviews([1, 0], [3, 0]), W6));
});

describe('weights', () => {
  test.each([
    ['none', [], /21 numbers .* there are 0/],
    ['two', [1, 2], /there are 2/],
    ['20', W6.slice(0, 20), /there are 20/],
    ['NaN', W6.with(3, Number.NaN), /w3 must be a finite number, but it is NaN/],
    ['infinite', W6.with(8, Number.POSITIVE_INFINITY), /w8 .* Infinity/],
    ['null', null as unknown as number[], /must be a list of numbers, but they are null/],
    ['a text of the right length', '123456789012345678901' as unknown as number[], /must be a list/],
    ['a text', W6.with(5, '1' as unknown as number), /w5 must be a finite number/],
    ['a hole', Object.assign([...W6], { 4: undefined as unknown as number }), /w4 .* undefined/],
    ['negative', W6.with(0, -1), /w0 must be from 0.001 to 100, but it is -1/],
    ['too great', W6.with(20, 0.9), /w20 must be from 0.1 to 0.8, but it is 0.9/],
    ['too great of 19', W5.with(17, 2.1), /w17 must be from 0 to 2/],
    ['too great of 17', W5.slice(0, 17).with(7, 0.8), /w7 must be from 0 to 0.75/],
  ])('[M2] refuses %s', (_name, weights, reason) => {
    expect(findWeightsProblem(weights)).toMatch(reason);
    expect(() => replayMemory(reviews([3, 0]), weights)).toThrow(RangeError);
    expect(() => replayMemory(reviews([3, 0]), weights)).toThrow(reason);
  });

  test('[M2] migrates 19 and 17 as fsrs-rs does, and clips what migration made too great', () => {
    expect(parseWeights(W5)).toEqual([...W5, 0, 0.5]);
    const w4 = W5.slice(0, 17).with(4, 5).with(5, 1.5).with(6, 1);
    const migrated = parseWeights(w4);
    expect(migrated).toHaveLength(21);
    expect(migrated[4]).toBe(8);
    expectClose(migrated[5] ?? 0, Math.log(5.5) / 3, 1e-7);
    expect(migrated.slice(6, 7)).toEqual([1.5]);
    expect(migrated.slice(17)).toEqual([0, 0, 0, 0.5]);
    expect(parseWeights(w4.with(4, 9))[4]).toBe(10);
  });

  test('[M2] takes a limit as 32 bits write it', () => {
    expect(parseWeights(W6.with(20, Math.fround(0.8)))[20]).toBe(0.8);
    expect(findWeightsProblem(W6.with(0, 0.0009))).toMatch(/w0/);
  });
});

describe('intervals and recall', () => {
  test('[M3] S = 1 at desired retention 0.2 to 1, and never above the maximum', () => {
    const days = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((desiredRetention) =>
      createFsrs({ weights: W6, desiredRetention, maximumIntervalDays: 1e9 }).intervalDays(1),
    );
    expect(days).toEqual([34793, 2508, 387, 90, 27, 9, 3, 1, 1]);
    expect(
      createFsrs({ weights: W6, desiredRetention: 0.9, maximumIntervalDays: 30 }).intervalDays(400),
    ).toBe(30);
    for (const desiredRetention of [0, Number.NaN, 1.5]) {
      expect(() => createFsrs({ weights: W6, desiredRetention, maximumIntervalDays: 1 })).toThrow(
        /Desired retention/,
      );
    }
    expect(() => createFsrs({ weights: W6, desiredRetention: 0.9, maximumIntervalDays: 0 })).toThrow(
      /maximum/,
    );
  });

  test('[M3] recall passes the desired retention within the day of the interval, for any weights', () => {
    const decays = fc.double({ min: 0.1, max: 0.8, noNaN: true });
    const retentions = fc.integer({ min: 70, max: 97 }).map((percent) => percent / 100);
    const stabilities = fc.double({ min: 0.001, max: 36_500, noNaN: true });
    fc.assert(
      fc.property(decays, retentions, stabilities, (decay, desiredRetention, stability) => {
        const weights = W6.with(20, decay);
        const fsrs = createFsrs({ weights, desiredRetention, maximumIntervalDays: 1e9 });
        const days = fsrs.intervalDays(stability);
        expect(fsrs.retrievability(days + 0.5, stability)).toBeLessThan(desiredRetention + 1e-6);
        if (days > 1) {
          expect(fsrs.retrievability(days - 0.5, stability)).toBeGreaterThan(desiredRetention - 1e-6);
        }
      }),
      RUNS,
    );
  });

  test('[M6] 0.9024733 eight days after a first Easy at 2026-01-05T04:05Z; 1 before it', () => {
    const first = instant('2026-01-05T04:05+00:00');
    const review = reviewed('c', 4, first, { days: 8 });
    const schedule = foldLog([review], first);
    const recallAt = (now: Instant) => recallOf(schedule, review.card, now) ?? Number.NaN;
    expectClose(recallAt(later(first, { days: 8 })), 0.9024733, 1e-6);
    expect(recallAt(later(first, { minutes: 90 }))).toBeLessThan(1);
    expect(recallAt(later(first, { days: -300 }))).toBe(1);
  });

  test('[M6] recall is 0.9 after S days, for any decay', () => {
    const decays = fc.double({ min: 0.1, max: 0.8, noNaN: true });
    const stabilities = fc.double({ min: 0.001, max: 36_500, noNaN: true });
    fc.assert(
      fc.property(decays, stabilities, (decay, stability) => {
        const fsrs = createFsrs({
          weights: W6.with(20, decay),
          desiredRetention: 0.9,
          maximumIntervalDays: 9,
        });
        expect(fsrs.retrievability(stability, stability)).toBeCloseTo(0.9, 6);
      }),
      RUNS,
    );
  });

  test('[M7] S grows on success after a day or more; better grades, more stability and less difficulty', () => {
    const states = fc.record({
      stability: fc.double({ min: 0.01, max: 10_000, noNaN: true }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.option(states, { nil: undefined }), fc.nat({ max: 3000 }), (state, days) => {
        const after = ([1, 2, 3, 4] as const).map((grade) => model.next(state, days, grade));
        for (const [index, memory] of after.entries()) {
          const before = after[index - 1];
          if (before) expect(memory.stability).toBeGreaterThanOrEqual(before.stability);
          if (before) expect(memory.difficulty).toBeLessThanOrEqual(before.difficulty);
          if (state && days > 0 && index > 0) expect(memory.stability).toBeGreaterThan(state.stability);
        }
      }),
      RUNS,
    );
  });

  test('[M7] replay stays within the limits of the model', () => {
    const history = fc.array(fc.record({ grade: grades, elapsedDays: fc.nat({ max: 20_000 }) }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(history, (answers) => {
        const { stability, difficulty } = replayMemory(answers, W6);
        expect(stability).toBeGreaterThanOrEqual(0.001);
        expect(stability).toBeLessThanOrEqual(36_500);
        expect(difficulty).toBeGreaterThanOrEqual(1);
        expect(difficulty).toBeLessThanOrEqual(10);
      }),
      RUNS,
    );
  });
});
