import { z } from 'zod';
import type { TrueFalseText } from '../../format/question.ts';
import { baseShape, baseText, type QuestionBase, type QuestionKindSpec } from '../question-kind.ts';

/** Say whether a statement is true. */
export const trueFalse = {
  schema(locales) {
    return z.strictObject({
      ...baseShape(locales),
      kind: z.literal('true-false'),
      answer: z.boolean({ error: '`true` or `false`' }).describe('Whether the stem is true.'),
    });
  },

  check() {
    // The shape says it all.
  },

  text(source, context) {
    return { kind: 'true-false', ...baseText(source, context), answer: source.answer };
  },
} satisfies QuestionKindSpec<TrueFalseSource, TrueFalseText>;

/** A statement as authored. */
export interface TrueFalseSource extends QuestionBase {
  readonly kind: 'true-false';
  readonly answer: boolean;
}
