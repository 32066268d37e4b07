import type { JournalSide } from './journal-side.ts';
import type { LocalSide } from './local-side.ts';
import { DATA_VERSION, formatVersion, migrate, parseVersion, VERSION_KEY } from './version.ts';

/** The versions of what the two sides hold. */
export interface Versions {
  /** Takes note of a version as it is stored; returns whether it can be read. */
  note(side: 'local' | 'journal', text: string): boolean;
  /** Whether either side holds data of a newer version. */
  isNewer(): boolean;
  /** Looks whether a tab with newer code has been opened beside this one. */
  check(): void;
  /** Writes the version where the local side has none. */
  place(): void;
  /** Migrates a side of an older version. */
  raise(): Promise<void>;
  /** Whether a side holds data of this version, so that no older tab writes beside it. */
  isRaised(side: 'local' | 'journal'): boolean;
  /** Back to no version at all. */
  clear(): void;
}

/** The versions of these sides, which have not been read yet. */
export function createVersions(local: LocalSide, journal: JournalSide): Versions {
  const found = new Map<'local' | 'journal', number>();
  let isNewer = false;
  const isOld = (side: 'local' | 'journal') => (found.get(side) ?? DATA_VERSION) < DATA_VERSION;
  const ours = { key: VERSION_KEY, text: formatVersion(DATA_VERSION) };
  return {
    note(side, text) {
      const version = parseVersion(text);
      if (version !== undefined) found.set(side, version);
      isNewer ||= version !== undefined && version > DATA_VERSION;
      return version !== undefined;
    },
    isNewer: () => isNewer,
    check() {
      const text = local.read(VERSION_KEY);
      if (text !== undefined && (parseVersion(text) ?? 0) > DATA_VERSION) isNewer = true;
    },
    place() {
      // A damaged version is left in place and counts as absent.
      if (local.write(VERSION_KEY, ours.text) !== undefined) return;
      local.ledger.note(VERSION_KEY);
      found.set('local', DATA_VERSION);
    },
    async raise() {
      if (isOld('local')) {
        const entries = [...local.ledger.keys()].map((key) => ({ key, text: local.read(key) ?? '' }));
        const added = migrate(entries, found.get('local') ?? DATA_VERSION);
        const isAdded = added.every(({ key, text }) => local.write(key, text) === undefined);
        if (isAdded && local.replace(VERSION_KEY, ours.text) === undefined) found.set('local', DATA_VERSION);
      }
      if (isOld('journal') && journal.isLoaded()) {
        const entries = await journal.read([...journal.ledger.keys()]);
        const added = migrate(entries, found.get('journal') ?? DATA_VERSION);
        if (await journal.replace([], [...added, ours])) found.set('journal', DATA_VERSION);
      }
    },
    isRaised: (side) =>
      found.get(side) === DATA_VERSION || (side === 'journal' && journal.hasWrittenVersion()),
    clear() {
      found.clear();
      isNewer = false;
    },
  };
}
