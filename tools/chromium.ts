import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run } from './run.ts';

const IS_ROOT = process.getuid?.() === 0;

/** Arguments with which Chromium works in tests: without calls to its vendor, and without a sandbox as root. */
export const LAUNCH_ARGS: readonly string[] = [
  ...(IS_ROOT ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
];

/**
 * The path or command of a Chromium that starts: `CHROMIUM_PATH`, the system's, then Playwright's own.
 * @throws Error if `CHROMIUM_PATH` names one that does not start.
 */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH;
  if (!chosen) return [...SYSTEM_COMMANDS, chromium.executablePath()].map(locate).find(isRunnable);
  if (isRunnable(chosen)) return chosen;
  throw new Error(
    `CHROMIUM_PATH is ${chosen}, but that does not start: name the path of a Chromium, or unset it.`,
  );
}

/**
 * Finds a Chromium or installs one: Playwright's own, else Debian's.
 * @throws Error that says what to do when neither works.
 */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  for (const install of [installFromPlaywright, installFromDebian]) {
    await install();
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'No Chromium was found, and none could be installed. Install one (on Debian: “apt-get install chromium”), ' +
      'or name its path: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}

const SYSTEM_COMMANDS: readonly string[] = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const MINUTE = 60_000;

async function installFromPlaywright(): Promise<void> {
  console.log('No Chromium found; trying “playwright install chromium” …');
  const code = await run('playwright', ['install', '--no-shell', 'chromium'], { timeoutMs: 5 * MINUTE });
  const needsLibraries = code === 0 && !isRunnable(chromium.executablePath());
  if (needsLibraries && IS_ROOT) {
    await run('playwright', ['install-deps', 'chromium'], { timeoutMs: 10 * MINUTE });
  }
}

async function installFromDebian(): Promise<void> {
  if (!IS_ROOT || !existsSync('/usr/bin/apt-get')) return;
  console.log('Trying “apt-get install chromium” …');
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: 10 * MINUTE };
  if ((await run('apt-get', ['update'], options)) !== 0) return;
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
}

/** The full path of a command on the PATH, because Playwright takes no bare names; others stay as they are. */
function locate(command: string): string {
  if (command.includes('/')) return command;
  const folder = (process.env.PATH ?? '').split(':').find((entry) => existsSync(`${entry}/${command}`));
  return folder ? `${folder}/${command}` : command;
}

/** Some systems have a stub that only says how to install the browser, so being there is not enough. */
function isRunnable(command: string): boolean {
  if (!existsSync(command)) return false;
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8', timeout: MINUTE / 2 });
  return status === 0 && /chrom/i.test(stdout);
}
