import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Response } from '../../src/format/event.ts';
import {
  gradeResponse,
  isComplete,
  presentQuestion,
  solveQuestion,
  startResponse,
} from '../../src/quiz/kinds/index.ts';
import { choiceText, clozeText, matchText, orderText, RUNS, texts, trueFalseText } from './samples.ts';

const keys = (text: string): Response => ({ keys: [...text] });
const credits = (text: Parameters<typeof gradeResponse>[0], response: Response | undefined) => {
  const { credit, verdict } = gradeResponse(text, response);
  return [Number(credit.toFixed(2)), verdict];
};

describe('choice', () => {
  it.each([
    ['b', 1, 'right'],
    ['a', 0, 'wrong'],
    ['', 0, 'wrong'],
    ['ab', 0, 'wrong'],
    ['bb', 1, 'right'],
    ['x', 0, 'wrong'],
  ] as const)('of one: “%s” earns %d', (given, credit, verdict) => {
    expect(credits(choiceText('abc', 'b'), keys(given))).toEqual([credit, verdict]);
  });

  it.each([
    ['ab', 1, 'right'],
    ['ba', 1, 'right'],
    ['a', 0.5, 'partly'],
    ['abc', 0.5, 'partly'],
    ['ac', 0, 'wrong'],
    ['abcd', 0, 'wrong'],
    ['cd', 0, 'wrong'],
    ['', 0, 'wrong'],
  ] as const)('of several: “%s” earns %d', (given, credit, verdict) => {
    expect(credits(choiceText('abcd', 'ab'), keys(given))).toEqual([credit, verdict]);
  });

  it('says of every option what became of it, and the numbers of its rule', () => {
    const { marks, rule } = gradeResponse(choiceText('abcd', 'ab'), keys('ac'));
    expect(marks.map(({ code }) => code)).toEqual(['right', 'missed', 'wrong', 'left']);
    expect(rule).toEqual({ code: 'right-minus-wrong', right: 1, wrong: 1, of: 2 });
  });
});

describe('true or false', () => {
  it.each([
    [true, true, 1],
    [true, false, 0],
    [false, false, 1],
    [false, true, 0],
  ])('%s answered %s earns %d', (answer, truth, credit) => {
    expect(gradeResponse(trueFalseText(answer), { truth }).credit).toBe(credit);
  });
});

describe('order', () => {
  it.each([
    ['abcd', 1, 'right'],
    ['bacd', 0.33, 'partly'],
    ['bcda', 0.67, 'partly'],
    ['dcba', 0, 'wrong'],
    ['acbd', 0, 'wrong'],
    ['ab', 0.33, 'partly'],
    ['', 0, 'wrong'],
    ['axbcd', 1, 'right'],
  ] as const)('“%s” earns %d', (given, credit, verdict) => {
    expect(credits(orderText('abcd'), keys(given))).toEqual([credit, verdict]);
  });

  it('marks an item right where it follows the one that it should', () => {
    const { marks, rule } = gradeResponse(orderText('abcd'), keys('bcda'));
    expect(marks.map(({ key, code }) => `${key} ${code}`)).toEqual([
      'b wrong',
      'c right',
      'd right',
      'a wrong',
    ]);
    expect(rule).toMatchObject({ right: 2, of: 3 });
  });

  it('never begins in the right order', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 6 }), (seed, count) => {
        const right = 'abcdef'.slice(0, count);
        expect(presentQuestion(orderText(right), seed).join('')).not.toBe(right);
      }),
      { ...RUNS, numRuns: 2000 },
    );
    expect(presentQuestion(orderText('a'), 1)).toEqual(['a']);
  });
});

describe('match', () => {
  it.each([
    ['aabbcc', 1, 'right'],
    ['ccaabb', 1, 'right'],
    ['abbacc', 0.33, 'partly'],
    ['aa', 0.33, 'partly'],
    ['abbcca', 0, 'wrong'],
    ['', 0, 'wrong'],
    ['abaabbcc', 1, 'right'],
    ['a', 0, 'wrong'],
  ] as const)('“%s” earns %d', (given, credit, verdict) => {
    expect(credits(matchText('abc'), keys(given))).toEqual([credit, verdict]);
  });

  it('is complete when every left side is joined', () => {
    expect(isComplete(matchText('abc'), keys('aabb'))).toBe(false);
    expect(isComplete(matchText('abc'), keys('aabbcb'))).toBe(true);
  });
});

describe('cloze', () => {
  it.each([
    ['ring buffer', 1],
    ['Ring-Buffer', 1],
    ['ＲＩＮＧ　ｂｕｆｆｅｒ。', 1],
    ['环形队列', 1],
    ['环形 队列', 1],
    ['環形佇列', 1],
    ['環形隊列', 0],
    ['buffer', 0],
    ['', 0],
    ['。', 0],
  ])('“%s” earns %d', (text, credit) => {
    expect(gradeResponse(clozeText('ring buffer', '环形队列', '環形佇列'), { text }).credit).toBe(credit);
  });

  it('names a near miss, which earns nothing', () => {
    expect(gradeResponse(clozeText('hyphen', '环形队列'), { text: 'hyfen' })).not.toHaveProperty('nearMiss');
    expect(gradeResponse(clozeText('hyphen', '环形队列'), { text: 'hyphn' })).toMatchObject({
      credit: 0,
      verdict: 'wrong',
      nearMiss: { code: 'one-letter', accepted: 'hyphen' },
    });
    expect(gradeResponse(clozeText('hyphen', '环形队列'), { text: '环型队列' })).toMatchObject({
      credit: 0,
      nearMiss: { code: 'one-character', accepted: '环形队列' },
    });
    expect(gradeResponse(clozeText('hyphen'), { text: 'Hyphen' })).not.toHaveProperty('nearMiss');
  });
});

describe('every kind', () => {
  it('is right by its own solution, and complete', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const solution = solveQuestion(text);
        expect(gradeResponse(text, solution)).toMatchObject({ credit: 1, verdict: 'right' });
        expect(isComplete(text, solution)).toBe(true);
      }),
      RUNS,
    );
  });

  it('presents a permutation that its seed fixes', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, seed) => {
        const shown = presentQuestion(text, seed);
        expect(presentQuestion(text, seed)).toEqual(shown);
        expect(new Set(shown).size).toBe(shown.length);
        const parts =
          text.kind === 'choice'
            ? text.options
            : text.kind === 'order'
              ? text.items
              : text.kind === 'match'
                ? text.pairs
                : [];
        expect(shown.toSorted()).toEqual(parts.map(({ key }) => key).toSorted());
        const start = startResponse(text, seed);
        if (start) expect(gradeResponse(text, start).credit).toBeLessThan(1);
      }),
      RUNS,
    );
  });

  it('grades whatever it is given, from 0 to 1, none of another kind above 0', () => {
    const responses = fc.oneof(
      fc.constant(undefined),
      fc.record({ truth: fc.boolean() }),
      fc.record({ text: fc.string({ unit: 'grapheme' }) }),
      fc.record({ keys: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x')) }),
    );
    fc.assert(
      fc.property(texts, responses, (text, response) => {
        const { credit, verdict } = gradeResponse(text, response);
        expect(credit).toBeGreaterThanOrEqual(0);
        expect(credit).toBeLessThanOrEqual(1);
        expect(verdict).toBe(credit === 1 ? 'right' : credit > 0 ? 'partly' : 'wrong');
        const fits =
          response !== undefined &&
          (text.kind === 'true-false' ? 'truth' : text.kind === 'cloze' ? 'text' : 'keys') in response;
        if (!fits) expect(credit).toBe(0);
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });

  it('grading ignores the order of what is chosen or joined, and of the options', () => {
    const chosen = fc.subarray([...'abcd']);
    fc.assert(
      fc.property(chosen, fc.nat(), (given, seed) => {
        const text = choiceText('abcd', 'bd');
        const credit = gradeResponse(text, { keys: given }).credit;
        expect(gradeResponse(text, { keys: given.toReversed() }).credit).toBe(credit);
        const shown = presentQuestion(text, seed);
        const options = text.options.toSorted((a, b) => shown.indexOf(a.key) - shown.indexOf(b.key));
        expect(gradeResponse({ ...text, options }, { keys: given }).credit).toBe(credit);
      }),
      RUNS,
    );
    const rights = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(rights, ([a = '', b = '', c = '']) => {
        const text = matchText('abc');
        const forwards = gradeResponse(text, { keys: ['a', a, 'b', b, 'c', c] }).credit;
        expect(gradeResponse(text, { keys: ['c', c, 'a', a, 'b', b] }).credit).toBe(forwards);
      }),
      RUNS,
    );
  });
});
