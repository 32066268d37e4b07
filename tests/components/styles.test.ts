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
