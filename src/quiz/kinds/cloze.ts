import type { ClozeText } from '../../format/question.ts';
import { allOrNothing, type KindSpec } from '../kind.ts';
import { findNearMiss } from '../near-miss.ts';
import { normalizeTyped } from '../typed-text.ts';

/** Type what belongs in the blank: all or nothing, a near miss is named. */
export const cloze: KindSpec<ClozeText> = {
  present: () => [],

  start: () => undefined,

  isComplete: (_, response) => response !== undefined && 'text' in response && response.text.trim() !== '',

  grade({ accepted }, response) {
    const typed = response && 'text' in response ? response.text : '';
    const normal = normalizeTyped(typed);
    const isRight = normal !== '' && accepted.some((answer) => normalizeTyped(answer) === normal);
    const nearMiss = isRight ? undefined : findNearMiss(typed, accepted);
    return { ...allOrNothing(isRight), ...(nearMiss && { nearMiss }) };
  },

  solve: ({ accepted }) => ({ text: accepted[0] ?? '' }),
};
