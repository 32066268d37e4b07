import type { Journal } from './entry.ts';

/** Preferences that the storage does not take: in memory for all of a page, and in a database for the next one. */
export interface SparePreferences {
  get(name: string): string | undefined;
  keep(name: string, value: string): void;
  /** The storage has taken this one. */
  drop(name: string): void;
  /** Reads what an earlier page left, beneath what this one has set meanwhile. Never rejects. */
  load(): Promise<void>;
  /** Forgets everything, here and in the database. Never rejects. */
  clear(): Promise<void>;
}

/** Spare preferences over a database of their own; without one they last as long as the page. */
export function createSparePreferences(database: Journal | undefined): SparePreferences {
  const values = new Map<string, string>();
  let isCleared = false;
  const attempt = async (work: (database: Journal) => Promise<void>) => {
    try {
      if (database) await work(database);
    } catch {
      // What cannot be kept lasts as long as the page.
    }
  };
  return {
    get: (name) => values.get(name),
    keep(name, value) {
      values.set(name, value);
      void attempt((open) => open.replace([], [{ key: name, text: value }]));
    },
    drop: (name) => void values.delete(name),
    load: () =>
      attempt(async (open) => {
        for (const { key, text } of await open.load(NOTHING)) {
          if (!isCleared && !values.has(key)) values.set(key, text);
        }
      }),
    clear() {
      isCleared = true;
      values.clear();
      return attempt((open) => open.replace('all', []));
    },
  };
}

const NOTHING: ReadonlySet<string> = new Set();
