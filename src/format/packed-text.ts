import type { ChoiceText, OptionKey, QuestionText } from './question.ts';

/**
 * A question's text without what is usual: `hints` is absent if there are none. A choice does not say its kind, has
 * short options, and `multiple` only if several may be right.
 */
export type PackedText =
  | ShortHints<Exclude<QuestionText, ChoiceText>>
  | (Omit<ShortHints<ChoiceText>, 'kind' | 'multiple' | 'options'> & {
      readonly kind?: undefined;
      readonly multiple?: true;
      readonly options: readonly PackedOption[];
      /** Places of the right options. */
      readonly right: readonly number[];
    });

type PackedOption = readonly [key: OptionKey, text: string, feedback?: string];

type ShortHints<Text> = Text extends QuestionText
  ? Omit<Text, 'hints'> & Partial<Pick<Text, 'hints'>>
  : never;

/** The short form of a question's text. */
export function packText(text: QuestionText): PackedText {
  if (text.kind !== 'choice') {
    const { hints, ...rest } = text;
    return { ...rest, ...packHints(hints) } as PackedText;
  }
  const { stem, hints, explanation, multiple, options } = text;
  return {
    stem,
    ...packHints(hints),
    ...(multiple ? { multiple } : {}),
    options: options.map(({ key, text: label, feedback }) =>
      feedback === undefined ? [key, label] : [key, label, feedback],
    ),
    right: options.flatMap(({ correct }, place) => (correct ? [place] : [])),
    explanation,
  };
}

/** The text of a short form: what {@link packText} was given. */
export function unpackText(packed: PackedText): QuestionText {
  if (packed.kind !== undefined) return { hints: [], ...packed };
  const { right, options, ...rest } = packed;
  return {
    hints: [],
    multiple: false,
    ...rest,
    kind: 'choice',
    options: options.map(([key, text, feedback], place) => ({
      key,
      text,
      correct: right.includes(place),
      ...(feedback === undefined ? {} : { feedback }),
    })),
  };
}

function packHints(hints: readonly string[]): { hints?: readonly string[] } {
  return hints.length > 0 ? { hints } : {};
}
