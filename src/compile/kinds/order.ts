import { z } from 'zod';
import type { OrderText } from '../../format/question.ts';
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

/** Put items in the order in which the author wrote them. */
export const order = {
  schema(locales) {
    return z.strictObject({
      ...baseShape(locales),
      kind: z.literal('order'),
      items: z
        .array(textsSchema(locales), { error: 'a list of items in the right order' })
        .meta({ minItems: MIN_ITEMS, maxItems: 6, description: 'In the right order.' }),
    });
  },

  check({ items }, report, locales) {
    const count = items.length;
    if (count < MIN_ITEMS) report('too-few-entries', ['items'], { what: 'items', count, least: MIN_ITEMS });
    checkAlike(
      items.map((text, index) => ({ text, path: ['items', index] })),
      'item',
      report,
      locales,
    );
  },

  text(source, context) {
    const { locale, keyLocale, render } = context;
    const keys = optionKeys(source.items.map((item) => item[keyLocale] ?? ''));
    return {
      kind: 'order',
      ...baseText(source, context),
      items: source.items.map((item, index) => ({
        key: keys[index] ?? '',
        text: render(item[locale] ?? ''),
      })),
    };
  },
} satisfies QuestionKindSpec<OrderSource, OrderText>;

/** Items in order as authored. */
export interface OrderSource extends QuestionBase {
  readonly kind: 'order';
  readonly items: readonly AuthoredTexts[];
}

const MIN_ITEMS = 3;
