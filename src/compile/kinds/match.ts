import { z } from 'zod';
import type { MatchText } from '../../format/question.ts';
import { checkAlike } from '../alike.ts';
import { textsSchema } from '../facts/fact-schema.ts';
import { optionKeys } from '../option-key.ts';
import {
  type AuthoredTexts,
  baseShape,
  baseText,
  type QuestionBase,
  type QuestionKindSpec,
} from '../question-kind.ts';

/** Join each left side with the one right side that belongs to it. */
export const match = {
  schema(locales) {
    const texts = textsSchema(locales);
    return z.strictObject({
      ...baseShape(locales),
      kind: z.literal('match'),
      pairs: z
        .array(z.strictObject({ left: texts, right: texts }), {
          error: 'a list of pairs, each with `left` and `right`',
        })
        .meta({ minItems: MIN_PAIRS, maxItems: 6, description: 'Every right side fits one left side only.' }),
    });
  },

  check({ pairs }, report, locales) {
    const count = pairs.length;
    if (count < MIN_PAIRS) report('too-few-entries', ['pairs'], { what: 'pairs', count, least: MIN_PAIRS });
    for (const side of ['left', 'right'] as const) {
      const texts = pairs.map((pair, index) => ({ text: pair[side], path: ['pairs', index, side] }));
      checkAlike(texts, `${side} side`, report, locales);
    }
  },

  text(source, context) {
    const { locale, keyLocale, render } = context;
    const keys = optionKeys(
      source.pairs.map(({ left, right }) => `${left[keyLocale] ?? ''}\n${right[keyLocale] ?? ''}`),
    );
    return {
      kind: 'match',
      ...baseText(source, context),
      pairs: source.pairs.map(({ left, right }, index) => ({
        key: keys[index] ?? '',
        left: render(left[locale] ?? ''),
        right: render(right[locale] ?? ''),
      })),
    };
  },
} satisfies QuestionKindSpec<MatchSource, MatchText>;

/** Pairs as authored. */
export interface MatchSource extends QuestionBase {
  readonly kind: 'match';
  readonly pairs: readonly { readonly left: AuthoredTexts; readonly right: AuthoredTexts }[];
}

const MIN_PAIRS = 3;
