import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CourseSource, SourceFile } from '../compile/index.ts';

/** Folders that hold what authors write, relative to the project root. */
export const COURSE_FOLDERS: readonly string[] = ['content/docs', 'quizzes'];

/** Reads every authored file of a course under `root`; the first locale is the default one. */
export async function loadCourse(root: string, settings: Omit<CourseSource, 'files'>): Promise<CourseSource> {
  const files = await Promise.all(COURSE_FOLDERS.map((folder) => loadFolder(root, folder)));
  return { ...settings, files: files.flat() };
}

async function loadFolder(root: string, folder: string): Promise<SourceFile[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const files = entries.filter((entry) => entry.isFile() && /\.(?:mdx?|ya?ml)$/.test(entry.name));
  return Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return {
        path: path.relative(root, file).split(path.sep).join('/'),
        text: await readFile(file, 'utf8'),
      };
    }),
  );
}
