import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { DECK_VERSION, type LessonDeck, type Manifest } from '../../src/format/deck.ts';
import type { EventDraft } from '../../src/format/event.ts';
import type { CardId, LessonId, NoteId, WriterId } from '../../src/format/id.ts';
import { packLesson } from '../../src/format/pack-lesson.ts';
import { packManifest } from '../../src/format/packed-manifest.ts';
import { exportBackup } from '../../src/store/backup.ts';
import { openLog } from '../../src/store/log.ts';
import { ensureChromium, LAUNCH_ARGS } from '../chromium.ts';
import { run as runCommand } from '../run.ts';
import { createSiteServer } from '../serve.ts';

const CARDS = 10_000;
const ANSWERS_A_CARD = 10;
const CARDS_A_LESSON = 20;
const ROUNDS = 100;
const DAY = 86_400_000;

/**
 * Presses keys in the review of a course of 10,000 cards over a log of 100,000 answers, and times how long the next
 * card takes to be painted: the built site, a made-up deck, a log restored from a backup.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-review-'));
  const dist = path.join(folder, 'dist');
  if ((await runCommand('astro', ['build'], { env: { OUT_DIR: dist }, isQuiet: true })) !== 0)
    throw new Error('The site could not be built: see “npm run check”.');
  const server = await listen(dist);
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    args: [...LAUNCH_ARGS],
    executablePath: await ensureChromium(),
  });
  try {
    const page = await browser.newPage({
      baseURL: `http://127.0.0.1:${port}/`,
      serviceWorkers: 'block',
      viewport: { width: 390, height: 844 },
    });
    const file = path.join(folder, 'backup.json');
    await writeFile(file, await createBackup(Date.now()));
    await page.goto('en/data/');
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByRole('button', { name: 'Add them' }).click({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Add them' }).waitFor({ state: 'hidden', timeout: 120_000 });
    await page.goto('en/review/');
    await page.locator('.recall-review__front').waitFor({ timeout: 120_000 });
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await taskMs(client);
    const paintedMs = await measure(page);
    const workMs = ((await taskMs(client)) - before) / ROUNDS;
    report('key to answer painted', paintedMs.answer);
    report('key to next card painted', paintedMs.nextCard);
    // Which other processes do not lengthen.
    console.log(`work of the page’s main thread: ${workMs.toFixed(1)} ms a card`);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** For each round, in ms. */
interface Figures {
  readonly answer: readonly number[];
  readonly nextCard: readonly number[];
}

/** Goes through cards and times both keys of each. */
async function measure(page: Page): Promise<Figures> {
  return page.evaluate(
    async ({ rounds }) => {
      const sideOf = () =>
        `${document.querySelector('.recall-review__front')?.textContent} ${document.querySelector('.recall-review__back') === null}`;
      const painted = () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => {
            // A task put in a frame runs when that frame has been painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(undefined);
          });
        });
      const press = async (key: string) => {
        const side = sideOf();
        const changed = new Promise<void>((resolve, reject) => {
          setTimeout(
            () => reject(new Error(`Nothing followed the key “${key}”: is the queue empty?`)),
            10_000,
          );
          const observer = new MutationObserver(() => {
            if (sideOf() === side || !document.querySelector('.recall-review__front')) return;
            observer.disconnect();
            resolve();
          });
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        });
        const start = performance.now();
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
        await changed;
        await painted();
        return performance.now() - start;
      };
      // As a learner would: something is read before the next key.
      const read = () => new Promise((resolve) => setTimeout(resolve, 150));
      const answer: number[] = [];
      const nextCard: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        answer.push(await press(' '));
        await read();
        nextCard.push(await press('3'));
        await read();
      }
      return { answer, nextCard };
    },
    { rounds: ROUNDS },
  );
}

function report(name: string, paintedMs: readonly number[]): void {
  const sorted = paintedMs.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  console.log(`${name.padEnd(26)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  worst ${at(1)} ms`);
}

/** What the page's main thread has worked so far, in ms. */
async function taskMs(client: CDPSession): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** The site, with a made-up course in place of its own. */
async function listen(dist: string): Promise<Server> {
  const site = createSiteServer({ dist, base: '/' });
  const manifest = JSON.stringify(packManifest(createManifest()));
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    const lesson = /^\/recall\/en\/(made-up\/.+)\.json$/.exec(url)?.[1];
    if (lesson !== undefined) response.end(JSON.stringify(packLesson(createLesson(lesson as LessonId))));
    else if (url.startsWith('/recall/deck.json')) response.end(manifest);
    else site.emit('request', request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function createManifest(): Manifest {
  const cards = Array.from({ length: CARDS }, (_, index) => ({
    ...createIds(index),
    lesson: `made-up/lesson-${Math.floor(index / CARDS_A_LESSON)}` as LessonId,
    rev: 1,
    digest: '0123456789ab',
  }));
  return { version: DECK_VERSION, cards, questions: [], history: { renamed: {}, retired: [] } };
}

function createLesson(lesson: LessonId): LessonDeck {
  const first = Number(lesson.split('-').at(-1)) * CARDS_A_LESSON;
  const cards = Array.from({ length: CARDS_A_LESSON }, (_, place) => ({
    ...createIds(first + place),
    locale: 'en',
    front: `<p>What is <strong>number ${first + place}</strong> of this made-up course, and what does it do?</p>`,
    back: `<p>It is the one after number ${first + place - 1}, and it does what a card of usual length does: it fills some lines with <code>text</code>.</p>`,
  }));
  return { version: DECK_VERSION, lesson, title: lesson, cards, questions: [] };
}

function createIds(index: number) {
  return { id: `card-${index}` as CardId, kind: 'basic', note: `card-${index}` as NoteId } as const;
}

/** Ten answers to every card, so that some hundreds are due at `now`. */
async function createBackup(now: number): Promise<string> {
  const log = await openLog({
    namespace: 'recall:/',
    storage: undefined,
    journal: undefined,
    writer: 'bench00000' as WriterId,
  });
  const drafts: EventDraft[] = [];
  for (let index = 0; index < CARDS; index += 1) {
    // The last interval began up to its own length ago, and for one card in twenty it ends today.
    const wait = index % 20 === 0 ? 0 : 1 + (index % 150);
    const intervals = Array.from({ length: ANSWERS_A_CARD }, (_, place) => Math.ceil(1.6 ** place * 2.5));
    let at = now - (intervals.reduce((sum, days) => sum + days, 0) - wait) * DAY + (index % 3600) * 1000;
    for (const days of intervals) {
      if (at > now - DAY / 2) break;
      drafts.push({
        type: 'card.reviewed',
        at,
        offsetMinutes: 480,
        card: `card-${index}` as CardId,
        grade: 3,
        interval: { days },
        durationMs: 5000 + (index % 4000),
      });
      at += days * DAY;
    }
  }
  log.appendAll(drafts.sort((a, b) => a.at - b.at));
  return exportBackup(log);
}
