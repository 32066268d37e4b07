import type { EventId } from '../format/id.ts';
import type { Entry, Journal } from './entry.ts';
import { type HealthReason, isQuotaError } from './health.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { DATA_VERSION, formatVersion, VERSION_KEY } from './version.ts';

/** The asynchronous side, with its patience. No member throws or rejects. */
export interface JournalSide {
  readonly ledger: Ledger;
  /** Whether everything that the journal held has been seen. */
  isLoaded(): boolean;
  /** The entries under keys not in the ledger, which the caller notes; however long it takes. */
  load(): Promise<readonly Entry[]>;
  /** Adds these events and everything in `ledger.short`; settles once they are safe or patience ends. */
  place(records: ReadonlyMap<EventId, string>): Promise<HealthReason | undefined>;
  trouble(): HealthReason | undefined;
  /** Waits for the writes under way, no longer than patience lasts, and closes the journal. */
  close(): Promise<void>;
}

/** The journal side over a journal, or one that holds nothing if there is none. */
export function createJournalSide(journal: Journal | undefined, patienceMs: number): JournalSide {
  const ledger = createLedger();
  const underWay = new Set<Promise<unknown>>();
  let loaded = journal === undefined;
  let loadTrouble: HealthReason = 'journal-slow';
  let writeTrouble: HealthReason = 'journal-failed';

  async function write(records: ReadonlyMap<EventId, string>): Promise<HealthReason | undefined> {
    const entries: Entry[] = [];
    const holders = new Map<string, EventId>();
    for (const [id, text] of records) {
      const [key] = ledger.candidates(id);
      if (key === undefined || ledger.holds(id)) continue;
      holders.set(key, id);
      entries.push({ key, text });
    }
    if (entries.length === 0) return undefined;
    const needsVersion = loaded && !ledger.keys().has(VERSION_KEY);
    if (needsVersion) entries.push({ key: VERSION_KEY, text: formatVersion(DATA_VERSION) });
    try {
      await journal?.write(entries);
    } catch (error) {
      return isQuotaError(error) ? 'journal-full' : 'journal-failed';
    }
    for (const [key, id] of holders) ledger.note(key, id);
    if (needsVersion) ledger.note(VERSION_KEY);
    return undefined;
  }

  return {
    ledger,
    isLoaded: () => loaded,
    async load() {
      if (journal === undefined) return [];
      try {
        const entries = await journal.load(ledger.keys());
        loaded = true;
        return entries;
      } catch {
        loadTrouble = 'journal-failed';
        return [];
      }
    },
    async place(records) {
      if (journal === undefined) return 'journal-missing';
      const batch = new Map([...ledger.short, ...records]);
      const writing = write(batch);
      underWay.add(writing);
      void writing.then(() => underWay.delete(writing));
      const failure = await withPatience<HealthReason | undefined, HealthReason>(
        writing,
        patienceMs,
        'journal-slow',
      );
      if (failure === undefined) return undefined;
      writeTrouble = failure;
      for (const [id, text] of batch) if (!ledger.holds(id)) ledger.short.set(id, text);
      return failure;
    },
    trouble() {
      if (journal === undefined) return 'journal-missing';
      if (!loaded) return loadTrouble;
      return ledger.short.size > 0 ? writeTrouble : undefined;
    },
    async close() {
      await withPatience(Promise.all(underWay), patienceMs, undefined);
      try {
        journal?.close();
      } catch {
        // A connection that cannot be closed is closed already.
      }
    },
  };
}

/** What `promise` gives, or `fallback` if it takes longer than so many ms. */
export async function withPatience<T, F>(promise: Promise<T>, ms: number, fallback: F): Promise<T | F> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<F>((resolve) => {
    timer = setTimeout(() => resolve(fallback), ms);
  });
  try {
    return await Promise.race([promise, patience]);
  } finally {
    clearTimeout(timer);
  }
}
