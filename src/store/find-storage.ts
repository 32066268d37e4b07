import type { StorageLike } from './entry.ts';

/** The storage of a window that allows one. Only the access is tried, not a write: a full storage can still be read. */
export function findStorage(scope: { readonly localStorage?: StorageLike }): StorageLike | undefined {
  try {
    return scope.localStorage ?? undefined;
  } catch {
    return undefined;
  }
}
