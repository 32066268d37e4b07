import type { Carrier } from './carrier.ts';
import { baseOfKey } from './chunk.ts';
import type { Entry, StorageLike } from './entry.ts';
import type { HealthReason } from './health.ts';
import { isCacheKey, isChunkKey, isLogKey, isOwnKey } from './key-kinds.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { findSurplus, groupMirrors, mayHaveMirrors } from './mirror.ts';
import { createNamespacedStorage } from './namespaced-storage.ts';

/** The synchronous side: `localStorage` under one namespace. No member throws. */
export interface LocalSide {
  readonly ledger: Ledger;
  /** The log's entries under keys not in the ledger; the caller notes them. */
  scan(): readonly Entry[];
  read(key: string): string | undefined;
  /** Stores under a key that is free or holds the same text already; anything else fails. */
  write(key: string, text: string): HealthReason | 'taken' | undefined;
  /** Stores whatever the key holds: for the version, the era and caches only. */
  replace(key: string, text: string): HealthReason | undefined;
  /** Stores a chunk once more beside itself, if nothing has to give way for it; returns the key of the mirror. */
  mirror(chunk: Carrier): string | undefined;
  /** Removes keys; returns those that are gone. */
  remove(keys: Iterable<string>): readonly string[];
  /** Removes everything under the namespace, of whatever version; returns whether all of it is gone. */
  wipe(): boolean;
  /** Stores a carrier; a failure leaves it in `ledger.short`. Returns the key. */
  place(carrier: Carrier): string | undefined;
  /** Tries everything in `ledger.short` again, until one fails. */
  flush(): void;
  /** UTF-16 units of the log's keys and texts, without caches. */
  units(): number;
  trouble(): HealthReason | undefined;
}

/** The local side over a storage of so many UTF-16 units, or one that holds nothing if there is no storage. */
export function createLocalSide(
  storage: StorageLike | undefined,
  namespace: string,
  capacity: number,
): LocalSide {
  const own = createNamespacedStorage(storage, namespace);
  const ledger = createLedger();
  const sizes = new Map<string, number>();
  let units = 0;
  let scanTrouble: HealthReason | undefined;
  let writeTrouble: HealthReason = 'storage-failed';
  let hasBeenFull = false;
  /** The chunks among which no mirror was found that could go. */
  let withoutMirror = '';

  function measure(key: string, text: string): void {
    const length = namespace.length + key.length + text.length;
    units += length - (sizes.get(key) ?? 0);
    sizes.set(key, length);
  }

  /** Caches and mirrors give way before anything of the learner's is refused. */
  function store(key: string, text: string): HealthReason | undefined {
    let failure = own.put(key, text);
    if (failure !== 'storage-full') return failure;
    hasBeenFull = true;
    if (side.remove(listKeys(isCacheKey)).length > 0) failure = own.put(key, text);
    while (failure === 'storage-full' && dropMirror()) failure = own.put(key, text);
    return failure;
  }

  /** Removes one mirror, of whatever tab, whose chunk stands beside it undamaged; returns whether there was one. */
  function dropMirror(): boolean {
    for (const group of groupMirrors(listKeys(isChunkKey)).values()) {
      const [surplus] = group.length > 1 ? findSurplus(group, side.read) : [];
      if (surplus === undefined || side.remove([surplus]).length === 0) continue;
      ledger.forget([surplus]);
      return true;
    }
    return false;
  }

  /** Keeps mirrors from taking the room that is short. */
  function makeRoom(): void {
    while (units >= capacity * MIRRORS_END_SHARE) {
      const chunks = String([...ledger.chunks().keys()]);
      if (chunks === withoutMirror || !mayHaveMirrors(ledger.chunks().keys())) return;
      if (!dropMirror()) withoutMirror = chunks;
    }
  }

  function listKeys(isWanted: (key: string) => boolean): readonly string[] {
    const { keys, isWhole } = own.list(isWanted);
    if (!isWhole) scanTrouble = 'storage-failed';
    return keys;
  }

  const side: LocalSide = {
    ledger,
    scan() {
      scanTrouble = undefined;
      const entries: Entry[] = [];
      // In order, because the keys of chunks begin with their time.
      for (const key of listKeys(isLogKey).toSorted()) {
        if (ledger.keys().has(key)) continue;
        const text = side.read(key);
        if (text === undefined) scanTrouble = 'storage-failed';
        else {
          measure(key, text);
          entries.push({ key, text });
        }
      }
      return entries;
    },
    read: own.read,
    write(key, text) {
      const found = own.compare(key, text);
      if (found !== 'free' && found !== 'same') return found;
      const failure = found === 'free' ? store(key, text) : undefined;
      if (failure === undefined) {
        measure(key, text);
        makeRoom();
      }
      return failure;
    },
    mirror({ key: chunkKey, text }) {
      const length = namespace.length + chunkKey.length + MIRROR_NUMBER_UNITS + text.length;
      if (hasBeenFull || units + length > capacity * MIRRORS_SHARE) return undefined;
      for (const key of ledger.candidates(baseOfKey(chunkKey))) {
        const found = side.read(key);
        if (found !== undefined && found !== text) continue;
        if (found === undefined && own.put(key, text) !== undefined) return undefined;
        measure(key, text);
        return key;
      }
      return undefined;
    },
    replace(key, text) {
      const failure = isCacheKey(key) ? own.put(key, text) : store(key, text);
      if (failure === undefined && !isCacheKey(key)) measure(key, text);
      return failure;
    },
    remove(keys) {
      const gone: string[] = [];
      for (const key of keys) {
        if (!own.remove(key)) {
          scanTrouble = 'storage-failed';
          continue;
        }
        gone.push(key);
        units -= sizes.get(key) ?? 0;
        sizes.delete(key);
      }
      return gone;
    },
    wipe() {
      side.remove(listKeys(isOwnKey));
      sizes.clear();
      units = 0;
      return listKeys(isOwnKey).length === 0 && scanTrouble === undefined;
    },
    place(carrier) {
      let failure: HealthReason = 'storage-failed';
      for (const key of ledger.candidates(carrier.key)) {
        const outcome = side.write(key, carrier.text);
        if (outcome === 'taken') continue;
        if (outcome === undefined) {
          ledger.note(key, carrier.events);
          ledger.short.delete(carrier.name);
          return key;
        }
        failure = outcome;
        break;
      }
      writeTrouble = failure;
      ledger.short.set(carrier.name, carrier);
      return undefined;
    },
    flush() {
      for (const carrier of [...ledger.short.values()]) {
        if (side.place(carrier) === undefined) return;
      }
    },
    units: () => units,
    trouble() {
      if (storage === undefined) return 'storage-missing';
      return ledger.short.size > 0 ? writeTrouble : scanTrouble;
    },
  };
  return side;
}

// Mirrors are made as long as all of the log stays below this share of the capacity …
const MIRRORS_SHARE = 0.6;
// … and removed from this one on, where old events are packed early; in between they come and go no more.
const MIRRORS_END_SHARE = 0.7;
// `~1` to `~9`.
const MIRROR_NUMBER_UNITS = 2;
