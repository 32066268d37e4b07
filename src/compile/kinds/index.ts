import { z } from 'zod';
import type { Locale } from '../../format/locale.ts';
import type { QuestionKind, QuestionText } from '../../format/question.ts';
import type { QuestionKindSpec, Report, TextContext } from '../question-kind.ts';
import { type ChoiceSource, choice } from './choice.ts';
import { type ClozeSource, cloze } from './cloze.ts';
import { type MatchSource, match } from './match.ts';
import { type OrderSource, order } from './order.ts';
import { type TrueFalseSource, trueFalse } from './true-false.ts';

/** A question of any kind as authored. */
export type QuestionSource = Sources[QuestionKind];

/** The shape of a question of any kind. */
export function questionSchema(locales: readonly Locale[]) {
  return z.discriminatedUnion(
    'kind',
    [
      KINDS.choice.schema(locales),
      KINDS['true-false'].schema(locales),
      KINDS.cloze.schema(locales),
      KINDS.order.schema(locales),
      KINDS.match.schema(locales),
    ],
    {
      error: `one of ${Object.keys(KINDS)
        .map((kind) => `\`${kind}\``)
        .join(', ')}`,
    },
  );
}

/** Reports what is wrong with a question of good shape. */
export function checkKind<K extends QuestionKind>(
  kind: K,
  source: Sources[K],
  report: Report,
  locales: readonly Locale[],
): void {
  const spec: Kinds[K] = KINDS[kind];
  spec.check(source, report, locales);
}

/** The text of a question in one locale. */
export function textOfKind<K extends QuestionKind>(
  kind: K,
  source: Sources[K],
  context: TextContext,
): QuestionText {
  const spec: Kinds[K] = KINDS[kind];
  return spec.text(source, context);
}

interface Sources {
  choice: ChoiceSource;
  'true-false': TrueFalseSource;
  cloze: ClozeSource;
  order: OrderSource;
  match: MatchSource;
}

type Kinds = {
  readonly [K in QuestionKind]: QuestionKindSpec<Sources[K], Extract<QuestionText, { kind: K }>>;
};

const KINDS = { choice, 'true-false': trueFalse, cloze, order, match } satisfies Kinds;
