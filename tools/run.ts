import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';

/** The project's root folder. */
export const ROOT: string = path.resolve(import.meta.dirname, '..');

/** How to start a command. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Leaves out its standard output, e.g. where that of this process is for programs to read. */
  readonly isQuiet?: boolean;
  /** Ends the command after this time, in milliseconds. */
  readonly timeoutMs?: number;
}

/**
 * Runs a command of the project or the system in its root, with the output shown as it comes.
 * Resolves to the exit code: 127 if the command does not exist, 128 + the signal's number if one ended it.
 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['inherit', options.isQuiet ? 'ignore' : 'inherit', 'inherit'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PATH: projectPath(), ...options.env },
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    const stop = (signal: NodeJS.Signals) => {
      // Always SIGINT: at a SIGTERM, Playwright leaves its servers and browsers running.
      child.kill('SIGINT');
      child.once('close', () => process.exit(128 + constants.signals[signal]));
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const finish = (code: number) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(code);
    };
    child.once('error', () => finish(127));
    child.once('close', (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** Puts the project's own commands first, so that a tool also works when started without npm. */
function projectPath(): string {
  return [path.join(ROOT, 'node_modules/.bin'), process.env.PATH].join(path.delimiter);
}
