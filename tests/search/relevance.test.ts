import { describe, expect, it } from 'vitest';
import { ITEM_WEIGHT } from '../../src/format/search.ts';
import { occurrencesOf, runOccurrencesOf } from '../../src/search/occurrences.ts';
import type { Posting } from '../../src/search/pagefind-files.ts';
import { commonStart } from '../../src/search/query.ts';
import { likenessOf, scorePages } from '../../src/search/relevance.ts';

const PLAIN = 24;
const TITLE = 168;
const posting = (page: number, ...places: number[]): Posting => ({ page, places });

describe('where a word stands', () => {
  it('is counted by kind, weight and likeness', () => {
    const words = [
      { postings: [posting(0, 1, PLAIN, 5, PLAIN), posting(1, 0, TITLE)], likeness: 1 },
      { postings: [posting(0, 9, PLAIN), posting(2, 3, ITEM_WEIGHT.written)], likeness: 0.5 },
    ];
    expect(occurrencesOf(words, 'lesson')).toEqual([
      { page: 0, frequency: 2.5, inTitle: 0 },
      { page: 1, frequency: 2, inTitle: 1 },
    ]);
    expect(occurrencesOf(words, 'items').map(({ page }) => page)).toEqual([2]);
  });
});

describe('where a run of characters stands', () => {
  const first = [posting(0, 3, PLAIN, 9, PLAIN), posting(1, 3, PLAIN), posting(2, 0, ITEM_WEIGHT.written)];
  const second = [posting(0, 5, PLAIN, 7, PLAIN), posting(1, 4, PLAIN), posting(2, 2, ITEM_WEIGHT.written)];

  it('is where its words stand at their distance', () => {
    expect(runOccurrencesOf('一二三四', [first, second], 'lesson')).toEqual([
      { page: 0, frequency: 1, inTitle: 0 },
    ]);
    expect(runOccurrencesOf('一二三', [first, second], 'lesson').map(({ page }) => page)).toEqual([1]);
    expect(runOccurrencesOf('一二三四', [first, second], 'items').map(({ page }) => page)).toEqual([2]);
  });

  it('is nowhere where one of its words is', () => {
    expect(runOccurrencesOf('一二三四', [first, []], 'lesson')).toEqual([]);
  });
});

describe('relevance', () => {
  const pages = [100, 100, 300].map((words, at) => ({ hash: String(at), words }));
  const score = (...all: { page: number; frequency: number; inTitle?: number }[]) =>
    scorePages(
      all.map((one) => ({ inTitle: 0, ...one })),
      { pages, averageWords: 100 },
    ).map((one) => one.score);

  it('grows with how often a page has a term, and less the more often it has', () => {
    const [once = 0] = score({ page: 0, frequency: 1 });
    const [twice = 0] = score({ page: 0, frequency: 2 });
    const [thrice = 0] = score({ page: 0, frequency: 3 });
    expect(twice).toBeGreaterThan(once);
    expect(thrice - twice).toBeLessThan(twice - once);
  });

  it('is more in a short page, in a title, and for a rare term', () => {
    const [short = 0, long = 0] = score({ page: 1, frequency: 2 }, { page: 2, frequency: 2 });
    expect(short).toBeGreaterThan(long);
    const [titled = 0, plain = 0] = score({ page: 0, frequency: 2, inTitle: 1 }, { page: 1, frequency: 2 });
    expect(titled).toBeGreaterThan(plain);
    expect(score({ page: 0, frequency: 1 })[0]).toBeGreaterThan(
      score({ page: 0, frequency: 1 }, { page: 1, frequency: 1 })[0] ?? 0,
    );
  });

  it('of a word is most for itself and its plural', () => {
    expect(likenessOf('kernels', 'kernel')).toBe(likenessOf('kernel', 'kernel'));
    expect(likenessOf('kernelized', 'kernel')).toBeLessThan(likenessOf('kernels', 'kernel'));
  });
});

it.each([
  ['kernel', 'kernel'],
  ['policies', 'polic'],
  ['policy', 'polic'],
  ['vms', 'vm'],
  ['emulation', 'emul'],
])('every word that is meant by %s begins with %s', (sought, start) => {
  expect(commonStart(sought)).toBe(start);
});
