import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearMiss } from '../../src/quiz/near-miss.ts';
import { normalizeTyped } from '../../src/quiz/typed-text.ts';
import { RUNS } from './samples.ts';

describe('typed answers are alike', () => {
  it.each([
    ['time-sharing', 'Time Sharing'],
    ['time-sharing', 'timesharing'],
    ['ＡＢＣ１２', 'abc12'],
    ['环形队列', ' 环形　队列。'],
    ['“写时复制”', '写时复制'],
    ['x86-64', 'x86_64'],
    ['I/O', 'io'],
    ['ring\u200b buffer', 'ring buffer'],
    ['−1', '-1'],
    ['３．５', '3.5'],
    ['e\u0301tat', 'état'],
  ])('“%s” and “%s”', (one, other) => {
    expect(normalizeTyped(one)).toBe(normalizeTyped(other));
  });
});

describe('typed answers differ', () => {
  it.each([
    ['1.2', '12'],
    ['8080:80', '808080'],
    ['10/8', '108'],
    ['ring -1', 'ring 1'],
    ['C++', 'C'],
    ['内存', '記憶體'],
    ['队列', '隊列'],
    ['.', ''],
    ['.', ','],
  ])('“%s” and “%s”', (one, other) => {
    expect(normalizeTyped(one)).not.toBe(normalizeTyped(other));
  });
});

describe('a near miss', () => {
  it.each([
    ['bufer', 'buffer', 'one-letter'],
    ['bufffer', 'buffer', 'one-letter'],
    ['buffar', 'buffer', 'one-letter'],
    ['bufefr', 'buffer', 'one-letter'],
    ['Ring-Bufer', 'ring buffer', 'one-letter'],
    ['环型队列', '环形队列', 'one-character'],
    ['形环队列', '环形队列', 'one-character'],
    ['环队列', '环形队列', 'one-character'],
  ])('“%s” of “%s” is %s off', (typed, answer, code) => {
    expect(findNearMiss(typed, ['other thing', answer])).toEqual({ code, accepted: answer });
  });

  it.each([
    ['cat', 'car'],
    ['队例', '队列'],
    ['buffer', 'buffer'],
    ['bfufre', 'buffer'],
    ['buf', 'buffer'],
    ['cgroup v1', 'cgroup v2'],
    ['4096', '4095'],
    ['', 'ring'],
  ])('“%s” is none of “%s”', (typed, answer) => {
    expect(findNearMiss(typed, [answer])).toBeUndefined();
  });

  it('is one exactly where the Damerau–Levenshtein distance is 1', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 7 });
    const edits = fc
      .tuple(words, fc.nat(6), fc.constantFrom('a', 'b', 'd', ''), fc.nat(2))
      .map(
        ([word, place, letter, cut]) =>
          [word, word.slice(0, place) + letter + word.slice(place + cut)] as const,
      );
    fc.assert(
      fc.property(edits, ([answer, typed]) => {
        expect(findNearMiss(typed, [answer]) !== undefined).toBe(distance(typed, answer) === 1);
      }),
      { ...RUNS, numRuns: 2000 },
    );
  });
});

/** Optimal string alignment by the textbook's table. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      (table[i] ?? [])[j] = best;
    }
  }
  return at(a.length, b.length);
}
