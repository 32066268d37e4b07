import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The paths of all files below a folder, with slashes and sorted. Glob patterns would take longer here than reading the
 * thousands of files of a large site.
 */
export function listBuiltFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}
