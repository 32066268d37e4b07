import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const HERE = new URL('./', import.meta.url);
const SPEC = new URL('../../src/scheduler/SPEC.md', import.meta.url);

/** The rule numbers that a pattern finds, each once, in order. */
function collect(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, rule = '']) => rule))].sort();
}

test('every rule of SPEC.md has a test that begins with its number, and every number a rule', () => {
  const tests = readdirSync(HERE)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, HERE), 'utf8'))
    .join('\n');
  const rules = [...readFileSync(SPEC, 'utf8').matchAll(/^- \*\*\[([A-Z]\d+)\]/gm)].map(
    ([, rule = '']) => rule,
  );
  expect(rules.length).toBeGreaterThan(20);
  expect(rules).toEqual([...new Set(rules)]);
  expect(collect(tests, /^\s*(?:test(?:\.each\([\s\S]*?\))?\(|\]\)\()?\s*['`]\[([A-Z]\d+)\] /gm)).toEqual(
    [...rules].sort(),
  );
});
