import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CourseSource, SourceFile } from '../../src/compile/index.ts';

/** The folder of a course without a mistake, which every fixture changes in a few files. */
export const BASE = '_base';

export const FIXTURES = path.join(import.meta.dirname, 'fixtures');

/** The files of a fixture over those of the base course; `no-base` and `remove` in a fixture leave base files out. */
export function loadFixture(name: string): SourceFile[] {
  const own = readFolder(name);
  const has = (file: string) => own.find((candidate) => candidate.path === file);
  const files = new Map<string, SourceFile>();
  for (const file of has('no-base') ? [] : readFolder(BASE)) files.set(file.path, file);
  for (const file of own) files.set(file.path, file);
  for (const line of has('remove')?.text.split('\n') ?? []) files.delete(line);
  return [...files.values()];
}

/** What a fixture sets of its site, in `settings.json`. */
export function loadSettings(name: string): Partial<CourseSource> {
  const file = path.join(FIXTURES, name, 'settings.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** The report that a fixture must give, to the character. */
export function expectedReport(name: string): string {
  return readFileSync(path.join(FIXTURES, name, 'expected.txt'), 'utf8');
}

function readFolder(name: string): SourceFile[] {
  const folder = path.join(FIXTURES, name);
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      path: path.relative(folder, file).split(path.sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }));
}
