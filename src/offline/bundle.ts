import type { OfflineFailure } from '../format/offline.ts';
import { digestOf, type FileList, type ListedFile, localeOfFileList } from './file-list.ts';

/** The files of one language in one version, kept all or none. */
export interface Bundle {
  readonly list: FileList;
  state(): Promise<'kept' | 'begun' | 'absent'>;
  /** When every file was last compared with its digest, in milliseconds UTC; `undefined` unless kept. */
  verifiedAt(): Promise<number | undefined>;
  /** A kept file; nothing while any file of the language has yet to arrive. */
  find(path: string): Promise<Response | undefined>;
  /**
   * Fetches what is missing and then says that all is there. What arrived before a failure is not fetched again.
   * @throws KeepError; the version kept before stays whole.
   */
  keep(onProgress?: (done: number, total: number) => void): Promise<void>;
  /** Compares every file with its digest, drops the damaged ones, and gives their paths. */
  verify(): Promise<string[]>;
  /** Drops files of other versions. */
  prune(): Promise<void>;
  remove(): Promise<void>;
}

/** Why files could not be kept. */
export class KeepError extends Error {
  readonly reason: OfflineFailure;
  constructor(reason: OfflineFailure, path: string, options?: ErrorOptions) {
    super(`${path}: ${reason}`, options);
    this.reason = reason;
  }
}

/** What a bundle needs of the worker it lives in. */
export interface BundleHost {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  /** The worker’s scope, a whole URL. */
  readonly scope: string;
  /** Milliseconds UTC. */
  readonly now: () => number;
}

/**
 * The bundle of a list in the cache of this name. Files of two versions lie side by side in it, under keys that
 * hold their digests, so that an update fetches only what has changed; the note that a version is whole is written
 * last.
 */
export function createBundle(list: FileList, cacheName: string, host: BundleHost): Bundle {
  const { caches, scope } = host;
  const files = new Map(list.files.map((file) => [file.path, file]));
  const keyOf = ({ path, digest }: ListedFile) => `${urlOf(path)}?${DIGEST_PARAMETER}=${digest}`;
  const urlOf = (path: string) => new URL(path, scope).href;
  const noteKey = urlOf(list.path);
  const open = async () => ((await caches.has(cacheName)) ? caches.open(cacheName) : undefined);
  const readNote = async (): Promise<Note | undefined> => (await (await open())?.match(noteKey))?.json();
  const put = (cache: Cache, key: string, response: Response) =>
    cache.put(key, response).catch((cause: unknown) => {
      throw new KeepError(isFull(cause) ? 'space' : 'other', key, { cause });
    });
  const writeNote = (cache: Cache, verifiedAt = host.now()) =>
    put(cache, noteKey, new Response(JSON.stringify({ verifiedAt } satisfies Note)));
  // Remembered, since it is asked before every file.
  let isWhole = false;

  return {
    list,
    state: async () => ((await readNote()) ? 'kept' : (await open()) ? 'begun' : 'absent'),
    verifiedAt: async () => (await readNote())?.verifiedAt,
    find: async (path) => {
      const file = files.get(path);
      if (!file) return undefined;
      isWhole ||= (await readNote()) !== undefined;
      return isWhole ? (await open())?.match(keyOf(file)) : undefined;
    },
    keep: async (onProgress) => {
      const cache = await caches.open(cacheName);
      const present = new Set((await cache.keys()).map(({ url }) => url));
      const missing = list.files.filter((file) => !present.has(keyOf(file)));
      let done = list.files.length - missing.length;
      onProgress?.(done, list.files.length);
      await inParallel(missing, async (file) => {
        await put(cache, keyOf(file), await fetchFile(file, urlOf(file.path), host));
        done += 1;
        onProgress?.(done, list.files.length);
      }).catch(async (error: unknown) => {
        // The room that is left belongs to the learner’s answers.
        if (error instanceof KeepError && error.reason === 'space') {
          for (const file of missing) await cache.delete(keyOf(file));
          if (present.size === 0) await caches.delete(cacheName);
        }
        throw error;
      });
      // What has not been fetched now was compared when an earlier version was kept, or checked.
      if (missing.length > 0 || !(await cache.match(noteKey))) {
        const earlier = (await readNotes(cache, scope)).map(({ verifiedAt }) => verifiedAt);
        await writeNote(cache, Math.min(host.now(), ...earlier));
      }
    },
    verify: async () => {
      const cache = await open();
      if (!cache || !(await cache.match(noteKey))) return [];
      const broken: string[] = [];
      await inParallel(list.files, async (file) => {
        const body = await (await cache.match(keyOf(file)))?.arrayBuffer();
        if (body && (await digestOf(body)) === file.digest) return;
        broken.push(file.path);
        await cache.delete(keyOf(file));
      });
      if (broken.length === 0) await writeNote(cache);
      return broken.sort();
    },
    prune: async () => {
      const cache = await open();
      if (!cache) return;
      const wanted = new Set([...list.files.map(keyOf), noteKey]);
      for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
    },
    remove: async () => {
      isWhole = false;
      await caches.delete(cacheName);
    },
  };
}

/** Whether a cache holds any version of a language as a whole. */
export async function holdsWholeBundle(cache: Cache, scope: string): Promise<boolean> {
  return (await readNotes(cache, scope)).length > 0;
}

/** The notes of all versions that a cache holds whole. */
async function readNotes(cache: Cache, scope: string): Promise<Note[]> {
  const keys = (await cache.keys()).filter(
    ({ url }) => localeOfFileList(url.slice(scope.length)) !== undefined,
  );
  const notes = await Promise.all(
    keys.map(async (key): Promise<Note | undefined> => (await cache.match(key))?.json()),
  );
  return notes.filter((note) => note !== undefined);
}

interface Note {
  readonly verifiedAt: number;
}

const DIGEST_PARAMETER = 'digest';

/** As many as browsers open to one host; one after the other would take a round trip for every file. */
const PARALLEL = 6;

/** Fetches a file and makes sure that it is the listed one. A stale copy on the way is passed by once. */
async function fetchFile({ path, digest }: ListedFile, url: string, host: BundleHost): Promise<Response> {
  for (const cache of ['default', 'reload'] as const) {
    const response = await host.fetch(url, { cache, credentials: 'same-origin' }).catch((cause: unknown) => {
      throw new KeepError('network', path, { cause });
    });
    const body = await response.arrayBuffer().catch((cause: unknown) => {
      throw new KeepError('network', path, { cause });
    });
    if (response.ok && (await digestOf(body)) === digest) {
      // Anew, since a browser refuses a redirected answer to a page request.
      return new Response(body, { headers: response.headers });
    }
    if (response.status >= 500) throw new KeepError('network', path);
  }
  throw new KeepError('changed', path);
}

/** Whether an error says that the browser gives no more room. */
export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** Stops handing out work at the first failure, and throws it when what was begun has ended. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const failures: unknown[] = [];
  const run = async () => {
    for (let item = queue.shift(); item !== undefined && failures.length === 0; item = queue.shift()) {
      await work(item).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, run));
  if (failures.length > 0) throw failures[0];
}
