import { expect, it } from 'vitest';
import type { QuestionId } from '../../src/format/id.ts';
import { attemptSeed } from '../../src/quiz/attempt.ts';
import { presentQuestion } from '../../src/quiz/kinds/index.ts';
import { seedOf, shuffle } from '../../src/quiz/shuffle.ts';
import { choiceText, matchText } from './samples.ts';

const ROUNDS = 12_000;

/** Pearson's statistic of counts against equal ones. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

// The 0.999 quantiles of χ² with 2, 3 and 23 degrees of freedom; the seeds are fixed, so this never flickers.
it.each([
  ['counted seeds', (round: number) => round],
  ['seeds of attempts', (round: number) => attemptSeed(7, `q-${round}` as QuestionId, round % 3)],
])('the key is equally often in every place, by %s', (_, seedAt) => {
  for (const [keys, limit] of [
    ['abc', 13.82],
    ['abcd', 16.27],
  ] as const) {
    const counts = [...keys].map(() => 0);
    for (let round = 0; round < ROUNDS; round++) {
      const place = presentQuestion(choiceText(keys, 'a'), seedAt(round)).indexOf('a');
      counts[place] = (counts[place] ?? 0) + 1;
    }
    expect(chiSquare(counts)).toBeLessThan(limit);
  }
});

it('the right side that fits is equally often in every place', () => {
  const counts = [0, 0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const place = presentQuestion(matchText('abc'), seedOf(`${round}`)).indexOf('b');
    counts[place] = (counts[place] ?? 0) + 1;
  }
  expect(chiSquare(counts)).toBeLessThan(13.82);
});

it('every permutation is equally frequent', () => {
  const counts = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const shown = shuffle([...'abcd'], seedOf(`${round}`)).join('');
    counts.set(shown, (counts.get(shown) ?? 0) + 1);
  }
  expect(counts.size).toBe(24);
  expect(chiSquare([...counts.values()])).toBeLessThan(49.73);
});

it('a seed is a whole number of 32 bits, and texts that differ a little differ in it', () => {
  const seeds = new Set(Array.from({ length: 1000 }, (_, index) => seedOf(`7/q-${index}/0`)));
  expect(seeds.size).toBe(1000);
  for (const seed of seeds) expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
});
