import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureChromium, LAUNCH_ARGS } from '../chromium.ts';
import { serveCompressed } from '../compressed-site.ts';
import { median } from '../growth.ts';
import { LOCALES } from '../locales.ts';
import { run as runCommand } from '../run.ts';

/** Fetched by npx when the bench runs: it is large, and nothing else needs it. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
const ROUNDS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PAGES: readonly Page[] = [
  { name: 'home', path: '', aims: { performance: 100 } },
  { name: 'lesson', path: 'hypervisors/kvm/', aims: { performance: 100 } },
  { name: 'review', path: 'review/', aims: { performance: 98 } },
];

/**
 * Lighthouse's scores as a phone gets them (its own simulated slow phone and network), for a fresh build served with Brotli.
 * `BENCH_ROUNDS=1` chooses fewer rounds. Needs the npm registry, or Lighthouse in npx's cache.
 */
export async function run(): Promise<void> {
  const rounds = Number(process.env.BENCH_ROUNDS ?? ROUNDS);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-lighthouse-'));
  const dist = path.join(folder, 'dist');
  try {
    // With an address, as a published site has one: canonical links are among what is judged.
    const env = { OUT_DIR: dist, SITE_URL: 'https://example.org' };
    if ((await runCommand('astro', ['build'], { env, isQuiet: true })) !== 0)
      throw new Error('The site could not be built: see “npm run check”.');
    // Sizes decide much of a score.
    const server = await serveCompressed(dist);
    const chromium = await ensureChromium();
    console.log(`${LIGHTHOUSE}, mobile, medians of ${rounds}.\n`);
    console.log(['page', ...CATEGORIES, 'LCP', 'TBT', 'CLS'].map((text) => text.padEnd(16)).join(''));
    for (const locale of LOCALES) {
      for (const page of PAGES) {
        const url = `${server.url}${locale}/${page.path}`;
        const reports: Report[] = [];
        for (let round = 0; round < rounds; round++) reports.push(await audit(url, folder, chromium));
        console.log(formatScores(`${locale} ${page.name}`, reports));
        for (const line of shortfalls(page, reports)) console.log(`    ${line}`);
      }
    }
    server.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Page {
  readonly name: string;
  /** Below the locale. */
  readonly path: string;
  /** The least performance wanted; 100 is wanted of the other categories. */
  readonly aims: { readonly performance: number };
}

/** What is read of Lighthouse's own JSON. Scores go from 0 to 1. */
interface Report {
  readonly categories: Readonly<
    Record<string, { readonly score: number; readonly auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly numericValue?: number }>
  >;
}

async function audit(url: string, folder: string, chromium: string): Promise<Report> {
  const file = path.join(folder, 'report.json');
  const args = [
    ...['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${file}`],
    `--only-categories=${CATEGORIES.join(',')}`,
    `--chrome-flags=--headless=new ${LAUNCH_ARGS.join(' ')}`,
  ];
  const code = await runCommand('npx', args, { env: { CHROME_PATH: chromium }, isQuiet: true });
  if (code !== 0) throw new Error(`Lighthouse ended with code ${code} at ${url}.`);
  return JSON.parse(await readFile(file, 'utf8'));
}

function formatScores(label: string, reports: readonly Report[]): string {
  const scores = CATEGORIES.map((category) => String(scoreOf(reports, category)));
  const metric = (id: string) => median(reports.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN));
  const metrics = [
    `${(metric('largest-contentful-paint') / 1000).toFixed(2)} s`,
    `${metric('total-blocking-time').toFixed(0)} ms`,
    metric('cumulative-layout-shift').toFixed(3),
  ];
  return [label, ...scores, ...metrics].map((text) => text.padEnd(16)).join('');
}

function scoreOf(reports: readonly Report[], category: string): number {
  return Math.round(median(reports.map(({ categories }) => categories[category]?.score ?? 0)) * 100);
}

/** What keeps a page from its aims, by the titles of the audits that count and are not passed. */
function shortfalls({ aims }: Page, reports: readonly Report[]): string[] {
  const [report] = reports;
  if (!report) return [];
  return CATEGORIES.flatMap((category) => {
    const aim = category === 'performance' ? aims.performance : 100;
    if (scoreOf(reports, category) >= aim) return [];
    const failed = (report.categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id} (${report.audits[id]?.title})`);
    return [`below ${aim} in ${category}: ${failed.join('; ')}`];
  });
}
