import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CDPSession, chromium } from '@playwright/test';
import type { WriterId } from '../../src/format/id.ts';
import type { Journal, StorageLike } from '../../src/store/entry.ts';
import { type LogOptions, openLog } from '../../src/store/log.ts';
import { findChromium, LAUNCH_ARGS } from '../chromium.ts';
import { createLearner } from '../store-page/learner.ts';
import { serveStorePage } from '../store-page/serve-store-page.ts';

const SIZES: readonly number[] = [1000, 10_000, 50_000, 150_000];
const ROUNDS = 7;

// On a busy machine, reading 150,000 records that stand alone takes longer than a learner would wait.
const PATIENCE_MS = 600_000;

/** Opens and appends to logs of growing size, in Node over memory and in Chromium over its own storage. */
export async function run(): Promise<void> {
  for (const size of SIZES) console.log(formatRow('Node', size, await measureInNode(size)));
  const executablePath = findChromium();
  if (!executablePath) return console.log('No Chromium was found: CHROMIUM_PATH names one.');
  const page = await serveStorePage();
  try {
    for (const size of SIZES)
      console.log(formatRow('Chromium', size, await measureInChromium(page.url, size, executablePath)));
  } finally {
    await page.close();
  }
}

/** Times in ms, medians unless they say otherwise; with what is old packed on both sides. */
export interface Figures {
  /** Until both sides are united. */
  readonly openMs: number;
  /** The shortest of them: what is left where other processes of the machine take little. */
  readonly openBestMs: number;
  /** Time of the main thread alone. */
  readonly openCpuMs: number;
  /** Until the local side alone can be read. */
  readonly localMs: number;
  readonly appendMs: number;
  readonly appendWorstMs: number;
  /** 500 answers together. */
  readonly appendManyMs: number;
  /** Once: all of it is packed on both sides. */
  readonly packMs?: number;
  /** UTF-16 units of keys and texts on the local side. */
  readonly units: number;
  readonly unitsPerPackedEvent: number;
}

async function measureInNode(size: number): Promise<Figures> {
  const storage = createStorage();
  const journal = createJournal();
  for (const { key, text } of createLearner(size)) {
    storage.setItem(NAMESPACE + key, text);
    journal.map.set(key, text);
  }
  const open = (writer: string, sides: Partial<LogOptions> = { journal }) =>
    openLog({
      namespace: NAMESPACE,
      storage,
      journal: undefined,
      writer: writer as WriterId,
      patienceMs: PATIENCE_MS,
      ...sides,
    });
  const first = await open('bench0');
  // One answer raises the data's version on both sides, without which nothing is packed.
  await first.append(answer(0)).saved;
  const started = performance.now();
  await first.pack();
  const packMs = performance.now() - started;
  await first.close();
  const opens: number[] = [];
  const cpu: number[] = [];
  const locals: number[] = [];
  const many: number[] = [];
  const appends: number[] = [];
  let units = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = performance.now();
    const cpuBefore = process.threadCpuUsage();
    const log = await open(`bench${round + 1}`);
    opens.push(performance.now() - before);
    const { user, system } = process.threadCpuUsage(cpuBefore);
    cpu.push((user + system) / 1000);
    if (log.events().length < size) throw new Error(`Inconsistent: ${log.events().length} of ${size}`);
    for (let count = 0; count < 40; count += 1) {
      const start = performance.now();
      const { saved } = log.append(answer(round * 40 + count));
      appends.push(performance.now() - start);
      await saved;
    }
    const start = performance.now();
    const { saved } = log.appendAll(Array.from({ length: 500 }, () => answer(round * 40 + 40)));
    many.push(performance.now() - start);
    await saved;
    units = log.space().used;
    await log.close();
    const beforeLocal = performance.now();
    // Only read: without the journal it would write mirrors.
    const local = await open(`local${round + 1}`, { elect: () => Promise.resolve() });
    locals.push(performance.now() - beforeLocal);
    await local.close();
  }
  return {
    openMs: median(opens),
    openBestMs: Math.min(...opens),
    openCpuMs: median(cpu),
    localMs: median(locals),
    appendMs: median(appends),
    appendWorstMs: Math.max(...appends),
    appendManyMs: median(many),
    packMs,
    units,
    unitsPerPackedEvent: perPackedEvent([...storage.map], NAMESPACE.length),
  };
}

async function measureInChromium(url: string, size: number, executablePath: string): Promise<Figures> {
  const profile = await mkdtemp(path.join(tmpdir(), 'recall-bench-'));
  const context = await chromium.launchPersistentContext(profile, { args: [...LAUNCH_ARGS], executablePath });
  try {
    const first = await context.newPage();
    await first.goto(url);
    const records = createLearner(size);
    // Larger logs than fit one by one come as they would in life: packed, piece by piece.
    for (let start = 0; start < records.length; start += 8192) {
      const texts = records.slice(start, start + 8192).map(({ text }) => text);
      await first.evaluate((part) => window.storePage.fill(part), texts);
    }
    await first.close();
    const opens: number[] = [];
    const locals: number[] = [];
    const appends: number[] = [];
    const cpu: number[] = [];
    const many: number[] = [];
    let last: Awaited<ReturnType<Window['storePage']['append']>> | undefined;
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await context.newPage();
      await page.goto(url);
      const client = await context.newCDPSession(page);
      await client.send('Performance.enable', { timeDomain: 'threadTicks' });
      const before = await taskMs(client);
      const opened = await page.evaluate(() => window.storePage.open());
      cpu.push((await taskMs(client)) - before);
      if (opened.events < size) throw new Error(`Inconsistent: ${opened.events} of ${size}`);
      opens.push(opened.openMs);
      last = await page.evaluate(() => window.storePage.append());
      many.push(last.manyMs);
      appends.push(...last.appendsMs);
      await page.close();
      // A page of its own: what one log has made the engine compile, the next one finds.
      const other = await context.newPage();
      await other.goto(url);
      locals.push((await other.evaluate(() => window.storePage.open('local'))).openMs);
      await other.close();
    }
    return {
      openMs: median(opens),
      openBestMs: Math.min(...opens),
      openCpuMs: median(cpu),
      localMs: median(locals),
      appendMs: median(appends),
      appendWorstMs: Math.max(...appends),
      appendManyMs: median(many),
      units: last?.units ?? 0,
      unitsPerPackedEvent: last?.unitsPerPackedEvent ?? 0,
    };
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the page's main thread has worked so far, in ms. */
async function taskMs(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

const NAMESPACE = 'recall:/';

function answer(count: number) {
  return {
    type: 'card.reviewed',
    at: Date.UTC(2040, 0, 1) + count * 9000,
    offsetMinutes: 480,
    card: 'guest.name' as never,
    grade: 3,
    interval: { days: 4 },
    durationMs: 5210,
  } as const;
}

function perPackedEvent(entries: readonly (readonly [string, string])[], start: number): number {
  let units = 0;
  let events = 0;
  for (const [key, text] of entries) {
    if (!key.startsWith('c:', start)) continue;
    units += key.length + text.length;
    events += Number.parseInt(text.slice(11, text.indexOf('\n')), 36);
  }
  return events === 0 ? 0 : units / events;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function formatRow(where: string, size: number, figures: Figures): string {
  const {
    openMs,
    openBestMs,
    openCpuMs,
    localMs,
    appendMs,
    appendWorstMs,
    appendManyMs,
    packMs,
    units,
    unitsPerPackedEvent,
  } = figures;
  return [
    where.padEnd(9),
    `${size} events`.padStart(14),
    `open ${openMs.toFixed(0)} ms (best ${openBestMs.toFixed(0)}, processor ${openCpuMs.toFixed(0)})`.padStart(
      40,
    ),
    `local side ${localMs.toFixed(0)} ms`.padStart(18),
    `append ${appendMs.toFixed(2)} ms (worst ${appendWorstMs.toFixed(2)})`.padStart(34),
    `500 at once ${appendManyMs.toFixed(1)} ms`.padStart(22),
    packMs ? `pack ${packMs.toFixed(0)} ms`.padStart(14) : '',
    `${units} units of 5242880`.padStart(25),
    `${unitsPerPackedEvent.toFixed(2)} a packed event`.padStart(22),
  ].join('  ');
}

function createStorage(): StorageLike & { readonly map: Map<string, string> } {
  const map = new Map<string, string>();
  let keys: string[] | undefined;
  return {
    map,
    get length() {
      return map.size;
    },
    key(index) {
      keys ??= [...map.keys()];
      return keys[index] ?? null;
    },
    getItem: (key) => map.get(key) ?? null,
    setItem(key, value) {
      map.set(key, value);
      keys = undefined;
    },
    removeItem(key) {
      map.delete(key);
      keys = undefined;
    },
  };
}

function createJournal(): Journal & { readonly map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    load: async (known) => [...map].filter(([key]) => !known.has(key)).map(([key, text]) => ({ key, text })),
    read: async (keys) =>
      keys.flatMap((key) => {
        const text = map.get(key);
        return text === undefined ? [] : [{ key, text }];
      }),
    async write(entries) {
      for (const { key, text } of entries) map.set(key, text);
    },
    async replace(removed, entries) {
      if (removed === 'all') map.clear();
      else for (const key of removed) map.delete(key);
      for (const { key, text } of entries) map.set(key, text);
    },
    close: () => undefined,
  };
}
