import path from 'node:path';
import { expect, it } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import type { QuestionText } from '../../src/format/question.ts';
import { loadCourse } from '../../src/integration/course.ts';
import { gradeResponse, presentQuestion, solveQuestion } from '../../src/quiz/kinds/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { deck } = compile(loadCourse(ROOT, { locales: ['zh', 'en'], base: '/' }));
const published = deck.questions.flatMap(({ id, texts }) =>
  Object.entries(texts).flatMap(([locale, text]) => (text ? [{ name: `${id} (${locale})`, text }] : [])),
);

it('every published question is answered right by its own key, in every language', () => {
  expect(published.length).toBeGreaterThan(0);
  for (const { name, text } of published) {
    expect(gradeResponse(text, solveQuestion(text)), name).toMatchObject({ credit: 1, verdict: 'right' });
  }
});

it('every published question is answered wrong by each of its distractors', () => {
  for (const { name, text } of published) {
    for (const response of wrongResponses(text)) {
      expect(gradeResponse(text, response).verdict, `${name}: ${JSON.stringify(response)}`).not.toBe('right');
    }
  }
});

it('the parts of a question have keys of their own', () => {
  for (const { name, text } of published) {
    const keys = presentQuestion(text, 1);
    expect(new Set(keys).size, name).toBe(keys.length);
  }
});

function wrongResponses(text: QuestionText) {
  switch (text.kind) {
    case 'choice': {
      const right = text.options.filter(({ correct }) => correct).map(({ key }) => key);
      const wrong = text.options.filter(({ correct }) => !correct).map(({ key }) => key);
      return wrong.flatMap((key) => [{ keys: [key] }, { keys: [...right, key] }]);
    }
    case 'true-false':
      return [{ truth: !text.answer }];
    case 'cloze':
      return [{ text: '' }, { text: `${text.accepted[0]}${text.accepted[0]}` }];
    case 'order':
      return text.items.slice(1).map((_, index) => {
        const keys = text.items.map(({ key }) => key);
        return { keys: [...keys.slice(index + 1), ...keys.slice(0, index + 1)] };
      });
    case 'match':
      return text.pairs.slice(1).map(({ key }, index) => {
        const other = text.pairs[index]?.key ?? '';
        const joined = text.pairs.map((pair) =>
          pair.key === key ? other : pair.key === other ? key : pair.key,
        );
        return { keys: text.pairs.flatMap((pair, place) => [pair.key, joined[place] ?? '']) };
      });
  }
}
