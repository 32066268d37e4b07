import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../..');
const files = globSync('.github/workflows/*.yml', { cwd: ROOT });

test.each(files)(
  '%s runs nothing that its author could change afterwards, and may do only what it says',
  (file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const uses = [...text.matchAll(/uses:\s*(.*)/g)].map(([, use]) => use);
    expect(uses.length).toBeGreaterThan(0);
    for (const use of uses) expect(use).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
    expect(parse(text).permissions).toEqual({ contents: 'read' });
  },
);
