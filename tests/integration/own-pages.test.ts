import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listOwnPages } from '../../src/integration/own-pages.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'recall-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the pages beside the modules are listed as Starlight orders them', () => {
  mkdirSync(path.join(folder, 'module'));
  const pages = {
    'index.mdx': '',
    '_draft.md': '',
    'notes.txt': '',
    'b.md': '---\ntitle: B\n---\n',
    'a.mdx': '---\r\ntitle: A\r\nsidebar:\r\n  label: A\r\n---\r\n  order: 1',
    'last.md': '---\ntitle: L\nsidebar:\n  order: 2\n---\n',
    'first.md': '---\ntitle: F\nsidebar:\n  order: -1\n---\n',
    'moved.md': '---\ntitle: M\nslug: elsewhere\n---\n',
    'hidden.md': '---\ntitle: H\nsidebar:\n  hidden: true\n---\n',
    'unfinished.md': '---\ntitle: U\ndraft: true\n---\n',
  };
  for (const [name, text] of Object.entries(pages)) writeFileSync(path.join(folder, name), text);
  expect(listOwnPages(folder)).toEqual(['first', 'last', 'a', 'b', 'elsewhere']);
});

test('a folder that is not there has none', () => {
  expect(listOwnPages(path.join(folder, 'none'))).toEqual([]);
});
