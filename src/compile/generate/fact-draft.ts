import type { QuestionId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import type { QuestionText } from '../../format/question.ts';
import type { AuthoredTable, FactCell } from '../facts/fact-table.ts';
import type { RenderInline } from '../render-inline.ts';
import { renderRevision } from '../revision.ts';
import type { QuestionDraft } from './draft.ts';

/** What questions are made from: a table, its locales and how its texts are shown. */
export interface FactContext {
  readonly table: AuthoredTable;
  readonly locales: readonly Locale[];
  readonly renderIn: (locale: Locale) => RenderInline;
}

/** A question on a table, written once a locale and rendered. */
export function draftFrom(
  { id, cell, ...head }: Head,
  { table, locales, renderIn }: FactContext,
  textIn: (locale: Locale) => QuestionText,
): QuestionDraft {
  return {
    ...head,
    id: id as QuestionId,
    ...(cell === undefined ? {} : { revision: renderRevision(cell, renderIn) }),
    lesson: table.lesson,
    origin: 'facts',
    texts: new Map(
      locales.map((locale) => {
        const authored = textIn(locale);
        return [locale, { authored, shown: renderText(authored, renderIn(locale)) }];
      }),
    ),
  };
}

interface Head extends Pick<QuestionDraft, 'kind' | 'tests'> {
  readonly id: string;
  /** The one cell that it asks for, if it asks for one. */
  readonly cell?: FactCell;
}

function renderText(text: QuestionText, render: RenderInline): QuestionText {
  const shared = {
    stem: `<p>${render(text.stem)}</p>`,
    hints: text.hints.map((hint) => render(hint)),
    explanation: `<p>${render(text.explanation)}</p>`,
  };
  if (text.kind === 'choice') {
    const options = text.options.map((option) => ({
      ...option,
      text: render(option.text),
      ...(option.feedback === undefined ? {} : { feedback: render(option.feedback) }),
    }));
    return { ...text, ...shared, options };
  }
  if (text.kind === 'match') {
    const pairs = text.pairs.map(({ key, left, right }) => ({
      key,
      left: render(left),
      right: render(right),
    }));
    return { ...text, ...shared, pairs };
  }
  return { ...text, ...shared };
}
