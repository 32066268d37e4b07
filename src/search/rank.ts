/** Something found, with the score of the way in which it was. */
export interface Scored<T> {
  readonly id: string;
  readonly score: number;
  readonly value: T;
}

/** What every list has, with the sum of the scores: all terms of one way of searching. */
export function intersect<T>(lists: readonly (readonly Scored<T>[])[]): Scored<T>[] {
  const [first = [], ...others] = lists;
  const maps = others.map((list) => new Map(list.map(({ id, score }) => [id, score])));
  return first
    .filter(({ id }) => maps.every((map) => map.has(id)))
    .map((hit) => ({ ...hit, score: maps.reduce((sum, map) => sum + (map.get(hit.id) ?? 0), hit.score) }))
    .sort((a, b) => b.score - a.score);
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

/** How many times so many neighbouring places stand in a row; `places` are ascending. */
export function countRuns(places: readonly number[], length: number): number {
  let count = 0;
  let row = 0;
  for (const [at, place] of places.entries()) {
    row = at > 0 && place === (places[at - 1] ?? 0) + 1 ? row + 1 : 1;
    if (row < length) continue;
    count++;
    row = 0;
  }
  return count;
}
