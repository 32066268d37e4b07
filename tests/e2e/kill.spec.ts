import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium, LAUNCH_ARGS } from '../../tools/chromium.ts';
import { expect, test } from './console.ts';
import { answerByKeyboard, LANGUAGES, leftOf, openReview } from './study.ts';

test('answers that were acknowledged survive a killed browser', async ({ baseURL }) => {
  const [zh] = LANGUAGES;
  const profile = await mkdtemp(path.join(tmpdir(), 'profile-'));
  const open = async () => {
    const executablePath = process.env.CHROMIUM_PATH ?? findChromium();
    const context = await chromium.launchPersistentContext(profile, {
      args: [...LAUNCH_ARGS],
      ...(executablePath ? { executablePath } : {}),
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    await openReview(page, zh);
    return { context, page };
  };
  try {
    const { context, page } = await open();
    const before = await leftOf(page);
    const answers = 5;
    for (let count = 0; count < answers; count++) await answerByKeyboard(page, zh, '4');
    killBrowser(profile);
    await context.close().catch(() => undefined);

    const reopened = await open();
    await expect.poll(() => leftOf(reopened.page)).toBe(before - answers);
    await reopened.context.close();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Ends every process of the browser that uses a profile at once, as a crash or an empty battery would. */
function killBrowser(profile: string): void {
  const { stdout } = spawnSync('pgrep', ['-f', '--', `--user-data-dir=${profile}`], { encoding: 'utf8' });
  const processes = stdout.split('\n').filter(Boolean).map(Number);
  if (processes.length === 0) throw new Error('Inconsistent: no process of the browser was found.');
  for (const id of processes) process.kill(id, 'SIGKILL');
}
