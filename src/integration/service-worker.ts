import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
// By itself: the package as a whole loads a bundler and Babel, most of a second that nothing here needs.
import { injectManifest } from 'workbox-build/build/inject-manifest.js';
import type { Locale } from '../format/locale.ts';
import { FILE_LIST_FOLDER } from '../format/offline.ts';
import { DIGEST_LENGTH, fileListPath, formatFileList, type ListedFile } from '../offline/file-list.ts';
import {
  findPrecacheProblems,
  isPrecached,
  KILL_SWITCH_FILE,
  OFFLINE_404,
  splitFiles,
  WORKER_FILE,
} from '../offline/precache.ts';
import { listBuiltFiles } from './built-files.ts';

/** One file larger than this stops the build; left out silently it would be missing offline. */
const LARGEST_FILE_BYTES = 8 * 1024 * 1024;

/** Files and bytes that are kept: what every page needs, and each language. */
export interface WorkerSummary {
  readonly shell: Amount;
  readonly languages: Readonly<Record<Locale, Amount>>;
}

interface Amount {
  readonly files: number;
  readonly bytes: number;
}

interface Build {
  readonly dist: string;
  readonly base: string;
  /** Paths of the pages below the base path. */
  readonly pages: readonly string[];
  /** Language tags by locale. */
  readonly languages: Readonly<Record<Locale, string>>;
}

/**
 * Writes `sw.js` over a finished build; must run after everything else that changes `dist`, search included.
 * @throws Error that names each page or search file that would not be kept, and any Workbox warning.
 */
export async function writeServiceWorker({ dist, base, pages, languages }: Build): Promise<WorkerSummary> {
  await copyFile(path.join(dist, '404.html'), path.join(dist, OFFLINE_404));
  await rm(path.join(dist, FILE_LIST_FOLDER), { recursive: true, force: true });
  const bundle = await mkdtemp(path.join(tmpdir(), 'service-worker-'));
  try {
    await bundleWorker('service-worker', bundle, WORKER_FILE);
    const files = listFiles(dist);
    const split = splitFiles(files, languages);
    const shell = [...split.shell, ...(await writeFileLists(dist, split.languages))];
    const manifest = await Promise.all(
      shell.map(async (file) => ({
        url: base + file.path,
        revision: file.digest,
        integrity: await integrityOf(path.join(dist, decodeURIComponent(file.path))),
        size: file.bytes,
      })),
    );
    const { warnings } = await injectManifest({
      swSrc: path.join(bundle, WORKER_FILE),
      swDest: path.join(dist, WORKER_FILE),
      // Workbox would read every file of the site once more, only to give it a digest of its own.
      globDirectory: dist,
      globPatterns: [],
      manifestTransforms: [() => ({ manifest })],
    });
    const problems = [
      ...warnings,
      ...files
        .filter(({ bytes }) => bytes > LARGEST_FILE_BYTES)
        .map(({ path: file }) => `${file} is too large.`),
      ...findPrecacheProblems(split, pages),
    ];
    if (problems.length > 0)
      throw new Error(['The site would not work offline:', ...problems].join('\n  - '));
    return {
      shell: amountOf(shell),
      languages: Object.fromEntries(
        Object.entries(split.languages).map(([locale, own]) => [locale, amountOf(own)]),
      ),
    };
  } finally {
    await rm(bundle, { recursive: true });
  }
}

/** Writes the worker that takes offline use back, as `file`: beside `sw.js` to be at hand, or in its place. */
export async function writeKillSwitch(
  dist: string,
  file: typeof KILL_SWITCH_FILE | typeof WORKER_FILE = KILL_SWITCH_FILE,
): Promise<void> {
  await bundleWorker('kill-switch', dist, file);
}

/** The files of a build that can be kept, by path; one after the other, as a large site is larger than memory. */
function listFiles(dist: string): ListedFile[] {
  const read = createReader();
  return listBuiltFiles(dist)
    .filter(isPrecached)
    .map((file) => {
      // Thousands of small files are read in a fraction of the time when none is waited for.
      const content = read(path.join(dist, file));
      // As a URL shows it, so that the worker can compare.
      const { pathname } = new URL(file.replace(/[%?#]/g, encodeURIComponent), 'http://localhost/');
      return { path: pathname.slice(1), digest: digestNow(content), bytes: content.length };
    });
}

/**
 * Reads files, each into the room of the one before: what it gives is good until the next. Room of its own for every file
 * of a large site would make the garbage collector go through all memory again and again.
 */
function createReader(): (file: string) => Uint8Array {
  let room = new Uint8Array(2 ** 20);
  return (file) => {
    const descriptor = openSync(file, 'r');
    try {
      const { size } = fstatSync(descriptor);
      if (size > room.length) room = new Uint8Array(2 * size);
      let length = 0;
      for (let got = 1; got > 0; length += got)
        got = readSync(descriptor, room, length, room.length - length, null);
      return room.subarray(0, length);
    } finally {
      closeSync(descriptor);
    }
  };
}

async function writeFileLists(
  dist: string,
  languages: Readonly<Record<Locale, readonly ListedFile[]>>,
): Promise<ListedFile[]> {
  return Promise.all(
    Object.entries(languages).map(async ([locale, files]) => {
      const text = formatFileList(files);
      const content = new TextEncoder().encode(text);
      const digest = digestNow(content);
      const file = path.join(dist, fileListPath(locale, digest));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      return { path: fileListPath(locale, digest), digest, bytes: content.length };
    }),
  );
}

/** The digest that the worker makes of the same bytes; Node need not be waited for. */
function digestNow(content: Uint8Array): string {
  return hash('sha256', content, 'hex').slice(0, DIGEST_LENGTH);
}

async function integrityOf(file: string): Promise<string> {
  return `sha256-${hash('sha256', await readFile(file), 'base64')}`;
}

function amountOf(files: readonly ListedFile[]): Amount {
  return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

async function bundleWorker(entry: string, outDir: string, file: string): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir,
      emptyOutDir: false,
      lib: {
        entry: fileURLToPath(new URL(`../offline/${entry}.ts`, import.meta.url)),
        formats: ['iife'],
        name: 'worker',
        fileName: () => file,
      },
    },
  });
}
