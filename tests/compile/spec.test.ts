import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SPEC = path.join(import.meta.dirname, '../../src/compile/SPEC.md');

test('every rule of SPEC.md has a test, and every numbered test has a rule', () => {
  const rules = readFileSync(SPEC, 'utf8').match(/(?<=^- \[)C\d+(?=\])/gm) ?? [];
  const titles = globSync('*.test.ts', { cwd: import.meta.dirname }).flatMap((file) => {
    const text = readFileSync(path.join(import.meta.dirname, file), 'utf8');
    return text.match(/(?<=^\s*(?:test|test\.each\([\s\S]*?\))\(\s*['`]\[)C\d+(?=\])/gm) ?? [];
  });
  expect(rules).toHaveLength(new Set(rules).size);
  expect([...new Set(titles)].sort()).toEqual([...rules].sort());
});
