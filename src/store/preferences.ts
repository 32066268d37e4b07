import type { StorageLike } from './entry.ts';

/** Small settings that are not part of the log; the last write of any tab wins. No member throws. */
export interface Preferences {
  get(name: string): string | undefined;
  /** Returns whether the value will outlive the page. */
  set(name: string, value: string): boolean;
}

/** Preferences as plain strings under `<namespace>p:<name>`; kept in memory where there is no storage. */
export function createPreferences(storage: StorageLike | undefined, namespace: string): Preferences {
  const unstored = new Map<string, string>();
  const keyOf = (name: string) => `${namespace}p:${name}`;
  return {
    get(name) {
      const value = unstored.get(name);
      if (value !== undefined) return value;
      try {
        return storage?.getItem(keyOf(name)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    set(name, value) {
      try {
        if (storage === undefined) throw new Error('No storage');
        storage.setItem(keyOf(name), value);
        unstored.delete(name);
        return true;
      } catch {
        unstored.set(name, value);
        return false;
      }
    },
  };
}
