import fc from 'fast-check';
import { type MdastNode, markdownToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { formatIssue, readFactsEmbed } from '../../src/compile/index.ts';
import { compileYaml } from './fact-model.ts';

const TABLE = `lesson: heap/marking
title: { zh: 回收器, en: Collectors }
rowLabel: { zh: 回收器, en: Collector }
sources:
  - { id: book, title: "The [Handbook]", url: "https://example.org/a?b=1&c=(2)" }
  - { id: talk, title: A talk, url: https://example.org/talk }
columns:
  - id: moves
    label: { zh: 搬动, en: Moves }
    kind: yes-no
    study: true
    question: { zh: "{row}搬动对象吗？", en: "Does \`{row}\` move objects?" }
  - id: spaces
    label: { zh: 空间, en: Spaces }
    kind: list
    values:
      - { id: young, text: { zh: 新生代, en: young } }
      - { id: old, text: { zh: 老年代, en: "**old**" } }
  - id: pause
    label: { zh: 停顿, en: Pause }
    kind: number
    unit: { zh: 毫秒, en: ms }
    study: true
    question: { zh: "{row}停顿多久？", en: "How long is the pause of {row}?" }
  - id: since
    label: { zh: 由来, en: Origin }
    kind: text
rows:
  - id: sweep
    label: { zh: 清除, en: Sweep }
    sources: [book]
    cells:
      moves: no
      spaces: [old, young]
      pause: { value: 1500, note: { zh: 最长, en: at most }, asOf: 2026-08, sources: [talk, book] }
      since: { zh: 1960 年, en: "1960" }
  - id: copy
    label: { zh: 复制, en: Copy }
    sources: [talk]
    cells:
      moves: { value: true, study: false }
      spaces: [young]
      pause: { unknown: true, note: { zh: 有争议, en: disputed } }
      since: { unknown: true }
`;

test('[C50] a table with every kind of cell is read without an issue', () => {
  const { deck, issues } = compileYaml(TABLE);
  expect(issues.map(formatIssue)).toEqual([]);
  expect(deck.facts.map(({ id, lesson }) => [id, lesson])).toEqual([['t', 'heap/marking']]);
});

test('[C53] a table in one locale', () => {
  expect(compileYaml(TABLE).deck.facts[0]?.texts.en).toEqual({
    title: 'Collectors',
    rowLabel: 'Collector',
    columns: [
      { id: 'moves', label: 'Moves' },
      { id: 'spaces', label: 'Spaces' },
      { id: 'pause', label: 'Pause' },
      { id: 'since', label: 'Origin' },
    ],
    rows: [
      {
        id: 'sweep',
        label: 'Sweep',
        cells: [
          { text: 'no', sources: [1] },
          { text: 'young, <strong>old</strong>', sources: [1] },
          { text: '1,500 ms (at most)', asOf: '2026-08', sources: [1, 2] },
          { text: '1960', sources: [1] },
        ],
      },
      {
        id: 'copy',
        label: 'Copy',
        cells: [
          { text: 'yes', sources: [2] },
          { text: 'young', sources: [2] },
          { text: 'disputed', sources: [2] },
          undefined,
        ],
      },
    ],
    sources: [
      '<a href="https://example.org/a?b=1&amp;c=(2)" rel="noopener">The [Handbook]</a>',
      '<a href="https://example.org/talk" rel="noopener">A talk</a>',
    ],
  });
});

test('[C53] in Chinese', () => {
  const [sweep, copy] = compileYaml(TABLE).deck.facts[0]?.texts.zh?.rows ?? [];
  expect(sweep?.cells.map((cell) => cell?.text)).toEqual([
    '否',
    '新生代、老年代',
    '1,500 毫秒（最长）',
    '1960 年',
  ]);
  expect(copy?.cells.map((cell) => cell?.text)).toEqual(['是', '新生代', '有争议', undefined]);
});

test('[C54] studied cells are cards, and those of a row are siblings', () => {
  const cards = compileYaml(TABLE).deck.cards.filter(({ kind }) => kind === 'fact');
  expect(cards.map(({ id, note, lesson }) => [id, note, lesson])).toEqual([
    ['t.sweep.moves', 't.sweep', 'heap/marking'],
    ['t.sweep.pause', 't.sweep', 'heap/marking'],
  ]);
  expect(cards[0]?.faces.en).toEqual({
    front: '<p>Does <code>Sweep</code> move objects?</p>',
    back: '<p>no</p>',
  });
  expect(cards[1]?.faces).toEqual({
    zh: {
      front: '<p>清除停顿多久？</p>',
      back: '<p>1,500 毫秒（最长）</p><p class="recall-as-of">截至 <time datetime="2026-08">2026-08</time></p>',
    },
    en: {
      front: '<p>How long is the pause of Sweep?</p>',
      back: '<p>1,500 ms (at most)</p><p class="recall-as-of">As of <time datetime="2026-08">2026-08</time></p>',
    },
  });
});

test('[C54] another order and another row change neither id nor digest of a card', () => {
  const cardsOf = (text: string) =>
    new Map(
      compileYaml(text).deck.cards.flatMap(({ id, kind, digest }) => (kind === 'fact' ? [[id, digest]] : [])),
    );
  const before = cardsOf(TABLE);
  const [head = '', rows = ''] = TABLE.split('rows:\n');
  const [sweep = '', copy = ''] = rows.split(/^(?= {2}- id: copy)/m);
  const after = cardsOf(`${head}rows:\n${copy.replace('study: false', 'study: true')}${sweep}`);
  expect([...before].every(([id, digest]) => after.get(id) === digest)).toBe(true);
  expect(after.size).toBe(before.size + 1);
});

test.each([
  ['lesson: heap/marking', 'lesson: heap/markin', '1:9 unknown-lesson'],
  ['title: { zh: 回收器, en: Collectors }', 'title: { zh: 回收器 }', '2:8 missing-text'],
  [
    'title: { zh: 回收器, en: Collectors }',
    'title: { zh: 回收器, en: Collectors, fr: x }',
    '2:35 unknown-key',
  ],
  ['title: { zh: 回收器, en: Collectors }\n', '', '1:1 missing-key'],
  ['title: { zh: 回收器,', 'title: { zh: 2024,', '2:14 invalid-value'],
  ['rowLabel: { zh', 'rowlabel: { zh', '1:1 missing-key 3:1 unknown-key'],
  ['url: https://example.org/talk', 'url: example.org/talk', '6:37 invalid-value'],
  ['id: talk', 'id: book', '6:11 duplicate-id 35:85 unknown-fact-source 39:15 unknown-fact-source'],
  ['kind: yes-no', 'kind: yesno', '10:11 invalid-value'],
  ['kind: yes-no', 'kind: yes-no\n    unit: { zh: 个, en: x }', '11:5 unknown-key'],
  [
    '    question: { zh: "{row}停顿多久？", en: "How long is the pause of {row}?" }\n',
    '',
    '19:5 missing-key',
  ],
  ['id: young', 'id: Young', '17:15 invalid-value'],
  ['  - id: copy', '  - id: sweep', '37:9 duplicate-id'],
  ['  - id: copy', '  - id: moves', '37:9 duplicate-id'],
  ['      - { id: old,', '      - { id: young,', '18:15 duplicate-id 34:16 unknown-fact-value'],
  ['moves: no', 'moves: maybe', '33:14 invalid-value'],
  ['moves: no', 'movs: no', '33:7 missing-fact-cell 33:7 unknown-key'],
  ['moves: no', 'moves: { value: no, sorces: [book] }', '33:27 unknown-key'],
  ['moves: no', 'moves: { value: no, unknown: true }', '33:23 invalid-value'],
  ['moves: no', 'moves: { note: { zh: 甲, en: a } }', '33:14 missing-fact-cell'],
  ['[old, young]', '[old, old]', '34:15 invalid-value'],
  ['[old, young]', 'old', '34:15 invalid-value'],
  ['[old, young]', '[]', '34:15 invalid-value'],
  ['value: 1500', 'value: "1500"', '35:23 invalid-value'],
  ['since: { zh: 1960 年, en: "1960" }', 'since: { zh: 1960 年 }', '36:14 missing-text'],
  ['since: { zh: 1960 年, en: "1960" }', 'since: 1960', '36:14 invalid-value'],
  ['since: { zh: 1960 年, en: "1960" }', 'since: { zh: 1960 年, en: 1960 }', '36:32 invalid-value'],
])('[C51] %s → %s', (good, bad, places) => {
  expect(TABLE).toContain(good);
  const { issues } = compileYaml(TABLE.replace(good, bad));
  const inTable = issues.filter(({ file }) => file === 'quizzes/facts/t.yaml');
  expect(inTable.map(({ line, column, code }) => `${line}:${column} ${code}`).join(' ')).toBe(places);
});

test.each([
  ['', 'empty-file'],
  ['[', 'invalid-yaml'],
  ['a: &a [*a, *a]', 'missing-key'],
  ['- x', 'invalid-value'],
  ['null', 'empty-file'],
])('[C51] %j is %s', (text, code) => {
  expect(compileYaml(text).issues.map((issue) => issue.code)).toContain(code);
});

test('[C51] no text of a table makes the compiler throw, and every issue has a place', () => {
  const lines = TABLE.split('\n');
  const cut = fc.subarray(lines).map((kept) => kept.join('\n'));
  const spoilt = fc
    .tuple(
      fc.nat(TABLE.length),
      fc.constantFrom('{', ']', '"', '\n', ': ', '- ', '*a', '!!set ', '__proto__: ', '🙂'),
    )
    .map(([at, sign]) => TABLE.slice(0, at) + sign + TABLE.slice(at));
  fc.assert(
    fc.property(fc.oneof(cut, spoilt, fc.json(), fc.string()), (text) => {
      for (const issue of compileYaml(text).issues) {
        expect(formatIssue(issue)).toMatch(/^[^\n]+:[1-9]\d*:[1-9]\d* {2}[a-z-]+/);
        expect(issue.message).not.toMatch(/undefined|\[object|NaN/);
      }
    }),
    { seed: 20261123, numRuns: 300 },
  );
});

test('[C51] a mistake in a cell costs that cell alone, one in the head the table', () => {
  const cardsOf = (text: string) => compileYaml(text).deck.cards.filter(({ kind }) => kind === 'fact');
  expect(cardsOf(TABLE.replace('moves: no', 'moves: maybe')).map(({ id }) => id)).toEqual(['t.sweep.pause']);
  expect(cardsOf(TABLE.replace('kind: list', 'kind: lst'))).toEqual([]);
});

test('[C51] the id of a table is free in the course', () => {
  const { deck, issues } = compileYaml(TABLE, ':term[Table]{#t}\n: Rows and columns.');
  expect(issues.map(({ file, code }) => [file, code])).toEqual([['quizzes/facts/t.yaml', 'duplicate-id']]);
  expect(deck.facts).toEqual([]);
});

test.each<[string, string | undefined, boolean]>([
  ['::facts{#collectors}', 'collectors', true],
  ['::facts', undefined, true],
  ['::quiz{#collectors}', undefined, false],
  [':::facts{#collectors}\n:::', undefined, false],
  ['text', undefined, false],
])('[C52] %j', (text, id, isEmbed) => {
  const root: MdastNode = markdownToMdast(text, { features: { directive: true } });
  const [node] = 'children' in root ? root.children : [];
  const embed = node && readFactsEmbed(node);
  expect([embed?.id, embed !== undefined]).toEqual([id, isEmbed]);
});
