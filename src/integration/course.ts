import { readdirSync, readFileSync } from 'node:fs';
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
 * locale is the default one. Waits for no file: thousands of small ones take a fraction of the time.
 */
export function loadCourse(root: string, settings: Omit<CourseSource, 'files'>): CourseSource {
  const files = [
    ...COURSE_FOLDERS.flatMap((folder) => loadFolder(root, folder)),
    ...COURSE_FILES.flatMap((file) => loadFile(root, file) ?? []),
    loadFile(root, LOCK_FILE) ?? { path: LOCK_FILE, text: '' },
  ];
  return { lengths: LESSON_LENGTHS, ...settings, files };
}

/** Whether a changed file, by absolute path, is one that {@link loadCourse} reads. */
export function isCourseFile(root: string, file: string): boolean {
  const relative = path.relative(root, file).split(path.sep).join('/');
  if (relative === LOCK_FILE || COURSE_FILES.includes(relative)) return true;
  return COURSE_FOLDERS.some((folder) => relative.startsWith(`${folder}/`));
}

/** One file; `undefined` if it does not exist. */
function loadFile(root: string, file: string): SourceFile | undefined {
  const text = unlessMissing(() => readFileSync(path.join(root, file), 'utf8'));
  return text === undefined ? undefined : { path: file, text };
}

function loadFolder(root: string, folder: string): SourceFile[] {
  const entries =
    unlessMissing(() => readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) ?? [];
  return entries
    .filter((entry) => entry.isFile() && /\.(?:mdx?|svg|ya?ml)$/.test(entry.name))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return {
        path: path.relative(root, file).split(path.sep).join('/'),
        text: readFileSync(file, 'utf8'),
      };
    });
}

function unlessMissing<Found>(read: () => Found): Found | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
}
