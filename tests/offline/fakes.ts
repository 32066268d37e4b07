import type { BundleHost } from '../../src/offline/bundle.ts';

/** Caches in memory, by name and URL. */
export class FakeCaches implements CacheStorage {
  readonly stored = new Map<string, Map<string, Response>>();

  async open(name: string): Promise<Cache> {
    const entries = this.stored.get(name) ?? new Map<string, Response>();
    this.stored.set(name, entries);
    const cache: Partial<Cache> = {
      match: async (key) => entries.get(urlOf(key))?.clone(),
      put: async (key, response) => void entries.set(urlOf(key), response),
      delete: async (key) => entries.delete(urlOf(key)),
      keys: async () => [...entries.keys()].map((url) => new Request(url)),
    };
    return cache as Cache;
  }

  async has(name: string): Promise<boolean> {
    return this.stored.has(name);
  }

  async delete(name: string): Promise<boolean> {
    return this.stored.delete(name);
  }

  async keys(): Promise<string[]> {
    return [...this.stored.keys()];
  }

  async match(): Promise<undefined> {
    return undefined;
  }
}

/** A host of files by URL, and a worker that fetches from it. */
export interface FakeHost extends BundleHost {
  readonly caches: FakeCaches;
  readonly files: Map<string, string>;
  /** URLs in the order in which they were fetched, with the cache mode if it was not the usual one. */
  readonly fetched: string[];
  clock: number;
}

/** `answer` may stand in for the host: a status instead of a file, or a throw for no network. */
export function createFakeHost(
  files: Readonly<Record<string, string>>,
  answer: (url: string, mode: string) => Response | undefined = () => undefined,
): FakeHost {
  const known = new Map(Object.entries(files).map(([path, text]) => [SCOPE + path, text]));
  const host: FakeHost = {
    caches: new FakeCaches(),
    files: known,
    fetched: [],
    clock: 1000,
    scope: SCOPE,
    now: () => host.clock,
    fetch: async (input, init) => {
      const url = String(input);
      const mode = init?.cache ?? 'default';
      host.fetched.push(mode === 'default' ? url : `${url} ${mode}`);
      const text = known.get(url);
      return (
        answer(url, mode) ?? new Response(text ?? 'Not found', { status: text === undefined ? 404 : 200 })
      );
    },
  };
  return host;
}

/** Where the fake site lies. */
export const SCOPE = 'https://host.test/x/';

function urlOf(key: RequestInfo | URL): string {
  return key instanceof Request ? key.url : String(key);
}
