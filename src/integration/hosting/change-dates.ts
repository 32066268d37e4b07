import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * When files below a folder were last changed, by path from `root`, as Git's history has it. Nothing where there is no
 * history, or only a part of it: a shallow checkout would date every file to its last commit.
 */
export async function loadChangeDates(root: string, folder: string): Promise<ReadonlyMap<string, Date>> {
  try {
    const { stdout: shallow } = await run('git', ['rev-parse', '--is-shallow-repository'], { cwd: root });
    if (shallow.trim() !== 'false') return new Map();
    const { stdout } = await run(
      'git',
      [
        '-c',
        'core.quotePath=false',
        'log',
        '--format=%x00%ct',
        '--name-only',
        '--relative',
        '--no-renames',
        '--',
        folder,
      ],
      { cwd: root, maxBuffer: 256 * 1024 * 1024 },
    );
    return parseChangeDates(stdout);
  } catch {
    // No Git, or no repository.
    return new Map();
  }
}

/** Reads `git log --format=%x00%ct --name-only`, newest commit first. */
export function parseChangeDates(log: string): ReadonlyMap<string, Date> {
  const dates = new Map<string, Date>();
  for (const commit of log.split('\0').slice(1)) {
    const [seconds = '', ...lines] = commit.split('\n');
    for (const file of lines) {
      if (file && !dates.has(file)) dates.set(file, new Date(Number(seconds) * 1000));
    }
  }
  return dates;
}
