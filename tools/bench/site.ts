import { readdir, rm, stat } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { growthExponent, median } from '../growth.ts';
import { measureProcess, type ProcessCost } from '../process-cost.ts';
import { ROOT } from '../run.ts';
import { lessonsOfPages } from '../sample-course/course.ts';
import { type SiteKind, writeSampleSite } from '../sample-course/site.ts';

const SIZES: readonly number[] = [100, 500, 2000];
const ROUNDS = 3;
const KINDS: readonly SiteKind[] = ['recall', 'stock'];

/**
 * Builds a made-up course with this engine and the same text with Starlight as it comes, in turns, and compares what both
 * cost. `BENCH_PAGES=100,500` chooses other sizes and `BENCH_ROUNDS=1` fewer rounds, for a quick look. Takes some 3 GB of
 * disk until it ends.
 */
export async function run(): Promise<void> {
  const sizes = process.env.BENCH_PAGES?.split(',').map(Number) ?? SIZES;
  const rounds = Number(process.env.BENCH_ROUNDS ?? ROUNDS);
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
  console.log(
    `Medians of ${rounds} cold builds, both kinds in turns; pages are content pages, in two languages.\n`,
  );
  console.log(
    ['pages', 'built with', 'wall', 'CPU', 'peak memory', 'output', 'HTML a page', 'our own steps']
      .map(cell)
      .join(''),
  );
  const results: Result[] = [];
  // They go all at once: for minutes ext4 passes over each place of a deleted file when a new one is made, which would
  // slow the next build by a tenth.
  const folders: string[] = [];
  try {
    for (const pages of sizes) {
      const builds = await buildInTurns(pages, rounds, folders);
      for (const kind of KINDS) {
        const result = summarise(kind, pages, builds[kind]);
        results.push(result);
        console.log(formatResult(result));
      }
    }
  } finally {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
  console.log(formatComparison(results));
}

/** Builds both kinds so many times; `folders` takes up what they were built in. */
async function buildInTurns(
  pages: number,
  rounds: number,
  folders: string[],
): Promise<Record<SiteKind, Build[]>> {
  const builds: Record<SiteKind, Build[]> = { recall: [], stock: [] };
  for (let round = 0; round < rounds; round++) {
    // Each goes first in turn, so that a machine that warms up or tires favours neither.
    const order = round % 2 === 0 ? KINDS : KINDS.toReversed();
    for (const kind of order) {
      const folder = await writeSampleSite(kind, lessonsOfPages(pages));
      folders.push(folder);
      builds[kind].push(await build(kind, folder));
    }
  }
  return builds;
}

interface Build extends ProcessCost {
  readonly outputBytes: number;
  readonly htmlBytesPerPage: number;
  readonly steps: readonly Step[];
}

/** A step of this engine in a build, as the engine reports it. */
interface Step {
  readonly name: string;
  readonly ms: number;
}

interface Result {
  readonly kind: SiteKind;
  readonly pages: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakBytes: number;
  readonly outputBytes: number;
  readonly htmlBytesPerPage: number;
  readonly steps: readonly Step[];
}

async function build(kind: SiteKind, folder: string): Promise<Build> {
  const astro = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const nodeOptions = kind === 'recall' ? ownNodeOptions() : [];
  const cost = await measureProcess([process.execPath, ...nodeOptions, astro, 'build'], { cwd: folder });
  if (cost.code !== 0) throw new Error(`A build of ${kind} failed:\n${cost.output.slice(-4000)}`);
  const files = await listFiles(path.join(folder, 'dist'));
  const html = files.filter(({ name }) => name.endsWith('.html'));
  return {
    ...cost,
    outputBytes: sum(files.map(({ bytes }) => bytes)),
    htmlBytesPerPage: sum(html.map(({ bytes }) => bytes)) / html.length,
    steps: parseSteps(cost.output),
  };
}

/** With what `npm run build` starts Node. Starlight as it comes leaves Node as it comes. */
function ownNodeOptions(): string[] {
  return manifest.scripts.build.split(' ').filter((word) => word.startsWith('--'));
}

async function listFiles(folder: string): Promise<{ name: string; bytes: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => ({ name, bytes: (await stat(path.join(parentPath, name))).size })),
  );
}

/** From the line that the engine logs at the end of a build: `Own steps: compile 512 ms, worker 90 ms`. */
function parseSteps(output: string): Step[] {
  const line = /Own steps: (.*)/.exec(output)?.[1] ?? '';
  return [...line.matchAll(/([\w ]+?) (\d+) ms/g)].map(([, name = '', ms]) => ({
    name: name.trim(),
    ms: Number(ms),
  }));
}

function summarise(kind: SiteKind, pages: number, builds: readonly Build[]): Result {
  const middle = (pick: (build: Build) => number) => median(builds.map(pick));
  return {
    kind,
    pages,
    wallMs: middle(({ wallMs }) => wallMs),
    cpuMs: middle(({ cpuMs }) => cpuMs),
    peakBytes: middle(({ peakBytes }) => peakBytes ?? Number.NaN),
    outputBytes: middle(({ outputBytes }) => outputBytes),
    htmlBytesPerPage: middle(({ htmlBytesPerPage }) => htmlBytesPerPage),
    steps: (builds[0]?.steps ?? []).map(({ name }) => ({
      name,
      ms: middle(({ steps }) => steps.find((step) => step.name === name)?.ms ?? 0),
    })),
  };
}

function formatResult({
  kind,
  pages,
  wallMs,
  cpuMs,
  peakBytes,
  outputBytes,
  htmlBytesPerPage,
  steps,
}: Result): string {
  const share = (ms: number) => `${((ms / wallMs) * 100).toFixed(1)} %`;
  const own = steps.map(({ name, ms }) => `${name} ${share(ms)}`).join(', ');
  return [
    String(pages),
    kind === 'recall' ? 'this engine' : 'Starlight',
    seconds(wallMs),
    seconds(cpuMs),
    `${(peakBytes / MIB).toFixed(0)} MiB`,
    `${(outputBytes / MIB).toFixed(1)} MiB`,
    `${(htmlBytesPerPage / 1024).toFixed(1)} KiB`,
    own,
  ]
    .map(cell)
    .join('');
}

function formatComparison(results: readonly Result[]): string {
  const lines = KINDS.flatMap((kind) => {
    const own = results.filter((result) => result.kind === kind);
    const [before, last] = own.slice(-2);
    if (!before || !last) return [];
    const exponent = growthExponent(own.map(({ pages, cpuMs }) => ({ size: pages, cost: cpuMs })));
    const perPage = (last.cpuMs - before.cpuMs) / (last.pages - before.pages);
    return [
      `${kind === 'recall' ? 'This engine' : 'Starlight'}: ${perPage.toFixed(1)} ms of CPU per extra page between ` +
        `${before.pages} and ${last.pages} pages; CPU grows with the pages to the power of ${exponent.toFixed(2)} (1 is linear).`,
    ];
  });
  const [ours, stock] = KINDS.map((kind) => results.findLast((result) => result.kind === kind));
  if (ours && stock) {
    const ratio = (pick: (result: Result) => number) => (pick(ours) / pick(stock)).toFixed(2);
    lines.push(
      `At ${ours.pages} pages this engine takes ${ratio(({ cpuMs }) => cpuMs)} × Starlight's CPU time, ` +
        `${ratio(({ wallMs }) => wallMs)} × its wall time and ${ratio(({ outputBytes }) => outputBytes)} × its output.`,
    );
  }
  return `\n${lines.join('\n')}`;
}

const MIB = 1024 * 1024;

function cell(text: string, index: number): string {
  return index < 2 ? text.padEnd(13) : text.padEnd(14);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
