import type { Occurrence } from './occurrences.ts';
import type { IndexTable } from './pagefind-files.ts';
import { stem } from './words.ts';

/**
 * How much each page has to do with a term: Okapi BM25, by how often the page has it, how long the page is and how few
 * pages have it; and by whether it is in the title.
 */
export function scorePages(
  occurrences: readonly Occurrence[],
  { pages, averageWords }: Pick<IndexTable, 'pages'> & { readonly averageWords: number },
): { readonly page: number; readonly score: number }[] {
  const rarity = Math.log(1 + (pages.length - occurrences.length + 0.5) / (occurrences.length + 0.5));
  return occurrences.map(({ page, frequency, inTitle }) => {
    const length = (pages[page]?.words ?? 0) / averageWords;
    const share = ((SATURATION + 1) * frequency) / (SATURATION * (1 - LENGTH + LENGTH * length) + frequency);
    return { page, score: rarity * (share + TITLE * inTitle) };
  });
}

/** How like a word of the index is to the one sought, from 0 to 1, by how many letters it is longer or shorter; plurals are alike. */
export function likenessOf(word: string, sought: string): number {
  const difference = Math.abs(stem(word).length - stem(sought).length) + 1;
  return Math.exp(Math.exp(-0.125 * difference ** 2)) / Math.E;
}

/** The `k1` and `b` of the formula. */
const SATURATION = 1.4;
const LENGTH = 0.5;
/** What a title is worth, in times of the rarity of the term. */
const TITLE = 1;
