import { isCourseFile } from './course.ts';

/** What of a watcher of files is used here. */
interface Watcher {
  on(event: 'all', run: (event: string, file: string) => void): unknown;
}

/**
 * Runs something after the files of a course under `root` have changed: an editor saves several files at once, and a
 * checkout hundreds, so once after the last of them.
 */
export function watchCourse(watcher: Watcher, root: string, run: () => void): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watcher.on('all', (_event, file) => {
    if (!isCourseFile(root, file)) return;
    clearTimeout(waiting);
    waiting = setTimeout(run, SETTLE_MS);
  });
}

/** Milliseconds without a change after which the files are taken to be as they should. */
const SETTLE_MS = 100;
