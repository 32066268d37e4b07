import type { JournalSide } from './journal-side.ts';
import type { LocalSide } from './local-side.ts';
import { mayHaveMirrors, mirrorSide } from './mirror.ts';
import type { PackedSide } from './packed-side.ts';
import { isWorthPacking, type PackingRules, packSide } from './packing.ts';
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

/** Packs both sides and mirrors their chunks when it is time. */
export interface Packer {
  /** Starts if there is enough to do and nothing is under way; costs nothing otherwise. */
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
  // What the mirrors were last made for.
  let mirroredFor = '';
  let hasJournalBeenFull = false;
  const alone = () => Math.max(local.ledger.singles().size, journal.ledger.singles().size);

  const journalSide: PackedSide = {
    ledger: journal.ledger,
    read: journal.read,
    add: journal.add,
    remove: async (keys) => ((await journal.replace(keys, [])) ? keys : []),
    async mirror(chunk) {
      return hasJournalBeenFull ? undefined : journal.add(chunk);
    },
    mayChange: () => journal.isLoaded() && replicas.isCurrent(),
    mayPack: () => journal.isLoaded() && replicas.isRaised('journal') && replicas.isCurrent(),
    isSound: (key) => !quarantine.holds(`journal/${key}`),
    isHeldElsewhere: (chunk) =>
      local.trouble() === undefined || hasJournalBeenFull || local.ledger.holds(chunk),
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
    async mirror(chunk) {
      return local.mirror(chunk);
    },
    mayChange: replicas.isCurrent,
    mayPack: () => replicas.isRaised('local') && replicas.isCurrent(),
    isSound: (key) => !quarantine.holds(key),
    isHeldElsewhere: (chunk) => journal.trouble() === undefined || journal.ledger.holds(chunk),
    pause,
  };

  const sides = [journal, local];

  /** What decides which chunks need a mirror, but for the room. */
  function mirrorsWanted(): string {
    return sides
      .map(({ trouble, ledger }) => [trouble(), ledger.generation(), ...ledger.chunks().keys()].join(' '))
      .join();
  }

  function isMirroringDue(): boolean {
    const isWhole = sides.every(({ trouble }) => trouble() === undefined);
    const isConcerned = sides.some(({ ledger }) =>
      isWhole ? mayHaveMirrors(ledger.chunks().keys()) : ledger.chunks().size > 0,
    );
    return isConcerned && mirrorsWanted() !== mirroredFor;
  }

  const packer: Packer = {
    consider() {
      if (packing) return;
      const isWorth = sides.some(({ ledger }) => isWorthPacking(ledger, rules()));
      if ((isWorth && alone() >= triedFrom) || isMirroringDue()) void packer.pack();
    },
    pack() {
      packing ??= elect(async () => {
        for (const side of [journalSide, localSide]) {
          await pause();
          await packSide(side, rules());
        }
        triedFrom = alone() + PATIENCE_EVENTS;
        hasJournalBeenFull ||= journal.trouble() === 'journal-full';
        // Before: what changes meanwhile is looked at the next time.
        mirroredFor = mirrorsWanted();
        for (const side of [localSide, journalSide]) await mirrorSide(side);
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
