import type { StorageLike } from './entry.ts';
import { createSparePreferences, type SparePreferences } from './spare-preferences.ts';

/** Small settings that are not part of the log; the last write of any tab wins. No member throws. */
export interface Preferences {
  get(name: string): string | undefined;
  /** Returns whether the storage has taken the value. */
  set(name: string, value: string): boolean;
}

/** Preferences as plain strings under `<namespace>p:<name>`; kept in `spare` where there is no storage. */
export function createPreferences(
  storage: StorageLike | undefined,
  namespace: string,
  spare: SparePreferences = createSparePreferences(undefined),
): Preferences {
  const keyOf = (name: string) => `${namespace}p:${name}`;
  return {
    get(name) {
      const value = spare.get(name);
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
        spare.drop(name);
        return true;
      } catch {
        spare.keep(name, value);
        return false;
      }
    },
  };
}
