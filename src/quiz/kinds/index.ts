import type { Response } from '../../format/event.ts';
import type { OptionKey, QuestionKind, QuestionText } from '../../format/question.ts';
import type { KindSpec, Outcome, TextOfKind } from '../kind.ts';
import { choice } from './choice.ts';
import { cloze } from './cloze.ts';
import { match } from './match.ts';
import { order } from './order.ts';
import { trueFalse } from './true-false.ts';

/** {@link KindSpec.present} of a question of any kind. */
export function presentQuestion(text: QuestionText, seed: number): readonly OptionKey[] {
  return specOf(text).present(text, seed);
}

/** {@link KindSpec.start} of a question of any kind. */
export function startResponse(text: QuestionText, seed: number): Response | undefined {
  return specOf(text).start(text, seed);
}

/** {@link KindSpec.isComplete} of a question of any kind. */
export function isComplete(text: QuestionText, response: Response | undefined): boolean {
  return specOf(text).isComplete(text, response);
}

/** {@link KindSpec.grade} of a question of any kind. */
export function gradeResponse(text: QuestionText, response: Response | undefined): Outcome {
  return specOf(text).grade(text, response);
}

/** {@link KindSpec.solve} of a question of any kind. */
export function solveQuestion(text: QuestionText): Response {
  return specOf(text).solve(text);
}

// Each spec is given only texts of its own kind, which is what its key in the registry says.
function specOf({ kind }: QuestionText): KindSpec<QuestionText> {
  return KINDS[kind];
}

const KINDS = {
  choice,
  'true-false': trueFalse,
  cloze,
  order,
  match,
} satisfies { readonly [K in QuestionKind]: KindSpec<TextOfKind[K]> };
