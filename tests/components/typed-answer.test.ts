import { expect, it } from 'vitest';
import { compareTyped, expectedAnswers } from '../../src/components/review/typed-answer.ts';
import type { CardKind } from '../../src/format/deck.ts';

const ALIASES = '<p class="recall-aliases">半虚拟化 · PV</p>';

it.each<[CardKind, string, readonly string[]]>([
  ['term-name', `<p>Para<em>virt</em></p>${ALIASES}`, ['Paravirt', '半虚拟化', 'PV']],
  ['fact', '<p>yes &amp; no</p>', ['yes & no']],
  ['basic', '<p>ring 3</p>', ['ring 3']],
  ['basic', '<p>A sentence that nobody wants to type, at all.</p>', []],
  ['basic', '<p>two</p><p>paragraphs</p>', []],
  ['basic', '<p>before</p><pre>code</pre>', []],
  ['cloze', '<p>Requests wait in a <mark class="recall-cloze">ring</mark> of memory, as said.</p>', ['ring']],
])('%s: %s is answered by %j', (kind, back, expected) => {
  expect(expectedAnswers(kind, back)).toEqual(expected);
});

it.each([
  ['Ring', true, [{ type: 'same', text: 'ring' }]],
  [' ｒｉｎｇ ', true, [{ type: 'same', text: 'ring' }]],
  ['rnig', false, undefined],
  [
    'rin',
    false,
    [
      { type: 'same', text: 'rin' },
      { type: 'missing', text: 'g' },
    ],
  ],
  [
    'rings',
    false,
    [
      { type: 'same', text: 'ring' },
      { type: 'extra', text: 's' },
    ],
  ],
  ['环', true, [{ type: 'same', text: '环' }]],
  [
    '虚拟 CPU',
    false,
    [
      { type: 'extra', text: '虚拟 CPU' },
      { type: 'missing', text: '环' },
    ],
  ],
])('“%s”: right %s', (typed, isRight, parts) => {
  const found = compareTyped(typed, ['ring', '环']);
  expect(found.isRight).toBe(isRight);
  if (parts) expect(found.parts).toEqual(parts);
});

it('what is the same and missing make the expected answer, what is the same and extra the typed one', () => {
  const { parts } = compareTyped('hypervizers', ['hypervisor']);
  const join = (types: readonly string[]) =>
    parts
      .filter(({ type }) => types.includes(type))
      .map(({ text }) => text)
      .join('');
  expect(join(['same', 'missing'])).toBe('hypervisor');
  expect(join(['same', 'extra'])).toBe('hypervizers');
});
