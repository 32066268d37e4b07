import { readdirSync } from 'node:fs';
import path from 'node:path';
import { rememberEach } from './remember-each.ts';

/**
 * The paths of all files below a folder, with slashes and sorted. Glob patterns would take longer here than reading the
 * thousands of files of a large site.
 */
export function listBuiltFiles(folder: string): readonly string[] {
  // Most files stand in a folder with others.
  const startOf = rememberEach((parent) => {
    const inside = path.relative(folder, parent).split(path.sep).join('/');
    return inside === '' ? '' : `${inside}/`;
  });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => startOf(parentPath) + name)
    .sort();
}
