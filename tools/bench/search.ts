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

/** What each kind of site calls the parts that are waited for; `all` is there when nothing more will come. */
const PARTS: Readonly<
  Record<SiteKind, { field: string; result: string; lesson: string; all: string; says: string }>
> = {
  recall: {
    field: '.recall-search__field',
    result: '.recall-search [role="option"]',
    lesson: '.recall-search__lesson a',
    all: '.recall-search [role="listbox"][aria-busy="false"] [role="option"]',
    says: '.recall-search__field',
  },
  stock: {
    field: '.pagefind-ui__search-input',
    result: '.pagefind-ui__result',
    lesson: '.pagefind-ui__result',
    all: '.pagefind-ui__result',
    // “12 results for …”: until then those of the letters before are shown.
    says: '.pagefind-ui__message',
  },
};

/** From one key to the next of somebody who types fast: 120 words a minute. */
const KEY_MS = 100;

/** A search that shows nothing for so long has found nothing. */
const PATIENCE_MS = 20_000;

/**
 * Searches a made-up course in Chromium, built with this engine and as Starlight comes: the compressed bytes that a first
 * search loads, and the time from the last key to the first result and to the first lesson on the screen, for the first
 * search of a visit, arriving whole as soon as there is a field, the same again, and another one; and to all results for
 * a first search that is typed key by key. `BENCH_PAGES=200` chooses another size, `BENCH_ROUNDS=1` fewer
 * rounds, `BENCH_KINDS=recall` one of the sites.
 */
export async function run(): Promise<void> {
  const pages = Number(process.env.BENCH_PAGES ?? PAGES);
  const rounds = Number(process.env.BENCH_ROUNDS ?? ROUNDS);
  const kinds = (process.env.BENCH_KINDS ?? 'recall,stock').split(',');
  console.log(`${pages} content pages in two languages, Brotli, cold cache; medians of ${rounds} visits.\n`);
  console.log(
    [
      'built with',
      'query',
      'first bytes',
      'first result',
      'first lesson',
      'same again',
      'another',
      'typed, all',
    ]
      .map(cell)
      .join(''),
  );
  for (const kind of ['recall', 'stock'] as const)
    if (kinds.includes(kind)) await measureKind(kind, pages, rounds);
}

async function measureKind(kind: SiteKind, pages: number, rounds: number): Promise<void> {
  const folder = await writeSampleSite(kind, lessonsOfPages(pages));
  try {
    const astro = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');
    const { code, output } = await measureProcess([process.execPath, astro, 'build'], { cwd: folder });
    if (code !== 0) throw new Error(`The build of ${kind} failed:\n${output.slice(-4000)}`);
    await measureBuild(kind, path.join(folder, 'dist'), queriesOf(pages), rounds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Visits a finished build and prints a line for each query. */
async function measureBuild(
  kind: SiteKind,
  dist: string,
  queries: readonly BenchQuery[],
  rounds: number,
): Promise<void> {
  let site: ServedSite | undefined;
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath: await ensureChromium(), args: [...LAUNCH_ARGS] });
    site = await serveCompressed(dist);
    for (const query of queries) {
      const visits: Visit[] = [];
      for (let round = 0; round < rounds; round++) visits.push(await visit(browser, kind, site.url, query));
      console.log(formatVisits(kind, `${query.locale} ${query.first}`, visits));
    }
  } finally {
    await browser?.close();
    site?.close();
  }
}

/** What a reader looks for first, and what next. */
interface BenchQuery {
  readonly locale: string;
  readonly first: string;
  readonly next: string;
}

/** In each language the name of a concept, a common word, a pair of words, and in Chinese one character. */
function queriesOf(pages: number): BenchQuery[] {
  const term = Math.floor(lessonsOfPages(pages) / 2) * 3;
  const name = (locale: string, number: number) => termName(locale, number).toLowerCase();
  return [
    { locale: 'zh', first: name('zh', term), next: name('zh', term + 7) },
    { locale: 'zh', first: '虚拟机', next: '镜像' },
    { locale: 'zh', first: '宿主机内核', next: '内存快照' },
    { locale: 'zh', first: '核', next: '盘' },
    { locale: 'en', first: name('en', term), next: name('en', term + 7) },
    { locale: 'en', first: 'kernel', next: 'image' },
    { locale: 'en', first: 'virtual machine', next: 'memory snapshot' },
  ];
}

interface Visit {
  readonly bytes: number;
  readonly first: Waits;
  readonly same: Waits;
  readonly next: Waits;
  readonly typedMs: number | undefined;
}

/** Milliseconds from the last key until something is on the screen; undefined if nothing came. */
interface Waits {
  readonly resultMs: number | undefined;
  readonly lessonMs: number | undefined;
  readonly allMs: number | undefined;
}

/**
 * One visit with an empty cache: the search is opened, asked once, asked the same again, and asked something else; and
 * another in which the first question is typed.
 */
async function visit(
  browser: Browser,
  kind: SiteKind,
  url: string,
  { locale, first: firstQuery, next: nextQuery }: BenchQuery,
): Promise<Visit> {
  const typedMs = await inNewVisit(browser, `${url}${locale}/`, locale, async (page) => {
    await openSearch(page, kind);
    return (await ask(page, kind, [...firstQuery])).allMs;
  });
  return inNewVisit(browser, `${url}${locale}/`, locale, async (page) => {
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await openSearch(page, kind);
    const first = await ask(page, kind, [firstQuery]);
    await page.waitForLoadState('networkidle');
    const firstBytes = bytes;
    await empty(page, kind);
    const same = await ask(page, kind, [firstQuery]);
    await empty(page, kind);
    return { bytes: firstBytes, first, same, next: await ask(page, kind, [nextQuery]), typedMs };
  });
}

async function inNewVisit<T>(
  browser: Browser,
  url: string,
  locale: string,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ serviceWorkers: 'block', locale });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    return await act(page);
  } finally {
    await context.close();
  }
}

async function openSearch(page: Page, kind: SiteKind): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator(PARTS[kind].field).waitFor({ timeout: PATIENCE_MS });
}

async function empty(page: Page, kind: SiteKind): Promise<void> {
  const { field, result } = PARTS[kind];
  await page.locator(field).fill('');
  await page.locator(result).first().waitFor({ state: 'detached', timeout: PATIENCE_MS });
}

/**
 * Types a query key by key, or whole as one, and waits for the frame after the first result, after the first lesson, and
 * after all that it finds.
 */
async function ask(page: Page, kind: SiteKind, keys: readonly string[]): Promise<Waits> {
  return page.evaluate(
    async ({ field, result, lesson, all, says, keys, keyMs, patienceMs }) => {
      const input = document.querySelector<HTMLInputElement>(field);
      if (!input) throw new Error(`No ${field}`);
      let startedAt = 0;
      for (const key of keys) {
        if (startedAt > 0) await new Promise((resolve) => setTimeout(resolve, keyMs));
        startedAt = performance.now();
        input.value += key;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      const isSaid = () => {
        const said = document.querySelector<HTMLInputElement>(says);
        return (said?.value ?? said?.textContent ?? '').includes(keys.join(''));
      };
      const painted = (isThere: () => boolean) =>
        new Promise<number | undefined>((resolve) => {
          const look = () => {
            if (performance.now() - startedAt > patienceMs) return resolve(undefined);
            if (!isThere()) return requestAnimationFrame(look);
            // The frame in which it is there has been painted when the next one begins.
            return requestAnimationFrame(() => resolve(performance.now() - startedAt));
          };
          // Until then, what the keys before have found is still there.
          requestAnimationFrame(look);
        });
      const has = (selector: string) => document.querySelector(selector) !== null;
      const [resultMs, lessonMs, allMs] = await Promise.all([
        painted(() => has(result)),
        painted(() => has(lesson)),
        painted(() => isSaid() && has(all)),
      ]);
      return { resultMs, lessonMs, allMs };
    },
    { ...PARTS[kind], keys, keyMs: KEY_MS, patienceMs: PATIENCE_MS },
  );
}

function formatVisits(kind: SiteKind, query: string, visits: readonly Visit[]): string {
  const time = (pick: (visit: Visit) => number | undefined) => {
    const times = visits.flatMap((each) => pick(each) ?? []);
    return times.length < visits.length
      ? `none in ${PATIENCE_MS / 1000} s (${visits.length - times.length}×)`
      : `${median(times).toFixed(0)} ms`;
  };
  return [
    kind,
    query,
    `${(median(visits.map(({ bytes }) => bytes)) / 1000).toFixed(0)} kB`,
    time(({ first }) => first.resultMs),
    time(({ first }) => first.lessonMs),
    time(({ same }) => same.lessonMs),
    time(({ next }) => next.lessonMs),
    time(({ typedMs }) => typedMs),
  ]
    .map(cell)
    .join('');
}

function cell(text: string): string {
  // A Chinese character is two columns wide.
  const width = text.length + (text.match(/[\u3400-\u9fff]/g)?.length ?? 0);
  return text + ' '.repeat(Math.max(1, 20 - width));
}
