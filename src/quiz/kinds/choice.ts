import type { ChoiceOption, ChoiceText } from '../../format/question.ts';
import { allOrNothing, type KindSpec, keysOf, type Mark, verdictOf } from '../kind.ts';
import { shuffle } from '../shuffle.ts';

/** Pick one option, or every right one: (right chosen − wrong chosen) / right, never below 0. */
export const choice: KindSpec<ChoiceText> = {
  present: ({ options }, seed) =>
    shuffle(
      options.map(({ key }) => key),
      seed,
    ),

  start: () => undefined,

  isComplete: (_, response) => keysOf(response).length > 0,

  grade(text, response) {
    const chosen = new Set(keysOf(response));
    const marks = text.options.map((option) => markOf(option, chosen.has(option.key)));
    const count = (code: Mark['code']) => marks.filter((mark) => mark.code === code).length;
    const right = count('right');
    if (!text.multiple) return allOrNothing(right === 1 && chosen.size === 1, marks);
    const wrong = count('wrong');
    const of = right + count('missed');
    const credit = of === 0 ? 0 : Math.max(0, right - wrong) / of;
    return {
      credit,
      verdict: verdictOf(credit),
      rule: { code: 'right-minus-wrong', right, wrong, of },
      marks,
    };
  },

  solve: (text) => ({ keys: rightOnes(text).map(({ key }) => key) }),
};

function rightOnes({ options }: ChoiceText): readonly ChoiceOption[] {
  return options.filter(({ correct }) => correct);
}

function markOf({ key, correct }: ChoiceOption, isChosen: boolean): Mark {
  if (isChosen) return { key, code: correct ? 'right' : 'wrong' };
  return { key, code: correct ? 'missed' : 'left' };
}
