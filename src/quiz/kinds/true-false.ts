import type { TrueFalseText } from '../../format/question.ts';
import { allOrNothing, type KindSpec } from '../kind.ts';

/** Say whether the stem is true: all or nothing. */
export const trueFalse: KindSpec<TrueFalseText> = {
  present: () => [],
  start: () => undefined,
  isComplete: (_, response) => response !== undefined && 'truth' in response,
  grade: ({ answer }, response) =>
    allOrNothing(response !== undefined && 'truth' in response && response.truth === answer),
  solve: ({ answer }) => ({ truth: answer }),
};
