import type { Carrier } from './carrier.ts';
import type { Entry } from './entry.ts';
import type { Ledger } from './ledger.ts';

/** A side of the store as packing and mirroring see it. Nothing rejects. */
export interface PackedSide {
  readonly ledger: Ledger;
  read(keys: readonly string[]): Promise<readonly Entry[]>;
  /** Returns the key under which the chunk now stands. */
  add(chunk: Carrier): Promise<string | undefined>;
  /** Stores a chunk once more beside itself, if there is room; returns the key of the mirror. */
  mirror(chunk: Carrier): Promise<string | undefined>;
  /** Returns the keys that are gone. */
  remove(keys: readonly string[]): Promise<readonly string[]>;
  /** Whether this side may be changed now. */
  mayChange(): boolean;
  /** Whether this side may be packed now. */
  mayPack(): boolean;
  /** Whether what stands under a key was read without a flaw. */
  isSound(key: string): boolean;
  /** Whether a chunk needs no mirror here, because the other side is known to hold its events. */
  isHeldElsewhere(chunk: Pick<Carrier, 'key' | 'events'>): boolean;
  /** Settles when the page has had time for other things. */
  pause(): Promise<void>;
}
