import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { injectManifest } from 'workbox-build';
import {
  DIGEST_NAMED,
  findPrecacheProblems,
  OFFLINE_404,
  PRECACHE_GLOBS,
  PRECACHE_IGNORES,
  WORKER_FILE,
} from '../offline/precache.ts';

const ENTRY = fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url));

/** One file larger than this stops the build; left out silently it would be missing offline. */
const LARGEST_FILE_BYTES = 8 * 1024 * 1024;

/** What was made: how many files and bytes a reader keeps for offline use. */
export interface WorkerSummary {
  readonly count: number;
  readonly bytes: number;
}

/**
 * Writes `sw.js` over a finished build; must run after everything else that changes `dist`, search included.
 * @throws Error that names each page or search file missing from the precache list, and any Workbox warning.
 */
export async function writeServiceWorker({
  dist,
  base,
  pages,
}: {
  readonly dist: string;
  readonly base: string;
  readonly pages: readonly string[];
}): Promise<WorkerSummary> {
  await copyFile(path.join(dist, '404.html'), path.join(dist, OFFLINE_404));
  const bundle = await mkdtemp(path.join(tmpdir(), 'service-worker-'));
  try {
    await bundleWorker(bundle);
    let urls: string[] = [];
    const { count, size, warnings } = await injectManifest({
      swSrc: path.join(bundle, WORKER_FILE),
      swDest: path.join(dist, WORKER_FILE),
      globDirectory: dist,
      globPatterns: [...PRECACHE_GLOBS],
      globIgnores: [...PRECACHE_IGNORES],
      dontCacheBustURLsMatching: DIGEST_NAMED,
      modifyURLPrefix: { '': base },
      maximumFileSizeToCacheInBytes: LARGEST_FILE_BYTES,
      manifestTransforms: [
        (manifest) => {
          urls = manifest.map(({ url }) => url);
          return { manifest };
        },
      ],
    });
    const problems = [...warnings, ...findPrecacheProblems(urls, { base, pages })];
    if (problems.length > 0)
      throw new Error(['The site would not work offline:', ...problems].join('\n  - '));
    return { count, bytes: size };
  } finally {
    await rm(bundle, { recursive: true });
  }
}

async function bundleWorker(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      outDir,
      emptyOutDir: false,
      lib: { entry: ENTRY, formats: ['iife'], name: 'worker', fileName: () => WORKER_FILE },
    },
  });
}
