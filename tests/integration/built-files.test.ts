import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { listBuiltFiles } from '../../src/integration/built-files.ts';

let folder = '';

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('lists files of all depths in order, and no folder, whatever its name', () => {
  folder = mkdtempSync(path.join(tmpdir(), 'built-files-'));
  for (const file of ['zh/node.js/index.html', 'index.html', 'a b.css', 'zh/index.html']) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), '');
  }
  expect(listBuiltFiles(folder)).toEqual(['a b.css', 'index.html', 'zh/index.html', 'zh/node.js/index.html']);
});
