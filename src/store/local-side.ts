import type { EventId } from '../format/id.ts';
import type { Entry, StorageLike } from './entry.ts';
import { EVENT_KEY_PREFIX } from './event-id.ts';
import { type HealthReason, isQuotaError } from './health.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { VERSION_KEY } from './version.ts';

/** What the keys of quarantined texts begin with, after the namespace. */
export const QUARANTINE_KEY_PREFIX = 'q:';

/** The synchronous side: `localStorage` under one namespace. No member throws. */
export interface LocalSide {
  readonly ledger: Ledger;
  /** The log's entries under keys not in the ledger; the caller notes them. */
  scan(): readonly Entry[];
  read(key: string): string | undefined;
  /** Stores under a key that is free or holds the same text already; anything else fails. */
  write(key: string, text: string): HealthReason | 'taken' | undefined;
  /** Stores an event; a failure leaves it in `ledger.short`. Returns the key. */
  place(id: EventId, text: string): string | undefined;
  /** Tries everything in `ledger.short` again, until one fails. */
  flush(): void;
  trouble(): HealthReason | undefined;
}

/** The local side over a storage, or one that holds nothing if there is no storage. */
export function createLocalSide(storage: StorageLike | undefined, namespace: string): LocalSide {
  const ledger = createLedger();
  let scanTrouble: HealthReason | undefined;
  let writeTrouble: HealthReason = 'storage-failed';

  const side: LocalSide = {
    ledger,
    scan() {
      if (storage === undefined) return [];
      const entries: Entry[] = [];
      scanTrouble = undefined;
      try {
        for (const key of listKeys(storage, namespace)) {
          if (ledger.keys().has(key)) continue;
          const text = side.read(key);
          if (text === undefined) scanTrouble = 'storage-failed';
          else entries.push({ key, text });
        }
      } catch {
        scanTrouble = 'storage-failed';
      }
      return entries;
    },
    read(key) {
      try {
        return storage?.getItem(namespace + key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(key, text) {
      if (storage === undefined) return 'storage-missing';
      try {
        const found = storage.getItem(namespace + key);
        if (found !== null) return found === text ? undefined : 'taken';
        storage.setItem(namespace + key, text);
        // Some private modes take a write and forget it.
        return storage.getItem(namespace + key) === text ? undefined : 'storage-failed';
      } catch (error) {
        return isQuotaError(error) ? 'storage-full' : 'storage-failed';
      }
    },
    place(id, text) {
      let failure: HealthReason = 'storage-failed';
      for (const key of ledger.candidates(id)) {
        const outcome = side.write(key, text);
        if (outcome === 'taken') continue;
        if (outcome === undefined) {
          ledger.note(key, id);
          return key;
        }
        failure = outcome;
        break;
      }
      writeTrouble = failure;
      ledger.short.set(id, text);
      return undefined;
    },
    flush() {
      for (const [id, text] of [...ledger.short]) {
        if (side.place(id, text) === undefined) return;
      }
    },
    trouble() {
      if (storage === undefined) return 'storage-missing';
      return ledger.short.size > 0 ? writeTrouble : scanTrouble;
    },
  };
  return side;
}

function listKeys(storage: StorageLike, namespace: string): readonly string[] {
  const keys: string[] = [];
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index);
    if (key?.startsWith(namespace)) keys.push(key.slice(namespace.length));
  }
  return keys.filter(
    (key) => key === VERSION_KEY || key.startsWith(EVENT_KEY_PREFIX) || key.startsWith(QUARANTINE_KEY_PREFIX),
  );
}
