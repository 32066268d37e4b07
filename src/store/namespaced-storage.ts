import type { StorageLike } from './entry.ts';
import { type HealthReason, isQuotaError } from './health.ts';

/** The keys of a storage under one namespace, which they are given without. No member throws. */
export interface NamespacedStorage {
  /** The text of a key; `undefined` if there is none, or if it cannot be read. */
  read(key: string): string | undefined;
  /** Whether a key is free or holds the same text already. */
  compare(key: string, text: string): 'free' | 'same' | 'taken' | HealthReason;
  /** Stores a text, whatever the key holds. */
  put(key: string, text: string): HealthReason | undefined;
  /** Removes a key; returns whether it is gone. */
  remove(key: string): boolean;
  /** The keys that are wanted, in the order of the storage, and whether all could be looked at. */
  list(isWanted: (key: string) => boolean): { readonly keys: readonly string[]; readonly isWhole: boolean };
}

/** A namespace of a storage, or one that holds nothing if there is no storage. */
export function createNamespacedStorage(
  storage: StorageLike | undefined,
  namespace: string,
): NamespacedStorage {
  return {
    read(key) {
      try {
        return storage?.getItem(namespace + key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    compare(key, text) {
      if (storage === undefined) return 'storage-missing';
      try {
        const found = storage.getItem(namespace + key);
        if (found === null) return 'free';
        return found === text ? 'same' : 'taken';
      } catch {
        return 'storage-failed';
      }
    },
    put(key, text) {
      if (storage === undefined) return 'storage-missing';
      try {
        storage.setItem(namespace + key, text);
        // Some private modes take a write and forget it.
        return storage.getItem(namespace + key) === text ? undefined : 'storage-failed';
      } catch (error) {
        return isQuotaError(error) ? 'storage-full' : 'storage-failed';
      }
    },
    remove(key) {
      try {
        storage?.removeItem(namespace + key);
        return true;
      } catch {
        return false;
      }
    },
    list(isWanted) {
      const keys: string[] = [];
      try {
        for (let index = 0; index < (storage?.length ?? 0); index += 1) {
          const key = storage?.key(index);
          if (!key?.startsWith(namespace)) continue;
          const own = key.slice(namespace.length);
          if (isWanted(own)) keys.push(own);
        }
      } catch {
        return { keys, isWhole: false };
      }
      return { keys, isWhole: true };
    },
  };
}
