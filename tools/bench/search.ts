import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { ensureChromium, LAUNCH_ARGS } from '../chromium.ts';
import { type ServedSite, serveCompressed } from '../compressed-site.ts';
import { median } from '../growth.ts';
import { measureProcess } from '../process-cost.ts';
import { ROOT } from '../run.ts';
import { lessonsOfPages } from '../sample-course/course.ts';
import { termName } from '../sample-course/names.ts';
import { type SiteKind, writeSampleSite } from '../sample-course/site.ts';

const PAGES = 2000;
const ROUNDS = 5;

/** What each kind of site calls the parts that are waited for. */
const PARTS: Readonly<Record<SiteKind, { field: string; result: string }>> = {
  recall: { field: '.recall-search__field', result: '.recall-search [role="option"]' },
  stock: { field: '.pagefind-ui__search-input', result: '.pagefind-ui__result' },
};

/**
 * Searches a made-up course in Chromium, built with this engine and as Starlight comes: the compressed bytes that a first
 * search loads, and the time from the last key to the first result on the screen, for the first search of a visit and
 * for later ones. `BENCH_PAGES=200` chooses another size, `BENCH_ROUNDS=1` fewer rounds.
 */
export async function run(): Promise<void> {
  const pages = Number(process.env.BENCH_PAGES ?? PAGES);
  const rounds = Number(process.env.BENCH_ROUNDS ?? ROUNDS);
  console.log(`${pages} content pages in two languages, Brotli, cold cache; medians of ${rounds} visits.\n`);
  console.log(
    ['built with', 'query', 'first bytes', 'first result', 'first lesson', 'later result'].map(cell).join(''),
  );
  for (const kind of ['recall', 'stock'] as const) await measureKind(kind, pages, rounds);
}

async function measureKind(kind: SiteKind, pages: number, rounds: number): Promise<void> {
  const folder = await writeSampleSite(kind, lessonsOfPages(pages));
  let site: ServedSite | undefined;
  let browser: Browser | undefined;
  try {
    const astro = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');
    const { code, output } = await measureProcess([process.execPath, astro, 'build'], { cwd: folder });
    if (code !== 0) throw new Error(`The build of ${kind} failed:\n${output.slice(-4000)}`);
    browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...LAUNCH_ARGS] });
    site = await serveCompressed(path.join(folder, 'dist'));
    for (const [locale, query] of queriesOf(pages)) {
      const visits: Visit[] = [];
      for (let round = 0; round < rounds; round++)
        visits.push(await visit(browser, kind, site.url, locale, query));
      console.log(formatVisits(kind, `${locale} ${query}`, visits));
    }
  } finally {
    await browser?.close();
    site?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A name of a concept, a common word and a pair of words, in each language. */
function queriesOf(pages: number): [string, string][] {
  const term = Math.floor(lessonsOfPages(pages) / 2) * 3;
  return [
    ['zh', termName('zh', term)],
    ['zh', '虚拟机'],
    ['zh', '宿主机内核'],
    ['en', termName('en', term).toLowerCase()],
    ['en', 'kernel'],
    ['en', 'virtual machine'],
  ];
}

interface Visit {
  readonly bytes: number;
  readonly firstMs: number;
  readonly lessonMs: number;
  readonly laterMs: number;
}

/** One visit with an empty cache: the search is opened, asked once, and asked again. */
async function visit(
  browser: Browser,
  kind: SiteKind,
  url: string,
  locale: string,
  query: string,
): Promise<Visit> {
  const context = await browser.newContext({ serviceWorkers: 'block', locale });
  try {
    const page = await context.newPage();
    await page.goto(`${url}${locale}/`, { waitUntil: 'networkidle' });
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    const { field, result } = PARTS[kind];
    await page.keyboard.press('Control+k');
    await page.locator(field).waitFor();
    const first = await ask(page, kind, field, result, query);
    await page.waitForLoadState('networkidle');
    const firstBytes = bytes;
    await page.locator(field).fill('');
    await page.locator(result).first().waitFor({ state: 'detached' });
    const later = await ask(page, kind, field, result, query);
    return { bytes: firstBytes, firstMs: first.resultMs, lessonMs: first.lessonMs, laterMs: later.resultMs };
  } finally {
    await context.close();
  }
}

/** Types the whole query as one key and waits for the frame after the first result, and after the first lesson. */
async function ask(
  page: Page,
  kind: SiteKind,
  field: string,
  result: string,
  query: string,
): Promise<{ resultMs: number; lessonMs: number }> {
  return page.evaluate(
    async ({ field, result, lesson, query }) => {
      const input = document.querySelector<HTMLInputElement>(field);
      if (!input) throw new Error(`No ${field}`);
      const painted = (selector: string) =>
        new Promise<number>((resolve) => {
          const look = () => {
            if (!document.querySelector(selector)) return requestAnimationFrame(look);
            // The frame in which it is there has been painted when the next one begins.
            return requestAnimationFrame(() => resolve(performance.now()));
          };
          look();
        });
      const startedAt = performance.now();
      input.value = query;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const [resultAt, lessonAt] = await Promise.all([painted(result), painted(lesson)]);
      return { resultMs: resultAt - startedAt, lessonMs: lessonAt - startedAt };
    },
    { field, result, lesson: kind === 'recall' ? '.recall-search__lesson a' : result, query },
  );
}

function formatVisits(kind: SiteKind, query: string, visits: readonly Visit[]): string {
  const middle = (pick: (visit: Visit) => number) => median(visits.map(pick));
  return [
    kind,
    query,
    `${(middle(({ bytes }) => bytes) / 1000).toFixed(0)} kB`,
    `${middle(({ firstMs }) => firstMs).toFixed(0)} ms`,
    `${middle(({ lessonMs }) => lessonMs).toFixed(0)} ms`,
    `${middle(({ laterMs }) => laterMs).toFixed(0)} ms`,
  ]
    .map(cell)
    .join('');
}

function cell(text: string): string {
  return text.padEnd(22);
}
