import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  COVERAGE_FILE,
  type CourseSource,
  LOCK_FILE,
  PATHS_FILE,
  type SourceFile,
  TAGS_FILE,
} from '../compile/index.ts';

/** Folders that hold what authors write, relative to the project root. */
const COURSE_FOLDERS: readonly string[] = ['content/docs', 'content/figures', 'quizzes'];

/** Single files that a course may have, relative to the project root. */
const COURSE_FILES: readonly string[] = [COVERAGE_FILE, PATHS_FILE, TAGS_FILE];

/** How long the prose of a lesson should be, in the languages whose readers we know. */
const LESSON_LENGTHS: NonNullable<CourseSource['lengths']> = {
  zh: { min: 600, max: 2600, unit: 'characters' },
  en: { min: 400, max: 1700, unit: 'words' },
};

/**
 * Reads every authored file of a course under `root`, and its lock, which is empty if there is none. The first
 * locale is the default one.
 */
export async function loadCourse(root: string, settings: Omit<CourseSource, 'files'>): Promise<CourseSource> {
  const [lock, ...files] = await Promise.all([
    readOr(path.join(root, LOCK_FILE), ''),
    ...COURSE_FOLDERS.map((folder) => loadFolder(root, folder)),
    ...COURSE_FILES.map((file) => loadFile(root, file)),
  ]);
  return { lengths: LESSON_LENGTHS, ...settings, files: [...files.flat(), { path: LOCK_FILE, text: lock }] };
}

/** Whether a changed file, by absolute path, is one that {@link loadCourse} reads. */
export function isCourseFile(root: string, file: string): boolean {
  const relative = path.relative(root, file).split(path.sep).join('/');
  if (relative === LOCK_FILE || COURSE_FILES.includes(relative)) return true;
  return COURSE_FOLDERS.some((folder) => relative.startsWith(`${folder}/`));
}

async function readOr<Fallback>(file: string, fallback: Fallback): Promise<string | Fallback> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return fallback;
    throw error;
  });
}

/** One file, or none if it does not exist. */
async function loadFile(root: string, file: string): Promise<SourceFile[]> {
  const text = await readOr(path.join(root, file), undefined);
  return text === undefined ? [] : [{ path: file, text }];
}

async function loadFolder(root: string, folder: string): Promise<SourceFile[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const files = entries.filter((entry) => entry.isFile() && /\.(?:mdx?|svg|ya?ml)$/.test(entry.name));
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
