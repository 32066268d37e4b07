import type { OptionKey, OrderText } from '../../format/question.ts';
import { type KindSpec, keysOf, verdictOf } from '../kind.ts';
import { shuffle } from '../shuffle.ts';

/**
 * Put items in order: the share of neighbouring pairs that follow each other as they should (the grading “relative to
 * the next item, excluding the last” of Moodle's ordering question). An order at random earns 1/n on average, whereas
 * Kendall's share of pairs in the right sense would earn half.
 */
export const order: KindSpec<OrderText> = {
  // Never the right order, where there is another one: it takes a move to be right.
  present({ items }, seed) {
    const right = items.map(({ key }) => key);
    const shuffled = shuffle(right, seed);
    if (right.length < 2 || shuffled.some((key, index) => key !== right[index])) return shuffled;
    // Any of the other orders would do; turning by a number out of the seed prefers no item.
    const turn = 1 + (seed % (right.length - 1));
    return [...right.slice(turn), ...right.slice(0, turn)];
  },

  start: (text, seed) => ({ keys: order.present(text, seed) }),

  isComplete: () => true,

  grade({ items }, response) {
    const right = items.map(({ key }) => key);
    const before = new Map<OptionKey, OptionKey | undefined>(
      right.map((key, index) => [key, right[index - 1]]),
    );
    const given = keysOf(response).filter((key) => before.has(key));
    const marks = given.map((key, index) => ({
      key,
      code: before.get(key) === given[index - 1] ? ('right' as const) : ('wrong' as const),
    }));
    const kept = marks.slice(1).filter(({ code }) => code === 'right').length;
    const of = Math.max(1, right.length - 1);
    const credit = right.length === 1 ? given.length : kept / of;
    return {
      credit,
      verdict: verdictOf(credit),
      rule: { code: 'neighbours', right: kept, wrong: of - kept, of },
      marks,
    };
  },

  solve: ({ items }) => ({ keys: items.map(({ key }) => key) }),
};
