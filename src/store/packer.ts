import type { JournalSide } from './journal-side.ts';
import type { LocalSide } from './local-side.ts';
import { isWorthPacking, type PackedSide, type PackingRules, packSide } from './packing.ts';
import type { Quarantine } from './quarantine.ts';
import type { Replicas } from './replicas.ts';

/** What a packer works on. */
export interface PackerParts {
  readonly local: LocalSide;
  readonly journal: JournalSide;
  readonly quarantine: Quarantine;
  readonly replicas: Replicas;
  readonly rules: () => PackingRules;
  readonly elect: (task: () => Promise<void>) => Promise<void>;
  readonly pause: () => Promise<void>;
}

/** Packs both sides when it is time. */
export interface Packer {
  /** Starts packing if there is enough to pack and none is under way; costs nothing otherwise. */
  consider(): void;
  pack(): Promise<void>;
}

/** A packer that has not begun. Each side is packed by what it holds itself, the durable one first. */
export function createPacker({
  local,
  journal,
  quarantine,
  replicas,
  rules,
  elect,
  pause,
}: PackerParts): Packer {
  let packing: Promise<void> | undefined;
  // What could not be packed lately is left alone until there is more of it.
  let triedFrom = 0;
  const alone = () => Math.max(local.ledger.singles().size, journal.ledger.singles().size);

  const journalSide: PackedSide = {
    ledger: journal.ledger,
    read: journal.read,
    add: journal.add,
    remove: async (keys) => ((await journal.replace(keys, [])) ? keys : []),
    mayPack: () => journal.isLoaded() && replicas.isRaised('journal') && replicas.isCurrent(),
    isSound: (key) => !quarantine.holds(`journal/${key}`),
    pause,
  };

  const localSide: PackedSide = {
    ledger: local.ledger,
    async read(keys) {
      return keys.flatMap((key) => {
        const text = local.read(key);
        return text === undefined ? [] : [{ key, text }];
      });
    },
    async add({ key: base, text }) {
      return local.ledger.candidates(base).find((key) => local.write(key, text) === undefined);
    },
    async remove(keys) {
      const gone: string[] = [];
      for (let start = 0; start < keys.length; start += SLICE) {
        await pause();
        if (!replicas.isCurrent()) break;
        gone.push(...local.remove(keys.slice(start, start + SLICE)));
      }
      return gone;
    },
    mayPack: () => replicas.isRaised('local') && replicas.isCurrent(),
    isSound: (key) => !quarantine.holds(key),
    pause,
  };

  const packer: Packer = {
    consider() {
      const isWorth = [local, journal].some(({ ledger }) => isWorthPacking(ledger, rules()));
      if (isWorth && !packing && alone() >= triedFrom) void packer.pack();
    },
    pack() {
      packing ??= elect(async () => {
        for (const side of [journalSide, localSide]) {
          await pause();
          await packSide(side, rules());
        }
        triedFrom = alone() + PATIENCE_EVENTS;
      })
        .catch(() => undefined)
        .finally(() => {
          packing = undefined;
        });
      return packing;
    },
  };
  return packer;
}

const PATIENCE_EVENTS = 64;

// Removing a key takes some 10 µs, and other tabs are told of each.
const SLICE = 200;
