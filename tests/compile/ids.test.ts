import { expect, test } from 'vitest';
import { insertId } from '../../src/compile/id-insertion.ts';
import { compile, planIds, type SourceFile } from '../../src/compile/index.ts';
import { LOCK_FILE } from '../../src/compile/lock.ts';
import { cardOf, courseOf } from './course-text.ts';

const LOCALES = ['zh', 'en'];
const NAMELESS_CARD = ':::card\nWhy begin at the roots?\n\n***\n\nSo.\n:::';
const CHINESE_CARD = ':::card\n为什么从根出发？\n\n***\n\n因为如此。\n:::';

function sourceOf(files: readonly SourceFile[]) {
  return { locales: LOCALES, base: '/', files };
}

/** A course's files as they are once a plan has been carried out. */
function carriedOut(files: readonly SourceFile[]): SourceFile[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, text } of planIds(sourceOf(files)).files) texts.set(path, text);
  return [...texts].map(([path, text]) => ({ path, text }));
}

test.each([
  [':::card', ':::card{#x}'],
  [':::card[Label]', ':::card[Label]{#x}'],
  [':::card{rev=2}', ':::card{#x rev=2}'],
  [':::card{ rev=2 }', ':::card{#x rev=2 }'],
  [':::card{}', ':::card{#x}'],
  [':::card{# rev=2}', ':::card{#x rev=2}'],
  [':::card {#why}', ':::card{#x}'],
  ['::::card', '::::card{#x}'],
  [':term[a]', ':term[a]{#x}'],
  [':term[a [b] \\] c]', ':term[a [b] \\] c]{#x}'],
  [':term[a]{alias="b, c"}', ':term[a]{#x alias="b, c"}'],
  ['plain text', undefined],
  [':::note', undefined],
  [':::cardinal', undefined],
])('[C75] an id goes into %s', (line, expected) => {
  const at = { line: 2, column: 1 };
  expect(insertId(`a\n${line}\nb`, at, 'x')).toBe(expected && `a\n${expected}\nb`);
});

test('[C75] a byte order mark at the place itself stays in front', () => {
  expect(insertId('\uFEFF:::card\r\na', { line: 1, column: 1 }, 'x')).toBe('\uFEFF:::card{#x}\r\na');
});

test.each([
  ['LF', '\n', ''],
  ['CRLF', '\r\n', ''],
  ['CR', '\r', ''],
  ['a byte order mark', '\n', '\uFEFF'],
  ['a byte order mark and CRLF', '\r\n', '\uFEFF'],
])('[C75] nothing else of a file changes with %s', (_how, end, mark) => {
  for (const extension of ['md', 'mdx']) {
    const files = courseOf({ en: { marking: `Text  with\ttabs.   \n\n${NAMELESS_CARD}\n\n> quoted` } });
    const input = files.map(({ path, text }) => ({
      path: path.replace(/marking\.md$/, `marking.${extension}`),
      text: mark + text.replaceAll('\n', end),
    }));
    const lesson = input.find(({ path }) => path.includes('marking'));
    const plan = planIds({ locales: ['en'], base: '/', files: input });
    const edited = plan.files.find(({ path }) => path === lesson?.path);
    expect(plan.written.map(({ id }) => id)).toEqual(['why-begin-at-the-roots']);
    expect(edited?.text).toBe(lesson?.text.replace(':::card', ':::card{#why-begin-at-the-roots}'));
  }
});

test.each([
  ['the other language has one', CHINESE_CARD, cardOf('from-roots', 'Q', 'A'), ['from-roots']],
  ['neither has one', CHINESE_CARD, NAMELESS_CARD, ['why-begin-at-the-roots', 'why-begin-at-the-roots']],
  [
    'only the places correspond',
    `${cardOf('first', '一', '甲')}\n\n${CHINESE_CARD}\n\n${cardOf('last', '二', '乙')}\n\n${CHINESE_CARD}`,
    [...['first', 'second', 'last', 'fourth'].map((id) => cardOf(id, 'Q', 'A'))].join('\n\n'),
    ['second', 'fourth'],
  ],
])('[C76] both languages get one id where %s', (_what, zh, en, ids) => {
  const plan = planIds(sourceOf(courseOf({ zh: { marking: zh }, en: { marking: en } })));
  expect(plan.written.map(({ id }) => id)).toEqual(ids);
});

test('[C76] the report of a missing id proposes what is written', () => {
  const files = courseOf({ zh: { marking: CHINESE_CARD }, en: { marking: cardOf('from-roots', 'Q', 'A') } });
  const [issue] = compile(sourceOf(files)).issues;
  expect(issue).toMatchObject({ code: 'missing-id', hint: expect.stringContaining('{#from-roots}') });
});

test('[C76] no id is proposed that was ever published', () => {
  const lock = '{ "version": 1, "items": {}, "renamed": {}, "retired": ["why-begin-at-the-roots"] }';
  const files = [...courseOf({ en: { marking: NAMELESS_CARD } }), { path: LOCK_FILE, text: lock }];
  const plan = planIds({ locales: ['en'], base: '/', files });
  expect(plan.written.map(({ id }) => id)).toEqual(['why-begin-at-the-roots-2']);
});

test('[C77] a plan leaves a course without an issue, and a second one changes nothing', () => {
  const zh = { marking: `${CHINESE_CARD}\n\n:term[标记]{alias="mark"}\n: 做记号。` };
  const en = { marking: `${NAMELESS_CARD}\n\n:term[Mark]\n: A flag.` };
  const done = carriedOut([...courseOf({ zh, en }), { path: LOCK_FILE, text: '' }]);
  expect(compile(sourceOf(done)).issues).toEqual([]);
  expect(planIds(sourceOf(done)).files).toEqual([]);
});

test('[C77] a malformed id is left to its author', () => {
  const files = courseOf({ en: { marking: cardOf('Bad Id', 'Q', 'A') } });
  expect(planIds({ locales: ['en'], base: '/', files }).written).toEqual([]);
});

test('[C77] a refused request writes nothing', () => {
  const files = courseOf({ en: { marking: NAMELESS_CARD } });
  const requests = { renames: [{ from: 'a', to: 'b' }], retirements: ['c'] };
  const plan = planIds({ locales: ['en'], base: '/', files }, requests);
  expect(plan.files).toEqual([]);
  expect(plan.refusals).toHaveLength(2);
});
