/** What a query was to find first, and its place among what it found, from 1; 0 where it was not found. */
export interface Rank {
  readonly query: string;
  readonly wanted: string;
  readonly rank: number;
}

/** How well queries found what was wanted; `misses` are those of which it was not first, a line each. */
export function rankFigures(ranks: readonly Rank[]) {
  const found = ranks.filter(({ rank }) => rank > 0);
  return {
    first: ranks.filter(({ rank }) => rank === 1).length / ranks.length,
    recallAt3: found.filter(({ rank }) => rank <= 3).length / ranks.length,
    meanReciprocalRank: found.reduce((sum, { rank }) => sum + 1 / rank, 0) / ranks.length,
    misses: ranks
      .filter(({ rank }) => rank !== 1)
      .map(({ query, wanted, rank }) => `${query} → ${wanted}: ${rank === 0 ? 'not found' : `place ${rank}`}`)
      .join('\n'),
  };
}
