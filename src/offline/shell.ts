import { setCacheNameDetails } from 'workbox-core';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import type { Amount } from '../format/offline.ts';
import { PREFIX } from '../format/prefix.ts';
import { KeepError } from './bundle.ts';

/** One line of the precache list that the build writes. */
export interface ShellEntry {
  readonly url: string;
  readonly revision: string | null;
  /** `sha256-…`, so that neither a stale copy nor a half-finished deployment gets in. */
  readonly integrity: string;
}

/** What every page needs: kept as a whole by Workbox, served from there. */
export interface Shell {
  /** @throws Error if any file is missing or another one; nothing of the version before is touched. */
  install(event: ExtendableEvent): Promise<unknown>;
  /** Drops files of other versions. */
  activate(event: ExtendableEvent): Promise<unknown>;
  find(path: string): Promise<Response | undefined>;
  amount(): Promise<Amount>;
  /** Compares every file with its digest and gives the paths of damaged ones. */
  verify(): Promise<string[]>;
  /** Fetches damaged files anew. @throws KeepError */
  mend(): Promise<void>;
}

/** The shell of a worker at `base`; from now on requests for its files are answered from it. */
export function createShell(entries: readonly ShellEntry[], base: string): Shell {
  setCacheNameDetails({ prefix: PREFIX });
  const controller = new PrecacheController();
  controller.addToCacheList([...entries]);
  registerRoute(
    new PrecacheRoute(controller, {
      // Pagefind asks for its entry file with `?ts=<now>`: https://github.com/Pagefind/pagefind/issues/59
      ignoreURLParametersMatching: [/^ts$/, /^utm_/, /^fbclid$/],
      directoryIndex: 'index.html',
      cleanURLs: false,
    }),
  );
  const read = async (url: string) => (await controller.matchPrecache(url))?.arrayBuffer();
  const findBroken = async () => {
    const isWhole = await Promise.all(entries.map(async (entry) => isIntact(entry, await read(entry.url))));
    return entries.filter((_, index) => !isWhole[index]);
  };
  return {
    install: (event) => controller.install(event),
    activate: (event) => controller.activate(event),
    find: async (path) =>
      controller.matchPrecache(base + (path === '' || path.endsWith('/') ? `${path}index.html` : path)),
    amount: async () => {
      const sizes = await Promise.all(entries.map(async ({ url }) => (await read(url))?.byteLength ?? 0));
      return { files: entries.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    },
    verify: async () => (await findBroken()).map(({ url }) => url.slice(base.length)),
    mend: async () => {
      const cache = await caches.open(controller.strategy.cacheName);
      for (const entry of await findBroken())
        await cache.put(controller.getCacheKeyForURL(entry.url) ?? entry.url, await fetchEntry(entry));
    },
  };
}

async function isIntact({ integrity }: ShellEntry, body: ArrayBuffer | undefined): Promise<boolean> {
  return body !== undefined && `sha256-${await base64Digest(body)}` === integrity;
}

async function fetchEntry(entry: ShellEntry): Promise<Response> {
  const response = await fetch(entry.url, { cache: 'reload', credentials: 'same-origin' }).catch(
    (cause: unknown) => {
      throw new KeepError('network', entry.url, { cause });
    },
  );
  const body = await response.arrayBuffer();
  if (response.ok && (await isIntact(entry, body))) return new Response(body, { headers: response.headers });
  throw new KeepError(response.status >= 500 ? 'network' : 'changed', entry.url);
}

async function base64Digest(body: ArrayBuffer): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', body))));
}
