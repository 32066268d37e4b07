import { z } from 'zod';
import type { Locale } from '../../format/locale.ts';
import { PREFIX } from '../../format/prefix.ts';
import type { ClozeText } from '../../format/question.ts';
import { baseShape, baseText, type QuestionBase, type QuestionKindSpec } from '../question-kind.ts';

/** Type what belongs in the blank of the stem. */
export const cloze = {
  schema(locales) {
    const variants = z
      .array(z.string({ error: 'text' }).trim().min(1, { error: 'text' }), { error: VARIANTS })
      .min(1, { error: VARIANTS });
    const answer: Record<Locale, typeof variants> = Object.fromEntries(
      locales.map((locale) => [locale, variants]),
    );
    return z.strictObject({
      ...baseShape(locales),
      kind: z.literal('cloze'),
      answer: z
        .strictObject(answer, { error: 'the accepted answers in each language' })
        .describe('Accepted answers; the first is the one that is shown.'),
    });
  },

  check({ stem, answer }, report, locales) {
    for (const locale of locales) {
      const blanks = (stem[locale] ?? '').match(/_{3,}/g) ?? [];
      if (blanks.length !== 1 || blanks[0] !== BLANK) {
        report('misplaced-blank', ['stem', locale], { count: blanks.length });
      }
      const variants = answer[locale] ?? [];
      for (const [index, text] of variants.entries()) {
        // `time-sharing` and `time sharing` are two spellings, of which either may be typed.
        if (variants.indexOf(text) === index) continue;
        report('duplicate-option', ['answer', locale, index], { what: 'answer', text, other: text });
      }
    }
  },

  text(source, context) {
    const { locale, render } = context;
    const base = baseText(source, { ...context, render: (markdown) => render(markdown).replace(MARK, '') });
    // Four underscores are emphasis to Markdown where a word touches them.
    const [before = '', after = ''] = (source.stem[locale] ?? '').split(BLANK);
    const stem = render(`${before}${MARK}${after}`).replace(MARK, `<span class="${PREFIX}-blank"></span>`);
    return { kind: 'cloze', ...base, stem, accepted: source.answer[locale] ?? [] };
  },
} satisfies QuestionKindSpec<ClozeSource, ClozeText>;

/** A sentence with a blank as authored. */
export interface ClozeSource extends QuestionBase {
  readonly kind: 'cloze';
  readonly answer: Readonly<Record<Locale, readonly string[]>>;
}

const BLANK = '____';
// A private character, which no author writes, holds the place of the blank.
const MARK = '\uE000';
const VARIANTS = 'a list of accepted answers, the first of which is shown';
