import { expect, it } from 'vitest';
import type { FactTable, FactTableText } from '../../../src/format/facts.ts';
import type { LessonId, NoteId, QuestionId } from '../../../src/format/id.ts';
import type { OptionKey, Question, QuestionText } from '../../../src/format/question.ts';
import { renderFactTable } from '../../../src/integration/lesson/fact-table.ts';
import { renderStaticQuiz } from '../../../src/integration/lesson/static-quiz.ts';

const text = (key: string, values: Readonly<Record<string, string>> = {}) =>
  [key, ...Object.values(values)].join(' ');

const TABLE: FactTableText = {
  title: 'Fruit',
  rowLabel: 'Name',
  columns: [
    { id: 'colour', label: 'Colour &amp; <em>hue</em>' },
    { id: 'stone', label: 'Stone' },
  ],
  rows: [
    {
      id: 'plum',
      label: 'Plum',
      cells: [{ text: 'blue', asOf: '2026-08', sources: [1] }, undefined],
    },
  ],
  sources: ['<a href="https://example.org/">Book</a>'],
};

it('a fact table names its rows and columns for a screen reader, also where a phone shows them as blocks', () => {
  const html = renderFactTable({ id: 'fruit' } as FactTable, TABLE, text);
  expect(html).toContain('<tr role="row" id="note-fruit.plum"><th scope="row" role="rowheader">Plum</th>');
  expect(html).toContain('data-label="Colour &amp; hue"');
  expect(html).toContain('<span>blue <small>facts.as-of 2026-08</small><sup>[1]</sup></span>');
  expect(html).toContain('facts.unknown');
  expect(html.match(/role="columnheader"/g)).toHaveLength(3);
});

const BASE = { stem: '<p>Why?</p>', hints: [], explanation: '<p>Because.</p>' };

it.each<[string, QuestionText, string[]]>([
  [
    'a choice',
    {
      ...BASE,
      kind: 'choice',
      multiple: false,
      options: [
        { key: 'a', text: 'Wrong', correct: false },
        { key: 'b', text: 'Right', correct: true },
      ],
    },
    ['<ol type="A"><li>Wrong</li><li>Right</li></ol>', 'data-pagefind-ignore><p>B</p>'],
  ],
  [
    'a choice of several',
    {
      ...BASE,
      kind: 'choice',
      multiple: true,
      options: ['a', 'b', 'c'].map((key) => ({ key: key as OptionKey, text: key, correct: key !== 'b' })),
    },
    ['data-pagefind-ignore><p>A · C</p>'],
  ],
  ['true or false', { ...BASE, kind: 'true-false', answer: false }, ['<p>static-quiz.false</p>']],
  ['a cloze', { ...BASE, kind: 'cloze', accepted: ['<b>', 'x'] }, ['<p>&lt;b&gt;</p>']],
  [
    'an order',
    {
      ...BASE,
      kind: 'order',
      items: [
        { key: 'a', text: 'second' },
        { key: 'b', text: 'first' },
      ],
    },
    ['<ul><li>first</li><li>second</li></ul>', '<ol><li>second</li><li>first</li></ol>'],
  ],
  [
    'a match',
    {
      ...BASE,
      kind: 'match',
      pairs: [
        { key: 'a', left: 'L1', right: 'Z' },
        { key: 'b', left: 'L2', right: 'A' },
      ],
    },
    ['<ul><li>L1</li><li>L2</li></ul><ul><li>A</li><li>Z</li></ul>', '<li>L1 — Z</li>'],
  ],
])('%s can be read without JavaScript, its answer in a disclosure', (_, shown, parts) => {
  const question = { id: 'q' as QuestionId } as Question;
  const quiz = { id: 'quiz' as NoteId, lesson: 'a/b' as LessonId, questions: [question.id] };
  const html = renderStaticQuiz(quiz, [{ question, shown }], text);
  for (const part of parts) expect(html).toContain(part);
  const [before = '', after = ''] = html.split('<details>');
  expect(before).not.toContain('Because.');
  expect(after).toContain('Because.');
});
