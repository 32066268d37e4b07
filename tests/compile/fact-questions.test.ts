import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFactParser } from '../../src/compile/facts/parse-fact-table.ts';
import type { QuestionDraft } from '../../src/compile/generate/draft.ts';
import { isProvedByTable } from '../../src/compile/generate/fact-proof.ts';
import { factQuestions } from '../../src/compile/generate/fact-questions.ts';
import type { QuestionText } from '../../src/format/question.ts';
import {
  compileTable,
  countRight,
  LOCALES,
  type ModelTable,
  plainTables,
  tables,
  textsOf,
  toFile,
} from './fact-model.ts';
import { choicesOf, optionsOf } from './question-options.ts';

const SETTINGS = { seed: 20261123, numRuns: 80 };

const COLLECTORS: ModelTable = {
  columns: [
    { id: 'moves', kind: 'yes-no', label: textsOf('Moves?'), values: [] },
    {
      id: 'order',
      kind: 'one-of',
      label: textsOf('Order'),
      values: ['depth', 'breadth', 'random'].map((id) => ({ id, text: textsOf(id) })),
    },
    { id: 'pause', kind: 'number', label: textsOf('Pause'), values: [] },
    {
      id: 'spaces',
      kind: 'list',
      label: textsOf('Spaces'),
      values: ['young', 'old', 'large'].map((id) => ({ id, text: textsOf(id) })),
    },
  ],
  rows: [
    { id: 'sweep', label: textsOf('Sweep'), cells: [['no'], ['depth'], 10, ['young', 'old']] },
    { id: 'copy', label: textsOf('Copy'), cells: [['yes'], ['breadth'], 20, ['young']] },
    { id: 'compact', label: textsOf('Compact'), cells: [['yes'], ['random'], 1500, null] },
    { id: 'count', label: textsOf('Count'), cells: [['no'], null, null, ['old']] },
  ],
};

test('[C56] what a table gives', () => {
  const { deck, issues } = compileTable(COLLECTORS);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(deck.questions.map(({ id, kind, tests, origin }) => `${id} ${kind} ${tests} ${origin}`)).toEqual([
    't.sweep.moves-truth true-false t.sweep facts',
    't.copy.moves-truth true-false t.copy facts',
    't.compact.moves-truth true-false t.compact facts',
    't.count.moves-truth true-false t.count facts',
    't.moves.odd-one-out choice t facts',
    't.sweep.order-choice choice t.sweep facts',
    't.copy.order-choice choice t.copy facts',
    't.compact.order-choice choice t.compact facts',
    't.order.match match t facts',
    't.sweep.pause-choice choice t.sweep facts',
    't.copy.pause-choice choice t.copy facts',
    't.compact.pause-choice choice t.compact facts',
    't.pause.match match t facts',
    't.copy.spaces-choice choice t.copy facts',
    't.count.spaces-choice choice t.count facts',
  ]);
});

test('[C56] questions are asked in the words of the column and explained from the table', () => {
  const { deck } = compileTable(COLLECTORS);
  const text = deck.questions.find(({ id }) => id === 't.compact.pause-choice')?.texts.en;
  expect(text).toMatchObject({
    stem: '<p>What of Compact and pause?</p>',
    explanation: '<p>Pause — Compact: 1,500</p>',
  });
  const options = text?.kind === 'choice' ? text.options : [];
  expect(options.map(({ text: words, correct, feedback }) => [words, correct, feedback]).sort()).toEqual([
    ['1,500', true, undefined],
    ['10', false, 'This is so for Sweep.'],
    ['20', false, 'This is so for Copy.'],
  ]);
  const odd = deck.questions.find(({ id }) => id === 't.moves.odd-one-out')?.texts.zh;
  expect(odd?.stem).toBe('<p>在“中Moves?”这一点上，有一项与其余各项<strong>不同</strong>。是哪一项？</p>');
});

test.each([
  ['text columns', { kind: 'text' }, { zh: '甲', en: 'a' }],
  ['incomplete lists', { kind: 'list', complete: false, values: VALUES() }, ['a']],
  ['columns not studied', { kind: 'one-of', study: false, values: VALUES() }, 'a'],
  ['unknown cells', { kind: 'one-of', values: VALUES() }, { unknown: true }],
  ['cells kept out of study', { kind: 'one-of', values: VALUES() }, { value: 'a', study: false }],
])('[C56] %s give no question', (_what, column, cell) => {
  const question = { zh: '{row}？', en: '{row}?' };
  const table = {
    lesson: 'heap/marking',
    title: textsOf('T'),
    rowLabel: textsOf('R'),
    sources: [{ id: 's', title: 'S', url: 'https://example.org/' }],
    columns: [{ id: 'c', label: textsOf('C'), study: true, question, ...column }],
    rows: ['x', 'y', 'z'].map((id) => ({ id, label: textsOf(id), sources: ['s'], cells: { c: cell } })),
  };
  const { table: parsed, issues } = createFactParser(LOCALES)(
    { path: 'quizzes/facts/t.yaml', text: JSON.stringify(table) },
    't',
  );
  expect(issues).toEqual([]);
  expect(parsed && factQuestions({ table: parsed, locales: LOCALES, renderIn: () => String })).toEqual([]);
});

test('[C57] in random tables every generated question has one right answer in every locale', () => {
  let asked = 0;
  fc.assert(
    fc.property(tables, (table) => {
      const { deck, issues } = compileTable(table);
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const question of deck.questions) {
        asked += 1;
        for (const locale of LOCALES) {
          const text = question.texts[locale];
          expect(text && countRight(question, text, table, locale), `${question.id} in ${locale}`).toBe(1);
        }
      }
    }),
    SETTINGS,
  );
  expect(asked).toBeGreaterThan(500);
});

test('[C57] the generator makes nothing from tables that its checker refuses', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const { drafts, parsed } = draftsOf(table);
      expect(drafts.filter((draft) => !isProvedByTable(draft, parsed, LOCALES)).map(({ id }) => id)).toEqual(
        [],
      );
    }),
    SETTINGS,
  );
});

test.each<[string, (text: QuestionText) => QuestionText]>([
  [
    'another option marked',
    (text) => ({
      ...text,
      ...optionsOf(text, (all) => all.map((option) => ({ ...option, correct: !option.correct }))),
    }),
  ],
  [
    'two options marked',
    (text) => ({ ...text, ...optionsOf(text, (all) => all.map((option) => ({ ...option, correct: true }))) }),
  ],
  [
    'no option marked',
    (text) => ({
      ...text,
      ...optionsOf(text, (all) => all.map((option) => ({ ...option, correct: false }))),
    }),
  ],
  ['an option twice', (text) => ({ ...text, ...optionsOf(text, (all) => [...all, ...all.slice(0, 1)]) })],
  [
    'an unknown option',
    (text) => ({ ...text, ...optionsOf(text, (all) => all.map((option) => ({ ...option, text: 'x' }))) }),
  ],
  ['the other truth', (text) => (text.kind === 'true-false' ? { ...text, answer: !text.answer } : text)],
  ['another statement', (text) => (text.kind === 'true-false' ? { ...text, stem: 'x' } : text)],
  [
    'right sides moved',
    (text) =>
      text.kind === 'match'
        ? {
            ...text,
            pairs: text.pairs.map((pair, index) => ({
              ...pair,
              right: text.pairs.at(index - 1)?.right ?? '',
            })),
          }
        : text,
  ],
  [
    'a pair twice',
    (text) => (text.kind === 'match' ? { ...text, pairs: [...text.pairs, ...text.pairs] } : text),
  ],
])('[C58] the checker of tables refuses %s in one locale', (_what, change) => {
  const { drafts, parsed } = draftsOf(COLLECTORS);
  let changed = 0;
  for (const draft of drafts) {
    expect(isProvedByTable(draft, parsed, LOCALES)).toBe(true);
    const en = draft.texts.get('en');
    const authored = en && change(en.authored);
    if (!en || !authored || JSON.stringify(authored) === JSON.stringify(en.authored)) continue;
    changed += 1;
    const broken = { ...draft, texts: new Map([...draft.texts, ['en', { ...en, authored }]]) };
    expect(isProvedByTable(broken, parsed, LOCALES), draft.id).toBe(false);
  }
  expect(changed).toBeGreaterThan(0);
});

test('[C58] the checker of tables refuses a question whose cell is not known', () => {
  const { drafts } = draftsOf(COLLECTORS);
  const blank = {
    ...COLLECTORS,
    rows: COLLECTORS.rows.map((row) => ({ ...row, cells: [null, null, null, null] })),
  };
  const { parsed } = draftsOf(blank);
  expect(drafts.filter((draft) => isProvedByTable(draft, parsed, LOCALES))).toEqual([]);
});

test('[C59] reordering rows, columns and values changes nothing', () => {
  fc.assert(
    fc.property(plainTables, (table) => {
      const flip = <T>(items: readonly T[]) => items.toReversed();
      const reordered = {
        columns: flip(table.columns).map((column) => ({ ...column, values: flip(column.values) })),
        rows: flip(table.rows).map((row) => ({ ...row, cells: flip(row.cells) })),
      };
      expect(choicesOf(compileTable(reordered))).toEqual(choicesOf(compileTable(table)));
    }),
    SETTINGS,
  );
});

test('[C59] a new row keeps every id and changes options only by coming in', () => {
  fc.assert(
    fc.property(plainTables, plainTables, (table, other) => {
      const cells = table.columns.map(({ kind, values }, index) => {
        const cell = other.rows[0]?.cells[index] ?? null;
        const [first] = values;
        if (kind === 'number') return typeof cell === 'number' ? cell : 42;
        return kind === 'yes-no' ? ['yes'] : [first?.id ?? ''];
      });
      const rows = [{ id: 'added', label: textsOf('added'), cells }, ...table.rows];
      const before = choicesOf(compileTable(table));
      const after = choicesOf(compileTable({ ...table, rows }));
      for (const [id, options] of before) {
        const now = after.get(id);
        expect(now, id).toBeDefined();
        const isNumber = table.columns.find((column) => id.includes(column.id))?.kind === 'number';
        if (JSON.stringify(now) !== JSON.stringify(options)) {
          expect(
            now?.some((option) => option.includes('added') || isNumber),
            `${id}: ${now}`,
          ).toBe(true);
        }
      }
    }),
    SETTINGS,
  );
});

function VALUES() {
  return ['a', 'b', 'c'].map((id) => ({ id, text: textsOf(id) }));
}

function draftsOf(table: ModelTable) {
  const text = JSON.stringify(toFile(table));
  const { table: parsed } = createFactParser(LOCALES)({ path: 'quizzes/facts/t.yaml', text }, 't');
  if (parsed === undefined) throw new Error('unreadable table');
  const drafts: QuestionDraft[] = factQuestions({ table: parsed, locales: LOCALES, renderIn: () => String });
  return { drafts, parsed };
}
