import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ORDER = '@layer starlight, recall;';

// A build may put any stylesheet first, and the first one that names layers decides which of them wins.
it.each(globSync('src/components/styles/*.css', { cwd: ROOT }))(
  '%s says which layer wins before it uses one',
  (file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const used = text.indexOf('@layer recall {');
    expect(used).toBeGreaterThan(0);
    expect(text.indexOf(ORDER)).toBeGreaterThanOrEqual(0);
    expect(text.indexOf(ORDER)).toBeLessThan(used);
  },
);

// Sheets of several screens may meet on one page: a lesson with a quiz has those of both.
it('no two stylesheets style the same class by itself', () => {
  const owners = new Map<string, string[]>();
  for (const file of globSync('src/components/styles/*.css', { cwd: ROOT })) {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    // Rules at the top of the layer, not what a media query changes of them.
    const names = new Set([...text.matchAll(/^ {2}\.(recall-[\w-]+) \{/gm)].map(([, name = '']) => name));
    for (const name of names) owners.set(name, [...(owners.get(name) ?? []), file]);
  }
  expect(owners.size).toBeGreaterThan(100);
  expect([...owners].filter(([, files]) => files.length > 1)).toEqual([]);
});
