import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { ensureChromium, LAUNCH_ARGS } from './chromium.ts';
import { type ServedPage, serveStorePage } from './store-page/serve-store-page.ts';

const DEFAULT_KILLS = 12;
const TABS = 2;
/** A browser lives this long at most, in ms. */
const LONGEST_LIFE = 6000;

process.exitCode = await main(process.argv[2]);

/**
 * Kills a browser again and again while two tabs answer, and reads what is left. Every answer that a page was told
 * is safe must be there, of this life and of all before it.
 */
async function main(argument: string | undefined): Promise<number> {
  const kills = Number(argument ?? DEFAULT_KILLS);
  if (!Number.isInteger(kills) || kills < 1) {
    console.error(`“${argument}” is no number of kills: npm run torture -- 12`);
    return 2;
  }
  const executablePath = await ensureChromium();
  const served = await serveStorePage();
  const profile = await mkdtemp(path.join(tmpdir(), 'recall-torture-'));
  const acknowledged = new Set<string>();
  let lost = 0;
  let lostAlone = 0;
  let packed = 0;
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      const lifeMs = 300 + Math.random() * (LONGEST_LIFE - 300);
      await liveAndDie({ profile, executablePath, served, lifeMs, acknowledged });
      const found = await look({ profile, executablePath, served });
      const missing = [...acknowledged].filter((id) => !found.all.has(id));
      const missingAlone = [...acknowledged].filter((id) => !found.local.has(id));
      lost = missing.length;
      lostAlone += missingAlone.length;
      packed = found.chunks;
      console.log(
        `kill ${kill} after ${(lifeMs / 1000).toFixed(1)} s: ${acknowledged.size} acknowledged, ${lost} lost, ` +
          `${missingAlone.length} missing in localStorage alone, ${packed} chunks`,
      );
      if (lost > 0) break;
    }
  } finally {
    await served.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(`\n${kills} kills, ${acknowledged.size} acknowledged, ${lost} lost.`);
  console.log(`localStorage alone would have lacked ${lostAlone} answers when the profile was reopened.`);
  if (acknowledged.size === 0) console.error('Nothing was acknowledged, so nothing was proved.');
  return lost > 0 || acknowledged.size === 0 ? 1 : 0;
}

async function liveAndDie({ lifeMs, acknowledged, ...place }: Life): Promise<void> {
  const context = await launch(place);
  let isAlive = true;
  await context.exposeFunction('acknowledge', (id: string) => {
    if (isAlive) acknowledged.add(id);
  });
  for (let tab = 0; tab < TABS; tab += 1) {
    const page = await context.newPage();
    await page.goto(place.served.url);
    await page.evaluate(() => window.storePage.answerForever());
  }
  await new Promise((resolve) => setTimeout(resolve, lifeMs));
  killBrowser(place.profile);
  isAlive = false;
  await context.close().catch(() => undefined);
}

async function look(place: Place): Promise<Found> {
  const context = await launch(place);
  try {
    const page = await context.newPage();
    await page.goto(place.served.url);
    const { local, all, chunks } = await page.evaluate(() => window.storePage.look());
    return { local: new Set(local), all: new Set(all), chunks };
  } finally {
    await context.close();
  }
}

function launch({ profile, executablePath }: Place): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, { args: [...LAUNCH_ARGS], executablePath });
}

/** Ends every process of the browser that uses a profile at once, as a crash or an empty battery would. */
function killBrowser(profile: string): void {
  const { stdout } = spawnSync('pgrep', ['-f', '--', `--user-data-dir=${profile}`], { encoding: 'utf8' });
  const processes = stdout.split('\n').filter(Boolean).map(Number);
  if (processes.length === 0) throw new Error('Inconsistent: no process of the browser was found.');
  for (const id of processes) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
}

interface Place {
  readonly profile: string;
  readonly executablePath: string;
  readonly served: ServedPage;
}

interface Life extends Place {
  readonly lifeMs: number;
  readonly acknowledged: Set<string>;
}

interface Found {
  readonly local: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly chunks: number;
}
