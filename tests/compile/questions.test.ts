import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, toLessonDeck, toManifest } from '../../src/compile/index.ts';
import { optionKeys } from '../../src/compile/option-key.ts';
import type { LessonId } from '../../src/format/id.ts';
import { cardOf, courseOf } from './course-text.ts';
import { compileQuestions, optionsOf, questionOf } from './question-text.ts';

const SETTINGS = { seed: 20261123, numRuns: 100 };
const SHOWN = { hints: [], explanation: 'See the lesson.' };

test.each([
  [
    'choice',
    optionsOf(['The [roots](/en/heap/marking/)', '1. Heap', '`C#`']),
    {
      multiple: false,
      options: [
        {
          key: expect.stringMatching(/^[0-9a-f]{4}$/),
          text: 'The <a href="/b/en/heap/marking/">roots</a>',
          correct: true,
        },
        { key: expect.any(String), text: '1. Heap', correct: false },
        { key: expect.any(String), text: '<code>C#</code>', correct: false },
      ],
    },
  ],
  ['true-false', 'answer: false', { answer: false }],
  [
    'order',
    'items: [{ en: Mark }, { en: "**Sweep**" }, { en: Compact }]',
    { items: [{ text: 'Mark' }, { text: '<strong>Sweep</strong>' }, { text: 'Compact' }] },
  ],
  [
    'match',
    'pairs:\n  - { left: { en: a }, right: { en: x } }\n  - { left: { en: b }, right: { en: y } }\n  - { left: { en: c }, right: { en: z } }',
    {
      pairs: [
        { left: 'a', right: 'x' },
        { left: 'b', right: 'y' },
        { left: 'c', right: 'z' },
      ],
    },
  ],
])('[C31] %s is rendered as inline HTML', (kind, body, text) => {
  const { deck, issues } = compileQuestions(questionOf('q', kind, 'Is *it* so?', body));
  expect(issues).toEqual([]);
  expect(deck.questions).toMatchObject([
    { id: 'q', kind, lesson: 'heap/marking', tests: 'note', origin: 'author', rev: 1 },
  ]);
  expect(deck.questions[0]?.texts.en).toMatchObject({ kind, stem: 'Is <em>it</em> so?', ...SHOWN, ...text });
});

test.each([
  ['At the ____.', 'At the <span class="recall-blank"></span>.'],
  ['A____b **c**', 'A<span class="recall-blank"></span>b <strong>c</strong>'],
  ['____', '<span class="recall-blank"></span>'],
])('[C31] the blank of %j is an empty element', (stem, expected) => {
  const { deck, issues } = compileQuestions(questionOf('q', 'cloze', stem, 'answer: { en: [roots, root] }'));
  expect(issues).toEqual([]);
  expect(deck.questions[0]?.texts.en).toMatchObject({ stem: expected, accepted: ['roots', 'root'] });
});

test('[C31] hints, feedback, revision and several right options are carried over', () => {
  const body = [
    'multiple: true',
    'rev: 3',
    'was: { en: "*other*" }',
    'hints: [{ en: gentle }, { en: plain }]',
    'options:',
    '  - { text: { en: a }, correct: true, feedback: { en: "*yes*" } }',
    '  - { text: { en: b }, correct: true }',
    '  - { text: { en: c } }',
  ].join('\n');
  const { deck, issues } = compileQuestions(questionOf('q', 'choice', 'Which?', body));
  expect(issues).toEqual([]);
  expect(deck.questions[0]).toMatchObject({
    rev: 3,
    was: { en: '<em>other</em>' },
    texts: {
      en: { multiple: true, hints: ['gentle', 'plain'], options: [{ feedback: '<em>yes</em>' }, {}, {}] },
    },
  });
});

test('[C30] questions stand in the order of lessons, then of files, then of the file', () => {
  const bodies = { en: { marking: cardOf('note', 'Q', 'A'), sweeping: cardOf('other', 'Q', 'A') } };
  const file = (name: string, lesson: string, ids: readonly string[], tests: string) => ({
    path: `quizzes/${name}.yaml`,
    text: `lesson: ${lesson}\nquestions:\n${ids
      .map((id) => questionOf(id, 'true-false', 'So.', 'answer: true').replace('note', tests))
      .join('')}`,
  });
  const files = [
    ...courseOf(bodies),
    file('heap/a', 'heap/sweeping', ['s2', 's1'], 'other'),
    file('heap/c', 'heap/marking', ['m3'], 'note'),
    file('heap/deep/b', 'heap/marking', ['m2'], 'note'),
    file('facts/x', 'heap/marking', ['none'], 'note'),
  ];
  const { deck } = compile({ locales: ['en'], base: '/', files });
  expect(deck.questions.map(({ id }) => id)).toEqual(['m3', 'm2', 's2', 's1']);
  expect(deck.quizzes).toEqual([
    { id: 'c', lesson: 'heap/marking', questions: ['m3'] },
    { id: 'b', lesson: 'heap/marking', questions: ['m2'] },
    { id: 'a', lesson: 'heap/sweeping', questions: ['s2', 's1'] },
  ]);
  const shuffled = compile({ locales: ['en'], base: '/', files: files.toReversed() });
  expect(shuffled.deck.questions).toEqual(deck.questions);
});

test('[C19] [C20] manifest and lesson deck list questions as siblings of what they test', () => {
  const { deck } = compileQuestions(questionOf('q', 'true-false', 'So.', 'answer: true'));
  expect(toManifest(deck).questions).toEqual([
    {
      id: 'q',
      kind: 'true-false',
      note: 'note',
      lesson: 'heap/marking',
      rev: 1,
      digest: deck.questions[0]?.digest,
    },
  ]);
  expect(toLessonDeck(deck, 'heap/marking' as LessonId, 'fr').questions).toEqual([
    {
      id: 'q',
      note: 'note',
      locale: 'en',
      text: { kind: 'true-false', stem: 'So.', hints: [], explanation: 'See the lesson.', answer: true },
    },
  ]);
});

test('[C32] keys are of four digits, distinct, and independent of order and white space', () => {
  const texts = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), {
    maxLength: 6,
    selector: (text) => text.replace(/\s+/g, ' ').trim(),
  });
  fc.assert(
    fc.property(texts, (options) => {
      const keys = optionKeys(options);
      expect(new Set(keys).size).toBe(options.length);
      expect(optionKeys(options.toReversed())).toEqual(keys.toReversed());
      expect(optionKeys(options.map((option) => ` ${option}\n`))).toEqual(keys);
    }),
    SETTINGS,
  );
  expect(optionKeys(['a', 'b', 'c']).map(({ length }) => length)).toEqual([4, 4, 4]);
});

test('[C32] keys that would meet grow until they differ, whatever the order', () => {
  const texts = Array.from({ length: 2000 }, (_, index) => `option ${index}`);
  const keys = optionKeys(texts);
  expect(new Set(keys).size).toBe(texts.length);
  expect(keys.some(({ length }) => length > 4)).toBe(true);
  expect(keys.every((key) => !keys.some((other) => other !== key && other.startsWith(key)))).toBe(true);
});

test('[C32] keys are those of the default locale in every locale', () => {
  const text = questionOf(
    'q',
    'order',
    'x',
    'items: [{ en: a, zh: 甲 }, { en: b, zh: 乙 }, { en: c, zh: 丙 }]',
  )
    .replace('stem: { ', 'stem: { zh: 问, ')
    .replace('explanation: { ', 'explanation: { zh: 答, ');
  const bodies = { zh: { marking: cardOf('note', '问', '答') }, en: { marking: cardOf('note', 'Q', 'A') } };
  const files = [
    ...courseOf(bodies),
    { path: 'quizzes/heap/x.yaml', text: `lesson: heap/marking\nquestions:\n${text}` },
  ];
  const { texts } = compile({ locales: ['zh', 'en'], base: '/', files }).deck.questions[0] ?? {};
  const keysIn = (locale: string) => {
    const own = texts?.[locale];
    return own?.kind === 'order' ? own.items.map(({ key }) => key) : undefined;
  };
  expect(keysIn('zh')).toEqual(optionKeys(['甲', '乙', '丙']));
  expect(keysIn('en')).toEqual(keysIn('zh'));
});

test('[C33] a mistake costs its own question only, and its place is exact', () => {
  const good = questionOf('good', 'true-false', 'So.', 'answer: true');
  const bad = questionOf('bad', 'true-false', 'So.', 'answer: perhaps');
  const { deck, issues } = compileQuestions(bad + good);
  expect(deck.questions.map(({ id }) => id)).toEqual(['good']);
  expect(deck.quizzes).toEqual([{ id: 'marking', lesson: 'heap/marking', questions: ['good'] }]);
  expect(issues).toMatchObject([{ code: 'invalid-value', line: 7, column: 13 }]);
});

test.each([
  ['\uFEFFlesson: heap/none\n', 1, 9],
  ['# x\r\n\r\nlesson: heap/none\r\n', 3, 9],
  ['# x\rlesson: heap/none\r', 2, 9],
])('[C33] places are those of the file: %j', (head, line, column) => {
  const { issues } = compile({
    locales: ['en'],
    base: '/',
    files: [
      ...courseOf({ en: { marking: cardOf('note', 'Q', 'A') } }),
      { path: 'quizzes/heap/x.yaml', text: `${head}questions: []\n` },
    ],
  });
  expect(issues).toMatchObject([{ code: 'unknown-lesson', line, column }]);
});

const order = (items: readonly string[]) => `items: [${items.map((item) => `{ en: ${item} }`).join(', ')}]`;

test.each([
  ['another option first', optionsOf(['a', 'b', 'c']), optionsOf(['a', 'c', 'b']), true],
  ['white space', optionsOf(['a b', 'b', 'c']), optionsOf(['a  b ', 'b', 'c']), true],
  ['another text', optionsOf(['a', 'b', 'c']), optionsOf(['a', 'b', 'd']), false],
  ['another right option', optionsOf(['a', 'b', 'c']), optionsOf(['b', 'a', 'c']), false],
  ['a revision', optionsOf(['a', 'b', 'c']), `rev: 2\nwas: { en: x }\n${optionsOf(['a', 'b', 'c'])}`, true],
  [
    'a false said aloud',
    optionsOf(['a', 'b', 'c']),
    optionsOf(['a', 'b', 'c']).replace(/ }$/, ', correct: false }'),
    true,
  ],
])('[C39] after %s the digest is the same: %#', (_what, before, after, isSame) => {
  const digestOf = (body: string) => {
    const { deck, issues } = compileQuestions(questionOf('q', 'choice', 'Which?', body));
    expect(issues).toEqual([]);
    return deck.questions[0]?.digest;
  };
  expect(digestOf(before) === digestOf(after)).toBe(isSame);
});

test('[C39] the order of items counts', () => {
  const digestOf = (body: string) =>
    compileQuestions(questionOf('q', 'order', 'x', body)).deck.questions[0]?.digest;
  expect(digestOf(order(['a', 'b', 'c']))).not.toBe(digestOf(order(['b', 'a', 'c'])));
});

test('[C40] ids of questions, terms and cards are one space', () => {
  const { deck, issues } = compileQuestions(
    questionOf('note', 'true-false', 'So.', 'answer: true') +
      questionOf('q', 'true-false', 'So.', 'answer: true') +
      questionOf('q', 'true-false', 'No.', 'answer: false') +
      questionOf('Q_bad', 'true-false', 'No.', 'answer: false'),
  );
  expect(issues.map(({ code, line }) => [code, line])).toEqual([
    ['duplicate-id', 3],
    ['duplicate-id', 15],
    ['malformed-id', 21],
  ]);
  expect(issues[0]?.message).toContain('content/docs/en/heap/marking.md');
  expect(issues[2]?.hint).toBe('write `id: q-bad`.');
  expect(deck.questions.map(({ id, digest }) => [id, digest.length])).toEqual([['q', 12]]);
});

test('[C40] reordering questions and options, and editing texts, keeps every id', () => {
  const questions = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{3,9}(-[a-z0-9]{1,5}){0,2}$/),
      texts: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 3, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 5, selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(questions, fc.boolean(), (model, isEdited) => {
      const compiled = (reverse: boolean) => {
        const sources = model.map(({ id, texts: [right = '', ...wrong] }) => {
          const options = reverse ? wrong.toReversed() : wrong;
          const stem = reverse && isEdited ? 'Which one?' : 'Which?';
          return questionOf(`q-${id}`, 'choice', stem, optionsOf([right, ...options]));
        });
        const { deck, issues } = compileQuestions((reverse ? sources.toReversed() : sources).join(''));
        expect(issues).toEqual([]);
        return new Map(deck.questions.map(({ id, digest }) => [id, digest]));
      };
      const [before, after] = [compiled(false), compiled(true)];
      expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
      for (const [id, digest] of before) expect(after.get(id) === digest).toBe(!isEdited);
    }),
    { ...SETTINGS, numRuns: 30 },
  );
});
