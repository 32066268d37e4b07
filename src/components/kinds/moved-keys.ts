import type { OptionKey } from '../../format/question.ts';

/** The keys with one of them at another place; the same array where that moves nothing. */
export function moveKey(keys: readonly OptionKey[], key: OptionKey, place: number): readonly OptionKey[] {
  const from = keys.indexOf(key);
  if (from < 0 || place === from || place < 0 || place >= keys.length) return keys;
  const others = keys.filter((other) => other !== key);
  return [...others.slice(0, place), key, ...others.slice(place)];
}
