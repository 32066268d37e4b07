import fc from 'fast-check';
import type { ManifestQuestion } from '../../src/format/deck.ts';
import type { LessonId, NoteId, QuestionId } from '../../src/format/id.ts';
import type {
  ChoiceText,
  ClozeText,
  MatchText,
  OrderText,
  QuestionText,
  TrueFalseText,
} from '../../src/format/question.ts';

/** Every property test runs the same cases every time. */
export const RUNS = { seed: 20261123, numRuns: 300 };

const BASE = { stem: 'Stem', hints: ['Gently', 'Plainly'], explanation: 'Because.' };

/** A choice whose right options have these keys. */
export function choiceText(keys: string, right: string, multiple = right.length > 1): ChoiceText {
  const options = [...keys].map((key) => ({ key, text: key, correct: right.includes(key) }));
  return { ...BASE, kind: 'choice', multiple, options };
}

/** Items in the order of these keys. */
export function orderText(keys: string): OrderText {
  return { ...BASE, kind: 'order', items: [...keys].map((key) => ({ key, text: key })) };
}

/** Pairs with these keys. */
export function matchText(keys: string): MatchText {
  const pairs = [...keys].map((key) => ({ key, left: `${key} left`, right: `${key} right` }));
  return { ...BASE, kind: 'match', pairs };
}

export function clozeText(...accepted: string[]): ClozeText {
  return { ...BASE, kind: 'cloze', accepted };
}

export function trueFalseText(answer: boolean): TrueFalseText {
  return { ...BASE, kind: 'true-false', answer };
}

/** Questions of every kind. */
export const texts: fc.Arbitrary<QuestionText> = fc
  .tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 1, max: 2 }), fc.boolean())
  .chain(([count, right, answer]) => {
    const keys = 'abcdef'.slice(0, count);
    return fc.constantFrom<QuestionText>(
      choiceText(keys, keys.slice(0, right)),
      orderText(keys),
      matchText(keys),
      clozeText('ring buffer', 'ring'),
      trueFalseText(answer),
    );
  });

/** A question of the manifest. */
export function listed(id: string, note = id, lesson = 'basics/first'): ManifestQuestion {
  return {
    id: id as QuestionId,
    kind: 'choice',
    note: note as NoteId,
    lesson: lesson as LessonId,
    rev: 1,
    digest: '',
  };
}
