import { expect, test } from 'vitest';
import { type CourseSource, compile } from '../../src/compile/index.ts';

const LOCALES = ['zh', 'en'];

/** A course of lessons `m/a`, `m/b` …, each with what it wants read first, and other files. */
function compileCourse(
  lessons: Readonly<Record<string, string | readonly [zh: string, en: string]>>,
  others: Readonly<Record<string, string>> = {},
) {
  const files: CourseSource['files'] = [
    ...LOCALES.flatMap((locale, index) => [
      { path: `content/docs/${locale}/m/index.md`, text: '---\ntitle: M\ndescription: M.\n---\n' },
      ...Object.entries(lessons).map(([name, wanted], order) => ({
        path: `content/docs/${locale}/m/${name}.md`,
        text: lessonText(name, order, typeof wanted === 'string' ? wanted : (wanted[index] ?? '')),
      })),
    ]),
    ...Object.entries(others).map(([path, text]) => ({ path, text })),
  ];
  const { deck, issues } = compile({ locales: LOCALES, base: '/', files });
  return {
    deck,
    reports: issues.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`),
  };
}

function lessonText(name: string, order: number, wanted: string): string {
  const head = ['---', `title: ${name}`, 'description: D.', `sidebar: { order: ${order} }`];
  if (wanted !== '') head.push(`prerequisites: ${wanted}`);
  return `${head.join('\n')}\n---\nText.\n\n:::card{#${name}-what}\nQ?\n\n***\n\nA.\n:::\n\n:::sources\n- [S](https://example.org/)\n:::\n`;
}

const path = (id: string, lessons: string) =>
  `  - id: ${id}\n    title: { zh: 路, en: Way }\n    description: { zh: 说明, en: About }\n    minutes: 20\n    lessons: ${lessons}\n`;

test('[C100] coverage of several series, each numbered from 1, is right in any order', () => {
  const text = 'B2: [m/b]\nA002: [m/a, m/b]\nB1: [m/a]\nA001: [m/b]\n';
  expect(compileCourse({ a: '', b: '' }, { 'content/coverage.yaml': text }).reports).toEqual([]);
});

test.each([
  ['a gap', 'A1: [m/a]\nA4: [m/a]\n', ['coverage-gap content/coverage.yaml:2:1']],
  ['an id that is not numbered', 'a1: [m/a]\n', ['malformed-coverage-id content/coverage.yaml:1:1']],
  ['an id that stands twice', 'A1: [m/a]\nA1: [m/a]\n', ['invalid-yaml content/coverage.yaml:2:1']],
  ['an unknown lesson', 'A1: [m/a, m/c]\n', ['unknown-lesson content/coverage.yaml:1:11']],
  ['a lesson that stands twice', 'A1: [m/a, m/a]\n', ['listed-twice content/coverage.yaml:1:11']],
  ['no lesson', 'A1: []\n', ['invalid-value content/coverage.yaml:1:5']],
  ['no list', 'A1: m/a\n', ['invalid-value content/coverage.yaml:1:5']],
  ['no map', '- A1\n', ['invalid-value content/coverage.yaml:1:1']],
])('[C101] %s in the coverage is reported where it stands', (_, text, expected) => {
  expect(compileCourse({ a: '', b: '' }, { 'content/coverage.yaml': text }).reports).toEqual(expected);
});

test('[C105] the deck has what each lesson wants read first, in course order', () => {
  const { deck, reports } = compileCourse({ a: '', b: '[m/a]', c: '[m/b, m/a]' });
  expect(reports).toEqual([]);
  const lessons = deck.modules.flatMap((module) => module.lessons);
  expect(lessons.map(({ prerequisites }) => prerequisites)).toEqual([undefined, ['m/a'], ['m/a', 'm/b']]);
});

test.each([
  [
    'one that does not exist',
    { a: '', b: '[m/x]' },
    ['unknown-lesson content/docs/en/m/b.md:5:17', 'unknown-lesson content/docs/zh/m/b.md:5:17'],
  ],
  ['a lesson itself', { a: '[m/a]' }, ['prerequisite-cycle content/docs/zh/m/a.md:5:17']],
  ['a circle', { a: '[m/b]', b: '[m/a]' }, ['prerequisite-cycle content/docs/zh/m/a.md:5:17']],
  [
    'a difference between languages',
    { a: '', b: ['', '[m/a]'] },
    ['prerequisites-differ content/docs/en/m/b.md:5:17'],
  ],
  [
    'a difference between languages, missing in the later one',
    { a: '', b: ['[m/a]', ''] },
    ['prerequisites-differ content/docs/en/m/b.md:1:1'],
  ],
  [
    'more than three',
    { a: '', b: '', c: '', d: '', e: '[m/a, m/b, m/c, m/d]' },
    ['invalid-frontmatter content/docs/en/m/e.md:5:16', 'invalid-frontmatter content/docs/zh/m/e.md:5:16'],
  ],
  [
    'what is no list',
    { a: '', b: 'm/a' },
    ['invalid-frontmatter content/docs/en/m/b.md:5:16', 'invalid-frontmatter content/docs/zh/m/b.md:5:16'],
  ],
] as const)('[C105] %s among what is read first is reported where it stands', (_, lessons, expected) => {
  expect(compileCourse(lessons).reports).toEqual(expected);
});

test('[C106] reading paths stand in the deck in the order of their file', () => {
  const text = `paths:\n${path('two', '[m/a, m/b]')}${path('one', '[m/b, m/a]')}`;
  const { deck, reports } = compileCourse({ a: '', b: '' }, { 'content/paths.yaml': text });
  expect(reports).toEqual([]);
  expect(deck.paths).toEqual([
    {
      id: 'two',
      texts: { zh: { title: '路', description: '说明' }, en: { title: 'Way', description: 'About' } },
      minutes: 20,
      lessons: ['m/a', 'm/b'],
    },
    expect.objectContaining({ id: 'one', lessons: ['m/b', 'm/a'] }),
  ]);
});

test.each([
  ['a lesson before one that it needs', path('p', '[m/b, m/a]'), 'path-order content/paths.yaml:6:15'],
  ['a lesson twice', path('p', '[m/a, m/a]'), 'listed-twice content/paths.yaml:6:20'],
  ['an unknown lesson', path('p', '[m/a, m/x]'), 'unknown-lesson content/paths.yaml:6:20'],
  ['a single lesson', path('p', '[m/a]'), 'invalid-value content/paths.yaml:6:14'],
  ['an id of another form', path('P 1', '[m/a, m/b]'), 'malformed-id content/paths.yaml:2:9'],
  [
    'a missing text',
    path('p', '[m/a, m/b]').replace(', en: Way', ''),
    'missing-text content/paths.yaml:3:12',
  ],
  ['no time', path('p', '[m/a, m/b]').replace('20', '0'), 'invalid-value content/paths.yaml:5:14'],
])('[C107] a path with %s is reported and left out', (_, wrong, expected) => {
  const text = `paths:\n${wrong}${path('right', '[m/a, m/b]')}`;
  const { deck, reports } = compileCourse({ a: '', b: '[m/a]' }, { 'content/paths.yaml': text });
  expect(reports).toEqual([expected]);
  expect(deck.paths.map(({ id }) => id)).toEqual(['right']);
});

test('[C107] a prerequisite that does not exist is left out alone', () => {
  const { deck } = compileCourse({ a: '', b: '[m/x, m/a]' });
  expect(deck.modules[0]?.lessons[1]?.prerequisites).toEqual(['m/a']);
});

test('[C107] of two paths with one id the first is kept', () => {
  const text = `paths:\n${path('p', '[m/a, m/b]')}${path('p', '[m/b, m/a]')}`;
  const { deck, reports } = compileCourse({ a: '', b: '' }, { 'content/paths.yaml': text });
  expect(reports).toEqual(['duplicate-id content/paths.yaml:7:9']);
  expect(deck.paths.map(({ lessons }) => lessons)).toEqual([['m/a', 'm/b']]);
});
