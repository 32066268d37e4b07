import { expect, test } from 'vitest';
import {
  findAbsolute,
  findBareNegative,
  isCatchAll,
  normaliseWording,
  visibleLength,
} from '../../src/compile/wording.ts';
import { compileQuestions, optionsOf, questionOf } from './question-text.ts';

test.each([
  ['The heap.', 'the  HEAP', true],
  ['ＣＰＵ（中央）', 'CPU (中央)', true],
  ['**根**', '根', true],
  ['`a`', 'a', true],
  ['在 堆 里', '在堆里。', true],
  ['C', 'C#', false],
  ['C', 'C++', false],
  ['1.5', '15', false],
  ['-1', '1', false],
  ['…', '!', false],
  ['roots', 'root', false],
])('[C34] %j and %j: the same is %j', (a, b, isSame) => {
  expect(normaliseWording(a) === normaliseWording(b)).toBe(isSame);
});

test.each([
  ['哪一项不是根？', '不'],
  ['以下哪种说法不正确？', '不'],
  ['哪些不属于根？', '不'],
  ['下列关于堆的说法，不正确的是哪项？', '不'],
  ['下列说法中不正确的是', '不'],
  ['以下哪一项没有出现在堆里？', '没有'],
  ['Which of these is not a root?', 'not'],
  ["Which option isn't a root?", "isn't"],
  ['In the heap. Which statement does not hold?', 'not'],
  ['All of these are roots, except:', 'except'],
  ['All of these are roots except one.', 'except'],
])('[C35] %j is a negative question', (stem, word) => {
  expect(findBareNegative(stem)?.word).toBe(word);
});

test.each([
  '哪一项**不**是根？',
  '哪一项**不是**根？',
  'Which of these is **not** a root?',
  '**All of these are roots, except:**',
  '为什么标记不移动对象？',
  '哪种做法没有问题？',
  '哪一项说明了对象为什么不能移动？',
  '不移动对象的回收器叫什么？',
  'Why does marking not move objects?',
  'Which fact explains why objects are not moved?',
  'Which collector shows that objects need not move?',
  'An object which is not marked is swept.',
  'What, except roots, is scanned?',
  'What does a collector that does not move objects do?',
])('[C35] %j is left alone', (stem) => {
  expect(findBareNegative(stem)).toBeUndefined();
});

test('[C35] the proposal emphasises the word', () => {
  expect(findBareNegative('Which of these is not a root?')?.fixed).toBe('Which of these is **not** a root?');
});

test.each([
  '以上都是',
  '以上都不是。',
  '以上全部正确',
  '以上皆非',
  '都不对',
  'All of the above',
  'None of the above.',
  'none of these',
  'Both A and B',
  'All of them are correct',
  'Neither of these',
])('[C36] %j speaks of the other options', (text) => {
  expect(isCatchAll(text)).toBe(true);
});

test.each([
  '以上一层的地址',
  '全部内存',
  'All of the heap',
  'None',
  'Both mark and sweep',
  '都由内核完成',
  'a and b are linked',
])('[C36] %j is an option of its own', (text) => {
  expect(isCatchAll(text)).toBe(false);
});

test.each([
  ['It is always so', 'always'],
  ['Never', 'Never'],
  ['这一定成立', '一定'],
  ['It is not always so', undefined],
  ['不一定成立', undefined],
  ['有一定的开销', undefined],
  ['全部', undefined],
])('[C36] the absolute word of %j', (text, word) => {
  expect(findAbsolute(text)).toBe(word);
});

test.each([
  ['wrong only', ['sometimes', 'always', 'rarely'], ['absolute-distractor']],
  ['right, too', ['never', 'always', 'rarely'], []],
  ['right only', ['never', 'often', 'rarely'], []],
])('[C36] an absolute word in %s options', (_where, texts, codes) => {
  const { issues, deck } = compileQuestions(questionOf('q', 'choice', 'When?', optionsOf(texts)));
  expect(issues.map(({ code }) => code)).toEqual(codes);
  expect(deck.questions).toHaveLength(1);
});

test.each([
  ['根', 2],
  ['`ab` **c**', 4],
  ['[ab](https://x.example/)', 2],
])('[C37] %j looks %i wide', (text, width) => {
  expect(visibleLength(text)).toBe(width);
});

/** Questions whose right option is long in the first `long` of them, and stands second in the first `second`. */
function choices(count: number, long: number, second: number): string {
  return Array.from({ length: count }, (_, index) => {
    const right = index < long ? 'the longest of the three' : 'short';
    const lines = ['a text of middling', 'another one of it'].map((text) => `  - { text: { en: ${text} } }`);
    const key = `  - { text: { en: ${right} }, correct: true }`;
    lines.splice(index < second ? 1 : (index % 2) * 2, 0, key);
    return questionOf(`q-${index}`, 'choice', 'Which?', ['options:', ...lines].join('\n'));
  }).join('');
}

test.each([
  ['60 % long keys', 20, 12, 10, []],
  ['65 % long keys', 20, 13, 10, ['key-often-longest']],
  ['55 % in one position', 20, 0, 11, ['key-position-skewed']],
  ['few questions', 19, 19, 19, []],
])('[C37] %s', (_what, count, long, second, codes) => {
  const { issues, deck } = compileQuestions(choices(count, long, second));
  expect(issues.map(({ code }) => code)).toEqual(codes);
  expect(deck.questions).toHaveLength(count);
});
