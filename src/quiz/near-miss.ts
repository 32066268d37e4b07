import type { NearMiss } from './kind.ts';
import { normalizeTyped } from './typed-text.ts';

/**
 * The first accepted answer that a typed one misses by a single slip: one letter too many, missing, other, or swapped
 * with its neighbour (Damerau–Levenshtein distance 1), in answers of at least 4 letters, or of 3 characters in Chinese,
 * Japanese and Korean. A digit is no slip: `v1` is not nearly `v2`.
 */
export function findNearMiss(typed: string, accepted: readonly string[]): NearMiss | undefined {
  const given = [...normalizeTyped(typed)];
  for (const answer of accepted) {
    const wanted = [...normalizeTyped(answer)];
    const isEastAsian = wanted.some((sign) => EAST_ASIAN.test(sign));
    if (wanted.length < (isEastAsian ? 3 : 4) || !isOneSlipApart(given, wanted)) continue;
    return { code: isEastAsian ? 'one-character' : 'one-letter', accepted: answer };
  }
  return undefined;
}

function isOneSlipApart(given: readonly string[], wanted: readonly string[]): boolean {
  const shorter = Math.min(given.length, wanted.length);
  let start = 0;
  while (start < shorter && given[start] === wanted[start]) start++;
  let end = 0;
  while (end < shorter - start && given.at(-1 - end) === wanted.at(-1 - end)) end++;
  const extra = given.slice(start, given.length - end);
  const lacking = wanted.slice(start, wanted.length - end);
  if ([...extra, ...lacking].some((sign) => /\p{N}/u.test(sign))) return false;
  if (extra.length === 2 && lacking.length === 2) {
    return extra[0] === lacking[1] && extra[1] === lacking[0];
  }
  return extra.length <= 1 && lacking.length <= 1 && extra.length + lacking.length > 0;
}

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
