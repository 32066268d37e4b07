import { z } from 'zod';
import type { ChoiceText } from '../../format/question.ts';
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
import { findAbsolute, isCatchAll } from '../wording.ts';

/** Pick the right one of several options, or with `multiple` every right one. */
export const choice = {
  schema(locales) {
    const texts = textsSchema(locales);
    const flag = z.boolean({ error: '`true` or `false`' });
    const option = z.strictObject({
      text: texts,
      correct: flag.optional().describe('`true` for a right option; left out for a wrong one.'),
      feedback: texts.optional().describe('Shown to who picks it: why it is wrong, or right.'),
    });
    return z.strictObject({
      ...baseShape(locales),
      kind: z.literal('choice'),
      multiple: flag.optional().describe('`true` if every right option has to be picked, of at least two.'),
      options: z.array(option, { error: 'a list of options, each with `text`' }).meta({
        minItems: 3,
        maxItems: MAX_OPTIONS,
        description: 'Three, of which one is right, serve best.',
      }),
    });
  },

  check({ multiple, options }, report, locales) {
    const right = options.filter(({ correct }) => correct).length;
    const wrong = options.length - right;
    const path = ['options'];
    if (right === 0) report('no-right-answer', path, {});
    else if (multiple && right < 2) report('too-few-right-answers', path, {});
    else if (!multiple && right > 1) report('several-right-answers', path, { count: right });
    if (multiple && wrong === 0) report('no-wrong-answer', path, {});
    if (wrong < 2 && !multiple) report('too-few-distractors', path, { count: wrong });
    if (options.length > MAX_OPTIONS) report('too-many-options', path, { count: options.length });

    checkAlike(
      options.map(({ text }, index) => ({ text, path: ['options', index, 'text'] })),
      'option',
      report,
      locales,
    );
    for (const locale of locales) {
      const hasAbsoluteKey = options.some(({ correct, text }) => correct && findAbsolute(text[locale] ?? ''));
      for (const [index, { correct, text }] of options.entries()) {
        const written = text[locale] ?? '';
        const at = ['options', index, 'text', locale];
        if (isCatchAll(written)) report('catch-all-option', at, { text: written });
        const word = correct || hasAbsoluteKey ? undefined : findAbsolute(written);
        if (word !== undefined) report('absolute-distractor', at, { word });
      }
    }
  },

  text(source, context) {
    const { locale, keyLocale, render } = context;
    const keys = optionKeys(source.options.map(({ text }) => text[keyLocale] ?? ''));
    return {
      kind: 'choice',
      ...baseText(source, context),
      multiple: source.multiple ?? false,
      options: source.options.map(({ text, correct, feedback }, index) => ({
        key: keys[index] ?? '',
        text: render(text[locale] ?? ''),
        correct: correct ?? false,
        ...(feedback && { feedback: render(feedback[locale] ?? '') }),
      })),
    };
  },
} satisfies QuestionKindSpec<ChoiceSource, ChoiceText>;

/** A choice as authored. */
export interface ChoiceSource extends QuestionBase {
  readonly kind: 'choice';
  readonly multiple?: boolean | undefined;
  readonly options: readonly {
    readonly text: AuthoredTexts;
    readonly correct?: boolean | undefined;
    readonly feedback?: AuthoredTexts | undefined;
  }[];
}

const MAX_OPTIONS = 6;
