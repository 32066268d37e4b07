import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import fc from 'fast-check';
import { markdownToHtml, markdownToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { createSlugger, headingText } from '../../src/compile/heading-slug.ts';
import { compile } from '../../src/compile/index.ts';
import { measureProse } from '../../src/compile/prose.ts';
import { walk } from '../../src/compile/tree.ts';
import { cardOf, courseOf } from './course-text.ts';

const LOCALES = ['zh', 'en'];
const FEATURES = { directive: true, definitionList: true, headingAttributes: true };

function issuesOf(text: string, routes?: readonly string[]) {
  const card = cardOf('a', 'Q', 'A');
  const bodies = {
    zh: { marking: card, only: cardOf('b', 'Q', 'A') },
    en: { marking: `${card}\n\n## Two words\n\n${text}` },
  };
  const { issues } = compile({
    locales: LOCALES,
    base: '/x/',
    files: courseOf(bodies),
    ...(routes ? { routes } : {}),
  });
  return issues.filter(({ code }) => code !== 'untranslated-lesson').map(({ code }) => code);
}

/** The anchors that Astro gives the headings of a page, in their order. */
async function astroSlugs(text: string): Promise<string[]> {
  const { html } = await markdownToHtml(text, {
    features: { gfm: true, smartPunctuation: true, headingAttributes: true },
    hastPlugins: [satteriHeadingIdsPlugin()],
  });
  return [...html.matchAll(/<h[1-6] id="([^"]*)"/g)].map(([, id = '']) => id);
}

function ownSlugs(text: string): string[] {
  const slug = createSlugger();
  const root = markdownToMdast(text, { features: FEATURES });
  return walk(root).flatMap(({ node }) => (node.type === 'heading' ? [slug(headingText(node, text))] : []));
}

test.each([
  '## Two words\n\n## Two words\n\n## Two words 1\n\n## Two words',
  '## 为什么需要虚拟机？\n\n## 根、堆与“栈”',
  "## What's *new* in `--flag`, [here](/a/)?",
  '## a -- b --- c ... d',
  '## C++ & Rust: 100 % _safe_',
  '### ÀÉ ß Ⅷ 🎉 x_y',
  '## &lt;tag&gt; and \\*stars\\*',
])('[C78] headings have the anchors that Astro gives them: %j', async (text) => {
  expect(ownSlugs(text)).toEqual(await astroSlugs(text));
});

test('[C78] headings of any words have the anchors that Astro gives them', async () => {
  const word = fc.stringMatching(/^[A-Za-z0-9\u4e00-\u9fa5\u00c0-\u00ff.,!?()+/、。（）“”%-]{1,8}$/);
  const heading = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `## x ${words.join(' ')}`);
  const pages = fc.array(heading, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n\n'));
  await fc.assert(
    fc.asyncProperty(pages, async (text) => {
      expect(ownSlugs(text)).toEqual(await astroSlugs(text));
    }),
    { seed: 20261123, numRuns: 200 },
  );
});

test.each([
  ['[a](/en/heap/marking/)', []],
  ['[a](/en/heap/)', []],
  ['[a](/)', []],
  ['[a](./)', []],
  ['[a](../marking/?q=1#two-words)', []],
  ['[a](#note-a)', []],
  ['[a](/en/heap/only/#note-b)', []],
  ['[a](/en/review/)', []],
  ['[a](https://example.org/none) [b](mailto:a@example.org) [c](//example.org/x)', []],
  ['[a](/images/graph.svg)', []],
  ['`[a](/en/none/)`', []],
  ['[a](/en/none/)', ['broken-link']],
  ['<a href="/en/none/">a</a>', ['broken-link']],
  ['[a]\n\n[a]: /en/none/', ['broken-link']],
  ['[a](#three-words)', ['broken-anchor']],
  ['[a](/en/heap/marking)', ['missing-trailing-slash']],
  ['[a](/zh/heap/marking/)', ['other-language-link']],
])('[C79] %s', (text, codes) => {
  expect(issuesOf(text)).toEqual(codes);
});

test('[C79] the pages that a site adds are those that it names', () => {
  expect(issuesOf('[a](/en/index/)', ['index'])).toEqual([]);
  expect(issuesOf('[a](/en/review/)', ['index'])).toEqual(['broken-link']);
});

test('[C79] a link in a question is checked on the page of its lesson', () => {
  const quiz = `lesson: heap/marking
questions:
  - id: q-roots
    kind: true-false
    tests: a
    stem: { zh: 一句陈述。, en: "A statement, see [there](/en/none/)." }
    answer: true
    explanation: { zh: "见[此处](#note-a)。", en: "See [here](#note-a)." }
`;
  const body = `${cardOf('a', 'Q', 'A')}\n\n::quiz{#marking}`;
  const files = courseOf({ zh: { marking: body }, en: { marking: body } });
  const { issues } = compile({
    locales: LOCALES,
    base: '/',
    files: [...files, { path: 'quizzes/heap/marking.yaml', text: quiz }],
  });
  expect(issues).toMatchObject([{ code: 'broken-link', file: 'quizzes/heap/marking.yaml', line: 6 }]);
});

test.each([
  ['Ports 8080:80 of image:latest at 12:30', []],
  ['A bare :term in prose', []],
  ['x:tern', []],
  ['A :tern here', ['stray-directive']],
])('[C80] %s', (text, codes) => {
  expect(issuesOf(text)).toEqual(codes);
});

test.each([
  ['Two words', 2],
  ["It's state-of-the-art", 2],
  ['回收器 mark 对象', 6],
  ['one\n\ntwo\n\n- three\n- four', 4],
  ['| a | b |\n|---|---|\n| c | d |', 4],
  [`one\n\n${cardOf('a', 'not counted', 'nor this')}\n\n:::sources\n- [not](https://example.org/)\n:::`, 1],
  ['one\n\n```sh\nnot counted\n```', 1],
  ['**bo**ld `code`', 2],
])('[C81] the length of %j is %i', (text, length) => {
  expect(measureProse(markdownToMdast(text, { features: FEATURES }))).toBe(length);
});

test.each([
  [1, []],
  [2, []],
  [3, ['lesson-length']],
])('[C81] a lesson shorter than %i words is reported, and one of that length not', (min, codes) => {
  const files = courseOf({ en: { marking: `Two words.\n\n${cardOf('a', 'Q', 'A')}` } });
  const lengths = { en: { min, max: 2, unit: 'words' as const } };
  expect(compile({ locales: ['en'], base: '/', files, lengths }).issues.map(({ code }) => code)).toEqual(
    codes,
  );
});
