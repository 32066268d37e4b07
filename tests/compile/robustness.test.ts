import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, formatIssue } from '../../src/compile/index.ts';
import { createIssue, sortIssues } from '../../src/compile/issue.ts';
import { BODY_LINE, cardOf, compileBody } from './course-text.ts';

const SETTINGS = { seed: 20261123, numRuns: 400 };

const FRAGMENTS = [
  ':::card{#a}\n',
  ':::card\n',
  ':::card{#A rev=x}\n',
  '::::card{#b}\n',
  ':::\n',
  '::::\n',
  '***\n',
  '---\n',
  ':term[x]{#t alias="y, z"}',
  ':term[]{#}',
  ':term',
  ': ',
  ':',
  ':::sources\n',
  ':::note[t]\n',
  '::leaf{#q}',
  '\n',
  '\n\n',
  '- ',
  '  ',
  '> ',
  '\t',
  '# h',
  '| a | b |\n|---|---|\n',
  '```\n',
  '<b>',
  '</div>',
  '<!--',
  '{x}',
  '{',
  '[a](/b)',
  '![i](x.png)',
  '[r]: http://x\n',
  '[^1]',
  '8080:80',
  '标记',
  '😀',
  '\uFEFF',
  '\r\n',
  '\0',
  '\uD800',
  'text',
  '---\ntitle: a\n---\n',
  '---\ntitle: [\n---\n',
  '+++\na = 1\n+++\n',
  'sidebar: 3',
  '&#0;',
  '\\',
  '`',
  '$$',
  '==',
] as const;

const fragments = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join(''));
const garbage = fc.oneof(
  fragments,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);
const paths = fc.constantFrom(
  'content/docs/zh/heap/a.md',
  'content/docs/en/heap/a.md',
  'content/docs/en/heap/b.mdx',
  'content/docs/zh/heap/index.md',
  'content/docs/zh/index.mdx',
  'content/docs/x.md',
  'quizzes/a.yaml',
  '',
  'content/docs/zh/heap/.md',
);
const files = fc.array(fc.record({ path: paths, text: garbage }), { maxLength: 4 });

test('[C16] no text makes the compiler throw, and every issue has a place', () => {
  fc.assert(
    fc.property(files, fc.boolean(), (input, isLesson) => {
      const header = isLesson ? '---\ntitle: a\ndescription: b\n---\n' : '';
      const texts = input.map(({ path, text }) => ({ path, text: header + text }));
      const { deck, issues } = compile({ locales: ['zh', 'en'], base: '/x/', files: texts });
      for (const issue of issues) {
        expect(formatIssue(issue)).toMatch(/^(?:content\/docs|quizzes)[^\n]*:[1-9]\d*:[1-9]\d* {2}[a-z-]+/);
      }
      for (const { faces } of deck.cards) {
        expect(JSON.stringify(faces)).not.toMatch(/<(?:script|b|div|iframe)[ >]/);
      }
    }),
    SETTINGS,
  );
});

test('[C16] deep nesting and no file at all are survived', () => {
  const deep = `${'> '.repeat(3000)}${':::note\n'.repeat(3000)}`;
  expect(compileBody(deep).issues.length).toBeGreaterThan(0);
  expect(compile({ locales: [], base: '', files: [] }).issues.map(({ code }) => code)).toEqual([
    'empty-course',
  ]);
});

test.each([
  ['plain', (text: string) => text],
  ['with a byte order mark', (text: string) => `\uFEFF${text}`],
  ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['with a byte order mark and CR', (text: string) => `\uFEFF${text.replaceAll('\n', '\r')}`],
])('[C18] places are those of the file: %s', (_how, change) => {
  const text = `---\ntitle: a\ndescription: b\n---\n😀 x\n\n- y\n\n  ${cardOf('Bad', 'Q', 'A').replaceAll('\n', '\n  ')}\n`;
  const path = 'content/docs/en/heap/a.md';
  const { issues } = compile({ locales: ['en'], base: '/', files: [{ path, text: change(text) }] });
  expect(issues.find(({ code }) => code === 'malformed-id')).toMatchObject({ line: 9, column: 3 });
});

test('[C18] a place in the body counts the lines of the frontmatter', () => {
  const [issue] = compileBody(cardOf('Bad', 'Q', 'A')).issues;
  expect(issue).toMatchObject({ line: BODY_LINE, column: 1 });
});

test('[C18] a byte order mark and old line ends do not shift what a face shows', () => {
  const path = 'content/docs/en/heap/a.md';
  const text = `---\ntitle: a\ndescription: b\n---\n${cardOf('x', 'One\ntwo?', 'Three.')}\n`;
  const facesOf = (variant: string) =>
    compile({ locales: ['en'], base: '/', files: [{ path, text: variant }] }).deck.cards[0]?.faces;
  expect(facesOf(text)).toEqual({ en: { front: '<p>One\ntwo?</p>', back: '<p>Three.</p>' } });
  expect(facesOf(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(facesOf(text));
});

test('[C15] issues at one place are sorted by code', () => {
  const place = { file: 'a.md', line: 1, column: 1 };
  const issues = [
    createIssue('missing-sources', place, { found: false }),
    createIssue('empty-file', place, { bodyOnly: false }),
    createIssue('empty-file', place, { bodyOnly: false }),
  ];
  expect(sortIssues(issues).map(({ code }) => code)).toEqual(['empty-file', 'missing-sources']);
});
