import { type MdastNode, markdownToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { readCard, readSources, readTerm } from '../../src/compile/index.ts';
import { walk } from '../../src/compile/tree.ts';
import { cardOf } from './course-text.ts';

function nodesOf(text: string): MdastNode[] {
  const root = markdownToMdast(text, { features: { directive: true, definitionList: true } });
  return walk(root).map(({ node }) => node);
}

test.each([
  [':term[a *b*]{#x alias="c,d"}\n: e', { id: 'x', name: 'a b', aliases: ['c', 'd'], isPlain: false }],
  [':term[a]{#x plain}\n: e', { id: 'x', name: 'a', aliases: [], isPlain: true }],
  [':term[a]{alias="a, b, b"}\n: e', { id: undefined, name: 'a', aliases: ['b'] }],
  ['The :term[a]{#x}\n: e', undefined],
  ['a\n: e', undefined],
  [':kbd[a]{#x}\n: e', undefined],
])('[C21] readTerm of %j', (text, expected) => {
  const [mark] = nodesOf(text).flatMap((node) => readTerm(node) ?? []);
  if (expected === undefined) expect(mark).toBeUndefined();
  else expect(mark).toMatchObject(expected);
});

test('[C21] readCard splits at the separator and leaves a label out', () => {
  const [mark] = nodesOf(cardOf('x', 'Q\n\nR', 'A').replace('card', 'card[Label]')).flatMap(
    (node) => readCard(node) ?? [],
  );
  expect(mark).toMatchObject({ id: 'x', revision: { rev: undefined, was: undefined } });
  expect([mark?.front.length, mark?.separators.length, mark?.back.length]).toEqual([2, 1, 1]);
});

test('[C21] readSources lists the links', () => {
  const [mark] = nodesOf(':::sources\n- [a](https://a)\n- [b](https://b): why\n:::').flatMap(
    (node) => readSources(node) ?? [],
  );
  expect(mark?.links.map(({ url }) => url)).toEqual(['https://a', 'https://b']);
});

test('[C21] other nodes are not read', () => {
  for (const node of nodesOf(':::note\ntext\n:::\n\n::card{#x}\n\n# h')) {
    expect([readTerm(node), readCard(node), readSources(node)]).toEqual([undefined, undefined, undefined]);
  }
});
