import fc from 'fast-check';
import { type MdastNode, markdownToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { compile, formatIssue, readQuizEmbed } from '../../src/compile/index.ts';
import { walk } from '../../src/compile/tree.ts';
import { cardOf, courseOf } from './course-text.ts';
import { questionOf } from './question-text.ts';

const QUIZ = `lesson: heap/marking\nquestions:\n${questionOf('q', 'true-false', 'So.', 'answer: true')}`;
const NOTE = cardOf('note', 'Q', 'A');

function codesOf(lessons: Readonly<Record<string, string>>, quizzes: Readonly<Record<string, string>>) {
  const files = [
    ...courseOf({ en: lessons }),
    ...Object.entries(quizzes).map(([name, text]) => ({ path: `quizzes/${name}.yaml`, text })),
  ];
  return compile({ locales: ['en'], base: '/', files }).issues.map(({ code, line }) => [code, line]);
}

test.each([
  ['shown once', `${NOTE}\n\n::quiz{#x}`, []],
  ['not shown', NOTE, [['quiz-not-embedded', 1]]],
  ['shown twice', `${NOTE}\n\n::quiz{#x}\n\n::quiz{#x}`, [['quiz-embedded-twice', 17]]],
  [
    'misspelt',
    `${NOTE}\n\n::quiz{#y}`,
    [
      ['unknown-quiz', 15],
      ['quiz-not-embedded', 1],
    ],
  ],
  [
    'nameless',
    `${NOTE}\n\n::quiz`,
    [
      ['unknown-quiz', 15],
      ['quiz-not-embedded', 1],
    ],
  ],
  [
    'as a block',
    `${NOTE}\n\n:::quiz{#x}\n:::`,
    [
      ['wrong-directive-form', 15],
      ['quiz-not-embedded', 1],
    ],
  ],
  ['with more', `${NOTE}\n\n::quiz{#x count=2}`, [['unknown-attribute', 15]]],
])('[C38] a quiz that is %s', (_how, marking, codes) => {
  expect(codesOf({ marking }, { 'heap/x': QUIZ })).toEqual(codes);
});

test('[C38] a quiz belongs to one lesson and its name to one file', () => {
  const lessons = { marking: `${NOTE}\n\n::quiz{#x}`, sweeping: `${cardOf('b', 'Q', 'A')}\n\n::quiz{#x}` };
  const other = QUIZ.replace('id: q', 'id: p');
  expect(codesOf(lessons, { 'heap/x': QUIZ, 'stack/x': other })).toEqual([
    ['quiz-in-other-lesson', 15],
    ['duplicate-quiz', 1],
  ]);
});

test('[C38] a quiz is wanted in every language that has the lesson', () => {
  const files = [
    ...courseOf({ zh: { marking: NOTE }, en: { marking: `${NOTE}\n\n::quiz{#x}` } }),
    {
      path: 'quizzes/heap/x.yaml',
      text: QUIZ.replaceAll('{ en: See the lesson. }', '{ zh: 见课文。, en: See the lesson. }').replace(
        'stem: { ',
        'stem: { zh: 对。, ',
      ),
    },
  ];
  const { issues } = compile({ locales: ['zh', 'en'], base: '/', files });
  expect(issues.map(({ code }) => code)).toEqual(['quiz-not-embedded']);
  expect(issues[0]?.message).toBe('The quiz `x` is not shown in content/docs/zh/heap/marking.md.');
});

test('[C38] readQuizEmbed reads a line and nothing else', () => {
  const root = markdownToMdast('::quiz{#x}\n\n::quiz\n\n:::quiz{#y}\n:::\n\n:quiz[a]{#z}', {
    features: { directive: true },
  });
  const embeds = walk(root).flatMap(({ node }: { node: MdastNode }) => readQuizEmbed(node) ?? []);
  expect(embeds.map(({ id }) => id)).toEqual(['x', undefined]);
});

const FRAGMENTS = [
  ...[
    'lesson: ',
    'questions:',
    '- id: q',
    'kind: choice',
    'kind: cloze',
    'kind: order',
    'kind: match',
    'tests: note',
  ],
  ...[
    'stem: ',
    'options: ',
    'answer: ',
    'items: ',
    'pairs: ',
    'hints: ',
    '{ en: a }',
    '[',
    ']',
    '{',
    '}',
    '- ',
    '  ',
  ],
  ...[
    '\n',
    '\n  ',
    '\n    ',
    ': ',
    '&a ',
    '*a',
    '<<: *a',
    '!!js ',
    '"',
    "'",
    '|',
    '>',
    '#',
    '\t',
    '---\n',
    '...',
    '%',
  ],
  ...[
    'null',
    'true',
    '1',
    '____',
    'heap/marking',
    '\uFEFF',
    '\r\n',
    '\0',
    '\uD800',
    '😀',
    '? ',
    '__proto__: 1',
  ],
] as const;

test('[C16] no YAML makes the compiler throw, and every issue has a place', () => {
  const pieces = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(''));
  const json = fc.jsonValue().map((value) => JSON.stringify(value));
  const bodies = fc.oneof(pieces, json, fc.string({ unit: 'binary', maxLength: 200 }));
  // A good file with one line replaced finds more than chance does.
  const broken = fc.tuple(fc.nat(), bodies).map(([pick, body]) =>
    QUIZ.split('\n')
      .with(pick % QUIZ.split('\n').length, body)
      .join('\n'),
  );
  fc.assert(
    fc.property(fc.oneof(bodies, broken), (text) => {
      const files = [...courseOf({ en: { marking: NOTE } }), { path: 'quizzes/heap/x.yaml', text }];
      const { deck, issues } = compile({ locales: ['en'], base: '/', files });
      for (const issue of issues) {
        expect(formatIssue(issue)).toMatch(/^quizzes\/heap\/x\.yaml:[1-9]\d*:[1-9]\d* {2}[a-z-]+/);
      }
      expect(JSON.stringify(deck.questions)).not.toMatch(/<(?:script|iframe)[ >]/);
    }),
    { seed: 20261123, numRuns: 600 },
  );
});

test.each([
  ['nesting', `questions: ${'['.repeat(20_000)}`],
  [
    'aliases',
    `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]`).join('\n')}`,
  ],
  ['nothing but a comment', '# x\n'],
  ['two documents', '--- a\n--- b\n'],
  ['a list', '- a\n'],
])('[C16] %s is survived and reported', (_what, text) => {
  const files = [...courseOf({ en: { marking: NOTE } }), { path: 'quizzes/heap/x.yaml', text }];
  const { issues } = compile({ locales: ['en'], base: '/', files });
  expect(issues.length).toBeGreaterThan(0);
  expect(issues.every(({ file }) => file === 'quizzes/heap/x.yaml')).toBe(true);
});
