import { QUARANTINE_KEY_PREFIX } from './key-kinds.ts';
import type { LocalSide } from './local-side.ts';
import { parseRecord, type RecordFlaw } from './record.ts';
import { checksum } from './seal.ts';

/** A stored text that could not be read: kept as it was found, so that it can be downloaded. */
export interface Quarantined {
  /** The key it was found under, without namespace; `journal/…` if it stood in the journal. */
  readonly key: string;
  readonly text: string;
  readonly flaw: RecordFlaw | 'chunk' | 'version' | 'era';
  /** Whether a copy stands under `q:`; if not, the text is only where it was found. */
  readonly copied: boolean;
}

/** The unreadable texts of a log. */
export interface Quarantine {
  take(key: string, text: string, flaw: Quarantined['flaw']): void;
  /** Recalls a copy made earlier, given its key under `q:`. */
  recall(copyKey: string, text: string): void;
  /** Copies what has no copy yet; what cannot be copied stays where it is. */
  flush(): void;
  list(): readonly Quarantined[];
  /** Whether something unreadable was found under a key. */
  holds(key: string): boolean;
  clear(): void;
}

/** An empty quarantine that keeps its copies on the local side. */
export function createQuarantine(local: LocalSide): Quarantine {
  const items = new Map<string, Quarantined>();
  const put = (item: Quarantined) => items.set(`${item.key}\n${item.text}`, item);
  return {
    take(key, text, flaw) {
      const known = items.get(`${key}\n${text}`);
      put({ key, text, flaw, copied: known?.copied ?? false });
    },
    recall(copyKey, text) {
      const key = copyKey.slice(QUARANTINE_KEY_PREFIX.length).replace(/#[0-9a-f]{8}$/, '');
      const known = items.get(`${key}\n${text}`);
      const parsed = parseRecord(text);
      put({ key, text, flaw: known?.flaw ?? ('flaw' in parsed ? parsed.flaw : 'version'), copied: true });
    },
    flush() {
      for (const item of [...items.values()]) {
        // Chunks are long, and nothing ever moves a damaged one from its place.
        if (item.copied || item.flaw === 'chunk') continue;
        const copyKey = QUARANTINE_KEY_PREFIX + item.key;
        let failure = local.write(copyKey, item.text);
        if (failure === 'taken') failure = local.write(`${copyKey}#${checksum(item.text)}`, item.text);
        if (failure === undefined) put({ ...item, copied: true });
      }
    },
    list: () => [...items.values()],
    holds: (key) => items.size > 0 && [...items.values()].some((item) => item.key === key),
    clear: () => items.clear(),
  };
}
