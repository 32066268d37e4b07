import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium } from './chromium.ts';
import { ROOT, run } from './run.ts';
import {
  closeTally,
  EMPTY_TALLY,
  formatTally,
  parsePlaywrightReport,
  parseVitestReport,
  sumTallies,
  type Tally,
} from './tally.ts';

type Stage = (reports: string) => Promise<Tally>;

const STAGES: Readonly<Record<string, Stage>> = {
  check: async () => countAsOne([await run('node', ['tools/check.ts'])]),

  lint: async () =>
    countAsOne([await run('biome', ['check', '--error-on-warnings']), await run('knip', ['--no-progress'])]),

  unit: async (reports) => {
    const report = path.join(reports, 'unit.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await run('vitest', ['run', ...reporters]);
    return readReport(report, parseVitestReport, code);
  },

  build: async () => sumTallies([await build('/', 'dist'), await build('/x/', 'dist-x')]),

  e2e: async (reports) => {
    const report = path.join(reports, 'e2e.json');
    const chromium = await ensureChromium();
    const code = await run(
      'playwright',
      ['test', '--config=tests/e2e/playwright.config.ts', '--reporter=list,json'],
      { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, CHROMIUM_PATH: chromium } },
    );
    return readReport(report, parsePlaywrightReport, code);
  },
};

process.exitCode = await main(process.argv.slice(2));

async function main(chosen: readonly string[]): Promise<number> {
  const unknown = chosen.find((name) => !(name in STAGES));
  if (unknown) {
    console.error(`“${unknown}” is no stage of the tests; there are ${Object.keys(STAGES).join(', ')}.`);
    return 2;
  }
  const reports = await mkdtemp(path.join(tmpdir(), 'recall-tests-'));
  const tallies: Record<string, Tally> = {};
  for (const [name, stage] of Object.entries(STAGES)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.log(`\n=== ${name} ===`);
    tallies[name] = await runStage(name, stage, reports, tallies);
  }
  await rm(reports, { recursive: true, force: true });

  console.log('');
  for (const [name, tally] of Object.entries(tallies)) console.log(`${name.padEnd(6)} ${formatTally(tally)}`);
  const total = sumTallies(Object.values(tallies));
  console.log(formatTally(total));
  return total.failed > 0 ? 1 : 0;
}

async function runStage(
  name: string,
  stage: Stage,
  reports: string,
  earlier: Readonly<Record<string, Tally>>,
): Promise<Tally> {
  if (name === 'e2e' && (earlier.build?.failed ?? 0) > 0) {
    console.error('Not run, and counted as failed: the site could not be built.');
    return closeTally(EMPTY_TALLY, 1);
  }
  try {
    return await stage(reports);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return closeTally(EMPTY_TALLY, 1);
  }
}

async function build(base: string, dist: string): Promise<Tally> {
  console.log(`--- at ${base} into ${dist}/`);
  await rm(path.join(ROOT, dist), { recursive: true, force: true });
  const code = await run('astro', ['build'], { env: { BASE_PATH: base, OUT_DIR: dist } });
  const isBuilt = code === 0 && existsSync(path.join(ROOT, dist, 'index.html'));
  return countAsOne([isBuilt ? 0 : 1]);
}

function countAsOne(exitCodes: readonly number[]): Tally {
  const isPassed = exitCodes.every((code) => code === 0);
  return { ...EMPTY_TALLY, [isPassed ? 'passed' : 'failed']: 1 };
}

/** A suite that died before it wrote its report throws here, and so counts as failed. */
async function readReport(file: string, parse: (json: string) => Tally, exitCode: number): Promise<Tally> {
  const json = await readFile(file, 'utf8').catch(() => {
    throw new Error(`The suite ended with code ${exitCode} and left no report.`);
  });
  return closeTally(parse(json), exitCode);
}
