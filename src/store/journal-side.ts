import type { Carrier } from './carrier.ts';
import type { Entry, Journal } from './entry.ts';
import { ERA_KEY } from './era.ts';
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
  /** Whether this log has written the version of its data. */
  hasWrittenVersion(): boolean;
  /** The text of its era, as it was last loaded. */
  eraText(): string | undefined;
  /** From now on takes nothing unless its era has this text. */
  expectEra(text: string | undefined): void;
  read(keys: readonly string[]): Promise<readonly Entry[]>;
  /** Adds these carriers and everything in `ledger.short`; settles once they are safe or patience ends. */
  place(carriers: readonly Carrier[]): Promise<HealthReason | undefined>;
  /** Adds a chunk of what stands alone; returns its key. */
  add(carrier: Carrier): Promise<string | undefined>;
  /** Removes and puts in one step; returns whether it happened. */
  replace(removed: readonly string[] | 'all', entries: readonly Entry[]): Promise<boolean>;
  trouble(): HealthReason | undefined;
  /** Calls back when a write that patience had given up has ended after all. */
  watchLate(listener: () => void): void;
  /** Waits for the writes under way, no longer than patience lasts, and closes the journal. */
  close(): Promise<void>;
}

/** The journal side over a journal, or one that holds nothing if there is none. */
export function createJournalSide(journal: Journal | undefined, patienceMs: number): JournalSide {
  const ledger = createLedger();
  const underWay = new Set<Promise<unknown>>();
  let onLate = () => {};
  let loaded = journal === undefined;
  let hasWrittenVersion = false;
  let eraText: string | undefined;
  let expectedEra: string | undefined;
  let loadTrouble: HealthReason = 'journal-slow';
  let writeTrouble: HealthReason = 'journal-failed';

  async function write(carriers: Iterable<Carrier>): Promise<HealthReason | undefined> {
    const entries: Entry[] = [];
    const written = new Map<string, Carrier>();
    for (const carrier of carriers) {
      if (ledger.holds(carrier)) {
        ledger.short.delete(carrier.name);
        continue;
      }
      const key = ledger.candidates(carrier.key).find((candidate) => !written.has(candidate));
      if (key === undefined) continue;
      written.set(key, carrier);
      entries.push({ key, text: carrier.text });
    }
    if (entries.length === 0) return undefined;
    const generation = ledger.generation();
    const needsVersion = loaded && !ledger.keys().has(VERSION_KEY);
    if (needsVersion) entries.push({ key: VERSION_KEY, text: formatVersion(DATA_VERSION) });
    try {
      // A write that began before another tab erased everything must not land after it.
      await journal?.write(entries, { key: ERA_KEY, text: expectedEra });
    } catch (error) {
      return isQuotaError(error) ? 'journal-full' : 'journal-failed';
    }
    if (generation !== ledger.generation()) return undefined;
    hasWrittenVersion ||= needsVersion;
    for (const [key, { name, events }] of written) {
      ledger.note(key, events);
      ledger.short.delete(name);
    }
    if (needsVersion) ledger.note(VERSION_KEY);
    return undefined;
  }

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    const done = () => underWay.delete(work);
    void work.then(done, done);
    return work;
  }

  return {
    ledger,
    isLoaded: () => loaded,
    async load() {
      if (journal === undefined) return [];
      try {
        const entries = await journal.load(ledger.keys());
        loaded = true;
        eraText = entries.find(({ key }) => key === ERA_KEY)?.text;
        return entries;
      } catch {
        loadTrouble = 'journal-failed';
        return [];
      }
    },
    hasWrittenVersion: () => hasWrittenVersion,
    eraText: () => eraText,
    expectEra(text) {
      expectedEra = text;
    },
    async read(keys) {
      try {
        return (await journal?.read(keys)) ?? [];
      } catch {
        return [];
      }
    },
    async place(carriers) {
      if (journal === undefined) return 'journal-missing';
      const batch = new Map([
        ...ledger.short,
        ...carriers.map((carrier) => [carrier.name, carrier] as const),
      ]);
      const generation = ledger.generation();
      const writing = track(write(batch.values()));
      const failure = await withPatience<HealthReason | undefined, HealthReason>(
        writing,
        patienceMs,
        'journal-slow',
      );
      if (failure === undefined) return undefined;
      if (failure === 'journal-slow') void writing.then(onLate);
      if (generation !== ledger.generation()) return failure;
      writeTrouble = failure;
      for (const [name, carrier] of batch) if (!ledger.holds(carrier)) ledger.short.set(name, carrier);
      return failure;
    },
    async add({ key: base, text }) {
      const [key] = ledger.candidates(base);
      if (journal === undefined || !loaded || key === undefined) return undefined;
      try {
        await track(journal.write([{ key, text }], { key: ERA_KEY, text: expectedEra }));
        return key;
      } catch {
        return undefined;
      }
    },
    async replace(removed, entries) {
      if (journal === undefined) return true;
      try {
        const replacing = track(journal.replace(removed, entries)).then(() => true);
        return await withPatience(replacing, patienceMs, false);
      } catch {
        return false;
      }
    },
    trouble() {
      if (journal === undefined) return 'journal-missing';
      if (!loaded) return loadTrouble;
      return ledger.short.size > 0 ? writeTrouble : undefined;
    },
    watchLate(listener) {
      onLate = listener;
    },
    async close() {
      await withPatience(Promise.allSettled(underWay), patienceMs, undefined);
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
