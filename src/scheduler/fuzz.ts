import type { ItemId } from '../format/id.ts';

/**
 * A number from 0 up to 1 that depends on the item and on how often it was answered, and on nothing else:
 * FNV-1a over both, mixed by the finaliser of MurmurHash3.
 */
export function fuzzFactor(item: ItemId, reviews: number): number {
  let hash = 0x811c9dc5;
  for (const char of `${item}:${reviews}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * Whole days near `days`, never outside `minimum` to `maximum` (which wins over the minimum). The factor
 * chooses among the days of Anki's range: none below 2.5 days, else 1 day and 15 %, 10 % and 5 % of what
 * lies from 2.5, 7 and 20 days on. `weigh` says how welcome each of them is, all alike unless told.
 */
export function fuzzDays(
  days: number,
  minimum: number,
  maximum: number,
  factor: number,
  weigh?: (days: number) => number,
): number {
  const { least, most } = fuzzRange(days, minimum, maximum);
  if (!weigh || most <= least) return least + Math.floor(factor * (most - least + 1));
  const weights = Array.from({ length: most - least + 1 }, (_, index) => weigh(least + index));
  let left = factor * weights.reduce((sum, weight) => sum + weight, 0);
  const chosen = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return chosen < 0 ? most : least + chosen;
}

/** The first and the last of the days that {@link fuzzDays} chooses from. */
export function fuzzRange(
  days: number,
  minimum: number,
  maximum: number,
): { readonly least: number; readonly most: number } {
  const delta = fuzzDelta(days);
  const within = (value: number): number => Math.min(Math.max(Math.round(value), minimum), maximum);
  return { least: within(days - delta), most: within(days + delta) };
}

function fuzzDelta(days: number): number {
  if (days < 2.5) return 0;
  return BANDS.reduce((sum, { from, to, share }) => sum + share * Math.max(Math.min(days, to) - from, 0), 1);
}

const BANDS = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Number.POSITIVE_INFINITY, share: 0.05 },
] as const;
