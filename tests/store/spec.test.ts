import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const spec = new URL('../../src/store/SPEC.md', import.meta.url);
const folder = new URL('./', import.meta.url);

test('every rule of SPEC.md has a test, and every numbered test a rule', () => {
  const rules = numbers(readFileSync(spec, 'utf8'), /^- \[S(\d+)\]/gm);
  const tests = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts') && name !== 'spec.test.ts')
    .flatMap((name) => numbers(readFileSync(new URL(name, folder), 'utf8'), /['"`]\[S(\d+)\]/g));
  expect(rules).toEqual(rules.map((_, index) => index + 1));
  expect([...new Set(tests)].toSorted((a, b) => a - b)).toEqual(rules);
});

function numbers(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map(([, digits]) => Number(digits));
}
