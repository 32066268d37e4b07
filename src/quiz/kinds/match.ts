import type { Response } from '../../format/event.ts';
import type { MatchText, OptionKey } from '../../format/question.ts';
import { type KindSpec, type Mark, verdictOf } from '../kind.ts';
import { shuffle } from '../shuffle.ts';

/**
 * Join left sides with right sides: the share of right pairs. A response names by turns the pair whose left side and
 * the pair whose right side were joined, so that it says the same when pairs are reordered; `left === right` is right.
 */
export const match: KindSpec<MatchText> = {
  present: ({ pairs }, seed) =>
    shuffle(
      pairs.map(({ key }) => key),
      seed,
    ),

  start: () => undefined,

  isComplete: ({ pairs }, response) => {
    const joined = readJoined(response);
    return pairs.every(({ key }) => joined.has(key));
  },

  grade({ pairs }, response) {
    const joined = readJoined(response);
    const marks = pairs.map(({ key }): Mark => ({ key, code: joined.get(key) === key ? 'right' : 'wrong' }));
    const right = marks.filter(({ code }) => code === 'right').length;
    const of = pairs.length;
    const credit = of === 0 ? 0 : right / of;
    return {
      credit,
      verdict: verdictOf(credit),
      rule: { code: 'right-pairs', right, wrong: of - right, of },
      marks,
    };
  },

  solve: ({ pairs }) => ({ keys: pairs.flatMap(({ key }) => [key, key]) }),
};

/** Right sides by left sides, as a response joins them; of two for one left side the last counts. */
export function readJoined(response: Response | undefined): ReadonlyMap<OptionKey, OptionKey> {
  const keys = response && 'keys' in response ? response.keys : [];
  const joined = new Map<OptionKey, OptionKey>();
  for (let index = 0; index + 1 < keys.length; index += 2) {
    const [left, right] = keys.slice(index, index + 2);
    if (left !== undefined && right !== undefined) joined.set(left, right);
  }
  return joined;
}

/** The response that joins these sides. */
export function writeJoined(joined: ReadonlyMap<OptionKey, OptionKey>): Response {
  return { keys: [...joined].flat() };
}
