import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOUSE } from './architecture/house.ts';
import type { SourceText } from './architecture/imports.ts';
import { findViolations } from './architecture/violations.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

test('src/ keeps the rules of the house', () => {
  const files = readSources('src');
  expect(files.length).toBeGreaterThan(0);
  expect(findViolations(files)).toEqual([]);
});

test('a house that is not built yet breaks no rule', () => {
  expect(findViolations([])).toEqual([]);
});

describe('every pair of folders', () => {
  for (const [name, room] of Object.entries(HOUSE)) {
    const from = name === 'index.ts' ? 'src/index.ts' : `src/${name}/a.ts`;
    for (const other of Object.keys(HOUSE).filter((key) => key !== name && key !== 'index.ts')) {
      const isAllowed = room.folders.includes(other);
      test(`${name} ${isAllowed ? 'may' : 'may not'} import ${other}`, () => {
        const specifier = name === 'index.ts' ? `./${other}/b.ts` : `../${other}/b.ts`;
        const violations = findViolations([
          file(from, `import { b } from '${specifier}';`),
          file(`src/${other}/b.ts`, 'export const b = 1;'),
        ]);
        const sentence = expect.stringMatching(
          new RegExp(`^${from} imports src/${other}/b.ts, but ${name} may import`),
        );
        expect(violations).toEqual(isAllowed ? [] : [sentence]);
      });
    }
  }
});

describe('what breaks a rule', () => {
  const cases: readonly (readonly [title: string, files: readonly SourceText[], sentence: string])[] = [
    [
      'a folder that may not know another',
      [file('src/quiz/a.ts', `import { x } from '../store/log.ts';`)],
      'src/quiz/a.ts imports src/store/log.ts, but quiz may import only from quiz and format.',
    ],
    [
      'a type import',
      [file('src/scheduler/a.ts', `import type { X } from '../store/log.ts';`)],
      'src/scheduler/a.ts imports src/store/log.ts, but scheduler may import only from scheduler and format.',
    ],
    [
      'an import of a type by its path',
      [file('src/scheduler/a.ts', `export type X = import('../quiz/a.ts').X;`)],
      'src/scheduler/a.ts imports src/quiz/a.ts, but scheduler may import only from scheduler and format.',
    ],
    [
      'an export from elsewhere',
      [file('src/store/a.ts', `export * from '../quiz/a.ts';`)],
      'src/store/a.ts imports src/quiz/a.ts, but store may import only from store and format.',
    ],
    [
      'a dynamic import',
      [file('src/offline/a.ts', `const x = await import('../store/a.ts');`)],
      'src/offline/a.ts imports src/store/a.ts, but offline may import only from offline and format.',
    ],
    [
      'the frontmatter of a component',
      [file('src/components/A.astro', `---\nimport { x } from '../compile/index.ts';\n---\n<p>{x}</p>`)],
      'src/components/A.astro imports src/compile/index.ts, but components may import only from components, format, quiz, scheduler, store and search.',
    ],
    [
      'a script of a component',
      [
        file(
          'src/components/A.astro',
          `<p></p>\n<script>\n  import { x } from '../compile/a.ts';\n  x();\n</script>`,
        ),
      ],
      'src/components/A.astro imports src/compile/a.ts, but components may import only from components, format, quiz, scheduler, store and search.',
    ],
    [
      'a script by its address',
      [file('src/routes/a.astro', `<script src="../store/a.ts"></script>`)],
      'src/routes/a.astro imports src/store/a.ts, but routes may import only from routes, format, components and search.',
    ],
    [
      'the front door past the hall',
      [file('src/index.ts', `export { x } from './compile/index.ts';`)],
      'src/index.ts imports src/compile/index.ts, but index.ts may import only from integration.',
    ],
    [
      'an import from outside',
      [file('src/components/a.ts', `import data from '../../content/data.json';`)],
      'src/components/a.ts imports content/data.json, but nothing in src/ imports from outside of it.',
    ],
    [
      'a package that a folder does not use',
      [file('src/compile/a.ts', `import { readFile } from 'node:fs/promises';`)],
      'src/compile/a.ts imports node:fs/promises, but compile may use only the packages zod, js-yaml-5, yaml, satteri and mdast (types only).',
    ],
    [
      'values from a package of types',
      [file('src/compile/a.ts', `import { u } from 'mdast';`)],
      'src/compile/a.ts imports mdast, but compile may use only the packages zod, js-yaml-5, yaml, satteri and mdast (types only).',
    ],
    [
      'any package in format',
      [file('src/format/a.ts', `import { z } from 'zod';`)],
      'src/format/a.ts imports zod, but format may use no package.',
    ],
    [
      'Starlight internals in a component',
      [file('src/components/a.tsx', `import { x } from '@astrojs/starlight/props';`)],
      'src/components/a.tsx imports @astrojs/starlight/props, but components may use only the packages astro, astro/*, astro:*, preact, preact/hooks, @preact/signals, virtual:* and @astrojs/starlight/components.',
    ],
    [
      'a second file around ts-fsrs',
      [
        file('src/scheduler/fsrs.ts', `import { fsrs } from 'ts-fsrs';`),
        file('src/scheduler/b.ts', `import type { Card } from 'ts-fsrs';`),
      ],
      'ts-fsrs is imported by src/scheduler/fsrs.ts and src/scheduler/b.ts, but exactly one file may wrap it.',
    ],
    [
      'a clock in the scheduler',
      [file('src/scheduler/a.ts', 'export const now = () => Date.now();')],
      'src/scheduler/a.ts uses Date.now, but scheduler never uses document, window, localStorage, sessionStorage, indexedDB, Date.now, new Date(), performance.now and Math.random.',
    ],
    [
      'a clock by another door',
      [file('src/quiz/a.ts', 'export const now = () => +new Date();')],
      'src/quiz/a.ts uses new Date(), but quiz never uses document, window, localStorage, sessionStorage, indexedDB, Date.now, new Date() and performance.now.',
    ],
    [
      'chance in the scheduler',
      [file('src/scheduler/a.ts', 'const { random } = Math;\nexport const x = [random()];')],
      'src/scheduler/a.ts uses Math.random, but scheduler never uses document, window, localStorage, sessionStorage, indexedDB, Date.now, new Date(), performance.now and Math.random.',
    ],
    [
      'the page in the store',
      [file('src/store/a.ts', 'export const title = () => globalThis.document.title;')],
      'src/store/a.ts uses document, but store never uses document and window outside of src/store/browser.ts.',
    ],
    [
      'a cycle of files',
      [
        file('src/quiz/b.ts', `import { c } from './c.ts';`),
        file('src/quiz/c.ts', `import { a } from './a.ts';`),
        file('src/quiz/a.ts', `import { b } from './b.ts';`),
      ],
      'src/quiz/a.ts → src/quiz/b.ts → src/quiz/c.ts → src/quiz/a.ts is a cycle of imports: move what both need into a file of its own.',
    ],
    [
      'an empty name',
      [file('src/quiz/utils.ts', '')],
      'src/quiz/utils.ts says nothing by the name “utils.ts”: name the one thing that it is.',
    ],
    [
      'a folder that is no part of the house',
      [file('src/exchange/a.ts', '')],
      'src/exchange/a.ts is in “exchange”, which is no part of the house: it has index.ts, format, compile, quiz, scheduler, store, search, components, routes, offline and integration.',
    ],
    [
      'the subject of the course, also in a comment',
      [file('src/quiz/SPEC.md', 'A KVM guest.')],
      'src/quiz/SPEC.md says “KVM”, but the engine does not know what a course is about.',
    ],
    [
      'the subject of the course in Chinese',
      [file('src/quiz/a.ts', `const example = '半虚拟化';`)],
      'src/quiz/a.ts says “虚拟化”, but the engine does not know what a course is about.',
    ],
  ];

  test.each(cases)('%s', (_title, files, sentence) => {
    expect(findViolations(files)).toEqual([sentence]);
  });
});

describe('what breaks none', () => {
  test.each<[string, SourceText]>([
    ['its own folder', file('src/quiz/a.ts', `import { b } from './kinds/b.ts';`)],
    ['types from a package of types', file('src/compile/a.ts', `import type { Root } from 'mdast';`)],
    ['inline types from it', file('src/compile/a.ts', `import { type Root } from 'mdast';`)],
    ['a virtual module', file('src/components/a.ts', `import { options } from 'virtual:recall/options';`)],
    [
      'an address known at run time',
      file('src/components/a.ts', 'const search = (url: string) => import(url);'),
    ],
    [
      'the page in browser.ts',
      file('src/store/browser.ts', 'export const open = () => window.localStorage;'),
    ],
    [
      'a parameter called document',
      file('src/store/a.ts', 'export const f = (document: string) => document.length;'),
    ],
    ['a member called window', file('src/store/a.ts', 'export const f = (x: { window: 1 }) => x.window;')],
    ['a date of a given time', file('src/scheduler/a.ts', 'export const f = (at: number) => new Date(at);')],
    ['a forbidden name in a comment', file('src/scheduler/a.ts', '// Never Date.now, never Math.random.')],
    ['a CSS container', file('src/components/a.css', '.a { container-type: inline-size; }')],
  ])('%s', (_title, source) => {
    expect(findViolations([source])).toEqual([]);
  });
});

function file(name: string, text: string): SourceText {
  return { path: name, text };
}

function readSources(folder: string): SourceText[] {
  const root = path.join(ROOT, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(path.join(ROOT, name), 'utf8') }));
}
