/** Something found, with the score of the way in which it was. */
export interface Scored<T> {
  readonly id: string;
  readonly score: number;
  readonly value: T;
}

/** What every list has, with the sum of the scores: all terms of one way of searching, a rarer one counting more. */
export function intersect<T>(lists: readonly (readonly Scored<T>[])[]): Scored<T>[] {
  const [first = [], ...others] = lists.map(weigh);
  const maps = others.map((list) => new Map(list.map(({ id, score }) => [id, score])));
  return first
    .filter(({ id }) => maps.every((map) => map.has(id)))
    .map((hit) => ({ ...hit, score: maps.reduce((sum, map) => sum + (map.get(hit.id) ?? 0), hit.score) }))
    .sort((a, b) => b.score - a.score);
}

/** The same list, its best hit having the list's rarity as its score. */
function weigh<T>(hits: readonly Scored<T>[]): Scored<T>[] {
  const top = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
  return hits.map((hit) => ({ ...hit, score: (rarityOf(hits) * hit.score) / top }));
}

/** From 0 to 1: what many pages have says little. */
function rarityOf(hits: readonly unknown[]): number {
  return 1 / Math.log2(2 + hits.length);
}

/** What any list has, best first; each list counts by its own best score times its weight. */
export function unite<T>(
  lists: readonly { readonly hits: readonly Scored<T>[]; readonly weight: number }[],
): Scored<T>[] {
  const all = new Map<string, Scored<T>>();
  for (const { hits, weight } of lists) {
    const top = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE);
    for (const hit of hits) {
      const score = (weight * hit.score) / top + (all.get(hit.id)?.score ?? 0);
      all.set(hit.id, { ...hit, score });
    }
  }
  return [...all.values()].sort((a, b) => b.score - a.score);
}

/**
 * What some lists have, best first, for a way of searching that no page or few pages fit as a whole: a list counts
 * the more the shorter it is, one of a name twice, and what has little of the whole is left out.
 */
export function gather<T>(
  lists: readonly { readonly hits: readonly Scored<T>[]; readonly isName: boolean }[],
): Scored<T>[] {
  const weighed = lists
    .filter(({ hits }) => hits.length > 0)
    .map(({ hits, isName }) => ({ hits, weight: rarityOf(hits) * (isName ? 2 : 1) }));
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<string, number>();
  for (const { hits, weight } of weighed) {
    for (const { id } of hits) shares.set(id, (shares.get(id) ?? 0) + weight / whole);
  }
  return unite(weighed).filter(({ id }) => (shares.get(id) ?? 0) >= LEAST_SHARE);
}

const LEAST_SHARE = 0.3;
