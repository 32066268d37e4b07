import type { CompileResult } from '../../src/compile/index.ts';
import type { Question, QuestionText } from '../../src/format/question.ts';

/** Options, or pairs, of every question, without their order. */
export function choicesOf({ deck }: CompileResult): Map<string, string[]> {
  const entriesOf = ({ texts: { en } }: Question) => {
    if (en?.kind === 'choice') return en.options.map(({ key, text, correct }) => `${key} ${text} ${correct}`);
    if (en?.kind === 'match') return en.pairs.map(({ key, left, right }) => `${key} ${left} ${right}`);
    return [en?.stem ?? ''];
  };
  return new Map(
    deck.questions
      .map((question) => [question.id, entriesOf(question).sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The options of a choice changed; nothing of any other question. */
export function optionsOf(
  text: QuestionText,
  change: (
    options: Extract<QuestionText, { kind: 'choice' }>['options'],
  ) => Extract<QuestionText, { kind: 'choice' }>['options'],
) {
  return text.kind === 'choice' ? { options: change(text.options) } : {};
}
