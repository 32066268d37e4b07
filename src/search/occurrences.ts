import { ITEM_WEIGHT, type SearchKind } from '../format/search.ts';
import { coverRun } from './index-words.ts';
import type { Posting } from './pagefind-files.ts';

/** How often a term stands on a page, each time counting by where it stands. */
export interface Occurrence {
  readonly page: number;
  readonly frequency: number;
  /** How like a word of the title is to the term, from 0 to 1. */
  readonly inTitle: number;
}

/** Where a word of the index stands, and how like it is to what is sought: from 0 to 1. */
export interface WordPostings {
  readonly postings: readonly Posting[];
  readonly likeness: number;
}

/** The pages that have any of some words in texts of one kind. */
export function occurrencesOf(words: readonly WordPostings[], kind: SearchKind): Occurrence[] {
  const found = new Map<number, { frequency: number; inTitle: number }>();
  for (const { postings, likeness } of words) {
    for (const { page, places } of postings) {
      let weights = 0;
      let highest = 0;
      for (let at = 1; at < places.length; at += 2) {
        const weight = places[at] ?? 0;
        if (!isOf(kind, weight)) continue;
        weights += Math.min(weight, MOST_WEIGHT);
        highest = Math.max(highest, weight);
      }
      if (weights === 0) continue;
      const known = found.get(page);
      found.set(page, {
        frequency: (known?.frequency ?? 0) + (likeness * weights) / PLAIN_WEIGHT,
        inTitle: Math.max(known?.inTitle ?? 0, highest >= TITLE_WEIGHT ? likeness : 0),
      });
    }
  }
  return Array.from(found, ([page, occurrence]) => ({ page, ...occurrence }));
}

/** The pages that have a CJK run; `words` are the postings of the words of {@link coverRun}, in its order. */
export function runOccurrencesOf(
  run: string,
  words: readonly (readonly Posting[])[],
  kind: SearchKind,
): Occurrence[] {
  const [first = [], ...others] = words;
  const offsets = coverRun(run).map(({ place }) => place);
  const byPage = others.map((postings) => new Map(postings.map(({ page, places }) => [page, places])));
  return first.flatMap(({ page, places }) => {
    const rest = byPage.map((pages) => pages.get(page));
    if (rest.some((other) => other === undefined)) return [];
    const sets = rest.map((other = []) => new Set(other.filter((_, at) => at % 2 === 0)));
    let weights = 0;
    let highest = 0;
    for (let at = 0; at < places.length; at += 2) {
      const place = places[at] ?? 0;
      const weight = places[at + 1] ?? 0;
      if (!isOf(kind, weight) || !sets.every((set, nth) => set.has(place + (offsets[nth + 1] ?? 0))))
        continue;
      weights += Math.min(weight, MOST_WEIGHT);
      highest = Math.max(highest, weight);
    }
    return weights === 0
      ? []
      : [{ page, frequency: weights / PLAIN_WEIGHT, inTitle: highest >= TITLE_WEIGHT ? 1 : 0 }];
  });
}

function isOf(kind: SearchKind, weight: number): boolean {
  return (weight === ITEM_WEIGHT.written) === (kind === 'items');
}

/** What Pagefind writes for a weight of 1, and for that of a first heading. */
const PLAIN_WEIGHT = 24;
const TITLE_WEIGHT = 7 * PLAIN_WEIGHT;
/** So much counts a heading at most: a list of headings is no better than a text. */
const MOST_WEIGHT = 2 * PLAIN_WEIGHT;
