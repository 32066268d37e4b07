import { expect, test } from 'vitest';
import { compile, type SourceFile, toLessonDeck, toManifest } from '../../src/compile/index.ts';
import type { LessonId } from '../../src/format/id.ts';
import { cardOf, compileBody, courseOf } from './course-text.ts';
import { compileYaml } from './fact-model.ts';
import { compileQuestions, questionOf } from './question-text.ts';

const LESSON = 'heap/marking' as LessonId;
const CLOZE = ':::card{#ring ATTRIBUTES}\nThe ==queue==[Q]{#queue} is a ==ring=={#ring}.\n:::';
const TABLE = `lesson: heap/marking
title: { zh: 表, en: Table }
rowLabel: { zh: 行, en: Row }
sources: [{ id: book, title: Book, url: "https://example.org/" }]
columns:
  - id: moves
    label: { zh: 搬动, en: Moves }
    kind: yes-no
    study: true
    question: { zh: "{row}搬动对象吗？", en: "Does {row} move objects?" }
    statement: { zh: "{row}搬动对象。", en: "{row} moves objects." }
rows:
  - id: sweep
    label: { zh: 清除, en: Sweep }
    sources: [book]
    cells: { moves: CELL }
  - id: copy
    label: { zh: 复制, en: Copy }
    sources: [book]
    cells: { moves: yes }
`;

/** A course of both languages whose one lesson holds a body in each. */
function twoLanguages(zh: string, en: string, more: readonly SourceFile[] = []) {
  const files = [...courseOf({ zh: { marking: zh }, en: { marking: en } }), ...more];
  return compile({ locales: ['zh', 'en'], base: '/b/', files, translationCards: true });
}

test('[C110] a card says in each language what it was before', () => {
  const { deck, issues } = twoLanguages(
    cardOf('a', '问', '答').replace('#a', '#a rev=2 was="以前是 `x`，**没有** y。"'),
    cardOf('a', 'Q', 'A').replace('#a', `#a rev=2 was='Was "x", see [there](/en/heap/marking/).'`),
  );
  expect(issues).toEqual([]);
  expect(deck.cards).toMatchObject([
    {
      rev: 2,
      was: {
        zh: '以前是 <code>x</code>，<strong>没有</strong> y。',
        en: 'Was "x", see <a href="/b/en/heap/marking/">there</a>.',
      },
    },
  ]);
});

test('[C110] every cloze of a card and every card of a term carries it, and so does the question on the term', () => {
  const terms = (attributes: string, names: readonly string[]) =>
    names
      .map((name, index) => `:term[${name}]{#t${index}${index === 0 ? attributes : ''}}\n: It ${name}s.`)
      .join('\n\n');
  const { deck, issues } = twoLanguages(
    `${CLOZE.replace('ATTRIBUTES', 'rev=2 was="旧"')}\n\n${terms(' alias="Z" rev=3 was="旧词"', ['甲', '乙', '丙', '丁'])}`,
    `${CLOZE.replace('ATTRIBUTES', 'rev=2 was="old"')}\n\n${terms(' rev=3 was="old term"', ['mark', 'sweep', 'pin', 'copy'])}`,
  );
  expect(issues).toEqual([]);
  const revised = [...deck.cards, ...deck.questions].filter(({ was }) => was !== undefined);
  expect(revised.map(({ id, rev, was }) => [id, rev, was?.zh, was?.en])).toEqual([
    ['ring.queue', 2, '旧', 'old'],
    ['ring.ring', 2, '旧', 'old'],
    ['t0.meaning', 3, '旧词', 'old term'],
    ['t0.name', 3, '旧词', 'old term'],
    ['t0.translation', 3, '旧词', 'old term'],
    ['t0.choice', 3, '旧词', 'old term'],
  ]);
});

test('[C110] a question and a cell of a table say it in all languages at once', () => {
  const question = compileQuestions(
    questionOf('q', 'true-false', 'So.', 'answer: true\nrev: 2\nwas: { en: "*Not* so." }'),
  );
  expect(question.issues).toEqual([]);
  expect(question.deck.questions).toMatchObject([{ id: 'q', rev: 2, was: { en: '<em>Not</em> so.' } }]);

  const { deck } = compileYaml(
    TABLE.replace('CELL', '{ value: no, rev: 2, was: { zh: "**是**", en: "**yes**" } }'),
  );
  const items = [...deck.cards, ...deck.questions].filter(({ id }) => id.startsWith('t.'));
  expect(items.map(({ id, rev, was }) => [id, rev, was?.en])).toEqual([
    ['t.sweep.moves', 2, '<strong>yes</strong>'],
    ['t.copy.moves', 1, undefined],
    ['t.sweep.moves-truth', 2, '<strong>yes</strong>'],
    ['t.copy.moves-truth', 1, undefined],
  ]);
});

test.each<[string, string, string[]]>([
  ['`rev` without `was`', '#a rev=2', ['missing-was']],
  ['`rev` with an empty `was`', '#a rev=2 was=" "', ['missing-was']],
  ['`was` without `rev`', '#a was="x"', ['was-without-revision']],
  ['`was` with the first `rev`', '#a rev=1 was="x"', ['was-without-revision']],
  ['a `rev` that is no number', '#a rev=x was="x"', ['invalid-revision']],
  ['HTML in `was`', '#a rev=2 was="<b>x</b>"', ['html-in-card']],
  ['a broken link in `was`', '#a rev=2 was="[x](/en/none/)"', ['broken-link']],
  ['both', '#a rev=2 was="x"', []],
])('[C111] %s', (_what, attributes, codes) => {
  const { deck, issues } = compileBody(cardOf('a', 'Q', 'A').replace('#a', attributes));
  expect(issues.map(({ code }) => code)).toEqual(codes);
  // Said of the card where it stands, below seven lines of frontmatter.
  expect(new Set(issues.map(({ line, column }) => `${line}:${column}`)).size).toBeLessThanOrEqual(1);
  expect(issues.every(({ line, column }) => line === 7 && column === 1)).toBe(true);
  expect(deck.cards).toHaveLength(1);
});

test.each<[string, string[]]>([
  ['{ value: no, rev: 2 }', ['missing-was']],
  ['{ value: no, was: { zh: 是, en: "yes" } }', ['was-without-revision']],
  ['{ value: no, rev: 0, was: { zh: 是, en: "yes" } }', ['invalid-value']],
  ['{ value: no, rev: 2, was: { en: "yes" } }', ['missing-text']],
])('[C111] the cell %s', (cell, codes) => {
  const { issues } = compileYaml(TABLE.replace('CELL', cell));
  expect(issues.map(({ code }) => code)).toEqual(codes);
});

test('[C111] languages that disagree are reported once, and the higher revision counts', () => {
  const { deck, issues } = twoLanguages(
    cardOf('a', '问', '答').replace('#a', '#a rev=3 was="旧"'),
    cardOf('a', 'Q', 'A').replace('#a', '#a rev=2 was="old"'),
  );
  expect(issues.map(({ code, file }) => [code, file])).toEqual([
    ['revision-differs', 'content/docs/en/heap/marking.md'],
  ]);
  expect(deck.cards).toMatchObject([{ rev: 3, was: { zh: '旧' } }]);
  expect(deck.cards[0]?.was).not.toHaveProperty('en');
});

test('[C112] a lesson’s deck says it in the language of the text, and nothing of a first revision', () => {
  const { deck } = twoLanguages(
    `${cardOf('a', '问', '答').replace('#a', '#a rev=2 was="旧"')}\n\n${cardOf('b', '问', '答')}`,
    `${cardOf('a', 'Q', 'A').replace('#a', '#a rev=2 was="old"')}\n\n${cardOf('b', 'Q', 'A')}`,
  );
  expect(toLessonDeck(deck, LESSON, 'en').cards).toEqual([
    { id: 'a', kind: 'basic', note: 'a', locale: 'en', front: '<p>Q</p>', back: '<p>A</p>', was: 'old' },
    { id: 'b', kind: 'basic', note: 'b', locale: 'en', front: '<p>Q</p>', back: '<p>A</p>' },
  ]);
  expect(toLessonDeck(deck, LESSON, 'zh').cards[0]?.was).toBe('旧');
  expect(toLessonDeck(deck, LESSON, 'fr').cards[0]?.was).toBe('旧');
  expect(JSON.stringify(toManifest(deck))).not.toContain('was');

  const questions = compileQuestions(
    questionOf('q', 'true-false', 'So.', 'answer: true\nrev: 2\nwas: { en: Not so. }') +
      questionOf('r', 'true-false', 'So it is.', 'answer: true'),
  );
  const [revised, first] = toLessonDeck(questions.deck, LESSON, 'en').questions;
  expect(revised?.was).toBe('Not so.');
  expect(first).not.toHaveProperty('was');
});

test('[C112] neither `rev` nor `was` changes a digest', () => {
  const plain = compileBody(
    `:term[mark]{#m}\n: Flags.\n\n${cardOf('a', 'Q', 'A')}\n\n${CLOZE.replace(' ATTRIBUTES', '')}`,
  );
  const revised = compileBody(
    `:term[mark]{#m rev=2 was="x"}\n: Flags.\n\n${cardOf('a', 'Q', 'A').replace('#a', '#a rev=2 was="x"')}\n\n${CLOZE.replace('ATTRIBUTES', 'rev=2 was="x"')}`,
  );
  expect(revised.issues).toEqual([]);
  expect(revised.deck.cards.every(({ rev }) => rev === 2)).toBe(true);
  expect(revised.deck.cards.map(({ digest }) => digest)).toEqual(
    plain.deck.cards.map(({ digest }) => digest),
  );
  const cell = (source: string) => compileYaml(TABLE.replace('CELL', source)).deck.cards;
  expect(cell('{ value: no, rev: 2, was: { zh: 是, en: "yes" } }').map(({ digest }) => digest)).toEqual(
    cell('no').map(({ digest }) => digest),
  );
});
