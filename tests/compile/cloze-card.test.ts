import fc from 'fast-check';
import { type MdastNode, markdownToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { compile, hideClozes, isClozeCard, markClozes, readCard } from '../../src/compile/index.ts';
import { plainText, walk } from '../../src/compile/tree.ts';
import { compileBody, courseOf } from './course-text.ts';

const clozeCard = (body: string, id = 'walk') => `:::card{#${id}}\n${body}\n:::`;
const BLANK = (words: string) => `<span class="recall-blank">${words}</span>`;

test('[C41] each cloze is a card of its own, with the others as text', () => {
  const { deck, issues } = compileBody(
    clozeCard('From ==roots==[where]{#from} along ==**references**=={#along}.'),
  );
  expect(issues).toEqual([]);
  expect(deck.cards).toMatchObject([
    {
      id: 'walk.from',
      kind: 'cloze',
      note: 'walk',
      faces: {
        en: {
          front: `<p>From ${BLANK('where')} along <strong>references</strong>.</p>`,
          back: '<p>From <mark>roots</mark> along <strong>references</strong>.</p>',
        },
      },
    },
    {
      id: 'walk.along',
      kind: 'cloze',
      note: 'walk',
      faces: {
        en: {
          front: `<p>From roots along ${BLANK('…')}.</p>`,
          back: '<p>From roots along <mark><strong>references</strong></mark>.</p>',
        },
      },
    },
  ]);
});

test.each([
  ['- a ==b==', `<ul>\n<li>a ${BLANK('…')}</li>\n</ul>`],
  ['**a ==b==**', `<p><strong>a ${BLANK('…')}</strong></p>`],
  ['==8080:80==', `<p>${BLANK('…')}</p>`],
  ['==a==[x:y] nginx:latest', `<p>${BLANK('x:y')} nginx:latest</p>`],
  ['==a==[x & y]', `<p>${BLANK('x &amp; y')}</p>`],
  ['a`==`b ==c==', `<p>a<code>==</code>b ${BLANK('…')}</p>`],
  ['==a\nb== c', `<p>${BLANK('…')} c</p>`],
  ['=== ==a== ===', `<p>=== ${BLANK('…')} ===</p>`],
  ['[x](/en/heap/marking/) ==a==', `<p><a href="/b/en/heap/marking/">x</a> ${BLANK('…')}</p>`],
])('[C43] the front of %j', (body, front) => {
  const { deck, issues } = compileBody(clozeCard(body), '/b/');
  expect(issues).toEqual([]);
  expect(deck.cards.map(({ id, faces }) => [id, faces.en?.front])).toEqual([['walk.cloze', front]]);
});

test.each(['==a==\n\n***\n\nb', '==a b', '`==a==`', '== a ==', '==a **b== c**'])(
  '[C43] %j is no card of clozes',
  (body) => {
    const { deck, issues } = compileBody(clozeCard(body));
    expect(deck.cards).toEqual([]);
    expect(issues.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  },
);

test.each([
  ['==a==', ['walk.cloze'], []],
  ['==a=={#x}', ['walk.x'], []],
  ['==a=={#x} ==b=={#y}', ['walk.x', 'walk.y'], []],
  ['==b=={#y} ==a=={#x}', ['walk.y', 'walk.x'], []],
  ['==a== ==b=={#y}', [], ['unlabelled-cloze']],
  ['==a=={#x} ==b=={#x}', [], ['duplicate-id']],
  ['==a=={#X}', [], ['malformed-id']],
  ['==a=={#x} ==b', [], ['unclosed-cloze']],
])('[C42] the cards of %j', (body, ids, codes) => {
  const { deck, issues } = compileBody(clozeCard(body));
  expect(issues.map(({ code }) => code)).toEqual(codes);
  expect(deck.cards.map(({ id }) => id)).toEqual(ids);
});

test('[C42] in MDX the brace of a label is escaped, also in the proposal', () => {
  const compiled = (body: string) => {
    const [index, lesson] = courseOf({ en: { marking: clozeCard(body) } });
    const files = [index, lesson].flatMap((file) =>
      file ? [{ ...file, path: file.path.replace('marking.md', 'marking.mdx') }] : [],
    );
    return compile({ locales: ['en'], base: '/', files });
  };
  expect(compiled('==a==\\{#x} ==b==\\{#y}').deck.cards.map(({ id }) => id)).toEqual(['walk.x', 'walk.y']);
  const [issue] = compiled('==top== ==b==').issues;
  expect(issue?.hint).toContain('`==top==\\{#top} … ==b==\\{#c2}`');
});

test('[C42] labels are compared between languages', () => {
  const bodies = {
    zh: { marking: clozeCard('==甲=={#x} ==乙=={#y}') },
    en: { marking: clozeCard('==a=={#x} ==b=={#z}') },
  };
  const { issues, deck } = compile({ locales: ['zh', 'en'], base: '/', files: courseOf(bodies) });
  expect(issues.map(({ code, file }) => [code, file.slice(13, 15)])).toEqual([
    ['cloze-missing-in-locale', 'en'],
    ['cloze-missing-in-locale', 'zh'],
  ]);
  expect(deck.cards.map(({ id, faces }) => [id, Object.keys(faces)])).toEqual([
    ['walk.x', ['zh', 'en']],
    ['walk.y', ['zh']],
    ['walk.z', ['en']],
  ]);
});

test.each([
  ['==a=={#x} ==b=={#y}', '==a=={#x} b', true],
  ['==a=={#x} ==b=={#y}', '==a=={#x} ==b==[h]{#z}', true],
  ['==a=={#x}', '==a==[h]{#x}', false],
  ['==a=={#x} b', '==a=={#x} c', false],
  ['==a=={#x} b', '==c=={#x} b', false],
  ['==a=={#x} b a', 'a b ==a=={#x}', false],
  ['`==` ==a=={#x} ==b=={#y}', '`==` ==a=={#x} b', true],
])('[C44] the digest of x in %j and in %j: the same is %j', (before, after, isSame) => {
  const digestOf = (body: string) => {
    const { deck, issues } = compileBody(clozeCard(body));
    expect(issues).toEqual([]);
    return deck.cards.find(({ id }) => id === 'walk.x')?.digest;
  };
  expect(digestOf(before) === digestOf(after)).toBe(isSame);
});

test('[C12] reordering clozes and changing words keeps every id', () => {
  const clozes = fc.uniqueArray(
    fc.record({
      label: fc.stringMatching(/^[a-z]{2,6}$/),
      text: fc.stringMatching(/^[a-z]{2,6}( [a-z]{2,6})?$/),
    }),
    { minLength: 1, maxLength: 5, selector: ({ label }) => label },
  );
  fc.assert(
    fc.property(clozes, (model) => {
      const idsOf = (parts: typeof model, glue: string) => {
        const body = parts.map(({ label, text }) => `==${text}=={#${label}}`).join(glue);
        const { deck, issues } = compileBody(clozeCard(`See: ${body}.`));
        expect(issues).toEqual([]);
        return deck.cards.map(({ id }) => id).sort();
      };
      const edited = model.map((part) => ({ ...part, text: `${part.text} too` }));
      expect(idsOf(edited.toReversed(), ', then ')).toEqual(idsOf(model, ' and '));
    }),
    { seed: 20261123, numRuns: 50 },
  );
});

test('[C45] the nodes of a page are hidden and marked by the same grammar', () => {
  const text = clozeCard('From ==roots==[where]{#from} to ==*all* of 8080:80=={#to}.');
  const root = markdownToMdast(text, { features: { directive: true } });
  const [card] = walk(root).flatMap(({ node }) => readCard(node) ?? []);
  if (card === undefined) throw new Error('Inconsistent: no card');
  expect(isClozeCard(card)).toBe(true);
  const words = (blocks: readonly MdastNode[]) => blocks.map(plainText).join();
  expect(words(hideClozes(card.front))).toBe('From where to ….');
  expect(words(hideClozes(card.front, 'to'))).toBe('From roots to ….');
  expect(words(markClozes(card.front))).toBe('From roots to all of 8080:80.');
  const marks = markClozes(card.front, 'from').flatMap((block) => walk(block));
  const data = marks.flatMap(({ node }) => ('data' in node && node.data ? [node.data] : []));
  expect(data).toEqual([{ hName: 'mark', hProperties: {} }]);
});
