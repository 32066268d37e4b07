import { expect, test } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import { locateFile } from '../../src/compile/source.ts';
import { loadFixture } from './course-fixture.ts';
import { cardOf, compileBody, courseOf } from './course-text.ts';

const LOCALES = ['zh', 'en'];

test.each([
  [
    'content/docs/zh/heap/marking.md',
    { kind: 'lesson', locale: 'zh', module: 'heap', lesson: 'heap/marking' },
  ],
  [
    'content/docs/en/heap/marking.mdx',
    { kind: 'lesson', locale: 'en', module: 'heap', lesson: 'heap/marking' },
  ],
  ['content/docs/en/heap/a/b.md', { kind: 'lesson', locale: 'en', module: 'heap', lesson: 'heap/a/b' }],
  ['content/docs/en/heap/index.md', { kind: 'module', locale: 'en', module: 'heap' }],
  ['content/docs/en/index.mdx', { kind: 'page' }],
  ['content/docs/404.md', { kind: 'page' }],
  ['content/docs/fr/heap/marking.md', { kind: 'page' }],
  ['content/docs/en/_drafts/marking.md', undefined],
  ['content/docs/en/heap/graph.svg', undefined],
  ['quizzes/heap/marking.yaml', undefined],
])('[C1] %s', (path, location) => {
  expect(locateFile(path, LOCALES)).toEqual(location);
});

test('[C2] order is by sidebar.order, then by path, and not by the order of files', () => {
  const page = (path: string, order: string) => ({
    path: `content/docs/zh/${path}.md`,
    text: `---\ntitle: ${path}\ndescription: d\n${order}---\nText.\n`,
  });
  const files = [
    page('stack/index', 'sidebar:\n  order: 1\n'),
    page('heap/index', 'sidebar:\n  order: 2\n'),
    page('heap/b', 'sidebar:\n  order: 2\n'),
    page('heap/c', 'sidebar:\n  order: 1\n'),
    page('heap/a', ''),
    page('stack/z', ''),
    page('stack/y', ''),
  ];
  const compiled = compile({ locales: ['zh'], base: '/', files });
  const order = compiled.deck.modules.map(({ id, lessons }) => [id, ...lessons.map((lesson) => lesson.id)]);
  expect(order).toEqual([
    ['stack', 'stack/y', 'stack/z'],
    ['heap', 'heap/c', 'heap/b', 'heap/a'],
  ]);
  expect(compile({ locales: ['zh'], base: '/', files: files.toReversed() })).toEqual(compiled);
});

test('[C3] cards stand in course order, and those of a later locale come last in their lesson', () => {
  const zh = { marking: cardOf('b', 'Q', 'A'), sweeping: ':term[x]{#a}\n: y' };
  const en = {
    marking: `${cardOf('c', 'Q', 'A')}\n\n${cardOf('b', 'Q', 'A')}`,
    sweeping: ':term[x]{#a}\n: y',
  };
  const { deck } = compile({ locales: LOCALES, base: '/', files: courseOf({ zh, en }) });
  expect(deck.cards.map(({ id }) => id)).toEqual(['b', 'c', 'a.meaning', 'a.name']);
});

test('[C4] a term gives two sibling cards and an entry of the glossary', () => {
  const { deck, issues } = compileBody(
    ':term[Mark phase]{#mark alias="marking，标记、 tracing"}\n: Flags what is *live*.',
  );
  expect(issues).toEqual([]);
  expect(deck.cards).toMatchObject([
    {
      id: 'mark.meaning',
      kind: 'term-meaning',
      note: 'mark',
      lesson: 'heap/marking',
      rev: 1,
      faces: { en: { front: '<p>Mark phase</p>', back: '<p>Flags what is <em>live</em>.</p>' } },
    },
    {
      id: 'mark.name',
      kind: 'term-name',
      note: 'mark',
      faces: {
        en: {
          front: '<p>Flags what is <em>live</em>.</p>',
          back: '<p>Mark phase</p><p class="recall-aliases">marking · 标记 · tracing</p>',
        },
      },
    },
  ]);
  const text = {
    name: 'Mark phase',
    aliases: ['marking', '标记', 'tracing'],
    definition: '<p>Flags what is <em>live</em>.</p>',
  };
  expect(deck.terms).toEqual([{ id: 'mark', lesson: 'heap/marking', texts: { en: text } }]);
});

test('[C4] several terms of one list, several definitions and several paragraphs are kept apart', () => {
  const { deck } = compileBody(':term[`a`]{#a}\n: one\n\n  two\n: three\n\n:term[b]{#b}\n: four');
  const definitions = deck.terms.map(({ texts }) => texts.en?.definition);
  expect(definitions).toEqual(['<p>one</p>\n<p>two</p>\n<p>three</p>', '<p>four</p>']);
  expect(deck.cards[0]?.faces.en?.front).toBe('<p><code>a</code></p>');
});

test('[C6] a card has a front and a back', () => {
  const { deck } = compileBody(
    cardOf('why', 'Why **so**?', 'Because:\n\n- one\n- two').replace('#why', '#why rev=2 was="x"'),
  );
  expect(deck.cards).toMatchObject([
    {
      id: 'why',
      kind: 'basic',
      note: 'why',
      rev: 2,
      faces: {
        en: {
          front: '<p>Why <strong>so</strong>?</p>',
          back: '<p>Because:</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
        },
      },
    },
  ]);
});

test('[C7] one id in two locales is one card with the highest revision', () => {
  const zh = { marking: cardOf('why', '为什么？', '因为。') };
  const en = { marking: cardOf('why', 'Why?', 'Because.').replace('#why', '#why rev=3') };
  const { deck } = compile({ locales: LOCALES, base: '/', files: courseOf({ zh, en }) });
  expect(deck.cards).toHaveLength(1);
  expect(deck.cards[0]).toMatchObject({
    rev: 3,
    faces: { zh: { front: '<p>为什么？</p>' }, en: { front: '<p>Why?</p>' } },
  });
});

test('[C8] a mistake costs its own note only', () => {
  const { deck, issues } = compileBody(`${cardOf('bad', '', 'A')}\n\n${cardOf('good', 'Q', 'A')}`);
  expect(issues.map(({ code }) => code)).toEqual(['empty-side']);
  expect(deck.cards.map(({ id }) => id)).toEqual(['good']);
});

test('[C8] a duplicate keeps the first text', () => {
  const { deck } = compileBody(`${cardOf('why', 'First', 'A')}\n\n${cardOf('why', 'Second', 'B')}`);
  expect(deck.cards.map(({ faces }) => faces.en?.front)).toEqual(['<p>First</p>']);
});

test('[C8] a course with an unreadable file still has its other lessons', () => {
  const { deck } = compile({ locales: LOCALES, base: '/', files: loadFixture('unreadable-file') });
  expect(deck.cards[0]?.faces).toHaveProperty('zh');
  expect(deck.cards[0]?.faces).not.toHaveProperty('en');
});
