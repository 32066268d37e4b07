import { expect, it } from 'vitest';
import { QUESTION_KINDS } from '../../src/format/question.ts';
import { assess, creditAfterHints, toGrade } from '../../src/quiz/assessment.ts';
import { choiceText } from './samples.ts';

it.each([
  [1, 0, 1],
  [1, 1, 0.75],
  [1, 2, 0.5],
  [1, 3, 0.25],
  [1, 9, 0.25],
  [0.5, 1, 0.375],
  [0, 2, 0],
  [1, -1, 1],
])('credit %d after %d hints is %d', (credit, hints, left) => {
  expect(creditAfterHints(credit, hints)).toBe(left);
});

it.each([
  ['right and fast', 1, 0, 5_000, 4],
  ['right', 1, 0, 60_000, 3],
  ['right by a clock set back', 1, 0, -1, 3],
  ['right with a hint, however fast', 1, 1, 1_000, 2],
  ['right with every hint', 1, 3, 60_000, 2],
  ['partly, half', 0.5, 0, 1_000, 2],
  ['partly, less than half', 0.49, 0, 1_000, 1],
  ['half with a hint', 0.5, 1, 1_000, 1],
  ['wrong', 0, 0, 1_000, 1],
] as const)('%s: grade', (_, credit, hints, durationMs, grade) => {
  for (const kind of QUESTION_KINDS) expect(toGrade({ credit, hints, durationMs, kind }), kind).toBe(grade);
});

it.each([
  ['choice', 12_000],
  ['true-false', 7_000],
  ['cloze', 12_000],
  ['order', 25_000],
  ['match', 30_000],
] as const)('%s is fast up to %d ms', (kind, limit) => {
  expect(toGrade({ credit: 1, hints: 0, durationMs: limit, kind })).toBe(4);
  expect(toGrade({ credit: 1, hints: 0, durationMs: limit + 1, kind })).toBe(3);
});

it('an assessment tells the score in hundredths after hints', () => {
  const effort = { hints: 1, durationMs: 4_000 };
  expect(assess(choiceText('abc', 'a'), { keys: ['a'] }, effort)).toMatchObject({
    credit: 0.75,
    score: 75,
    grade: 2,
  });
  expect(assess(choiceText('abcde', 'abc'), { keys: ['a'] }, { ...effort, hints: 0 })).toMatchObject({
    score: 33,
    grade: 1,
    outcome: { verdict: 'partly' },
  });
});
