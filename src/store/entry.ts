/** One stored piece of text. Keys carry no namespace and mean the same on both sides. */
export interface Entry {
  readonly key: string;
  readonly text: string;
}

/** What the store needs of `localStorage`; every member may throw. */
export type StorageLike = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** The asynchronous, durable side: a map from key to text. Every change is all or nothing. */
export interface Journal {
  /** Every entry whose key is not in `known`. */
  load(known: ReadonlySet<string>): Promise<readonly Entry[]>;
  /** The entries under these keys, as far as there are any. */
  read(keys: readonly string[]): Promise<readonly Entry[]>;
  /**
   * Adds entries, and resolves when they would survive a power cut. An entry that exists with the same text counts as
   * added; one with another text makes it reject. So does a `guard` that does not stand as it says: without its
   * text, its key must be missing.
   */
  write(entries: readonly Entry[], guard?: Guard): Promise<void>;
  /** Removes keys and puts entries in place of whatever they held. */
  replace(removed: readonly string[] | 'all', entries: readonly Entry[]): Promise<void>;
  close(): void;
}

/** What must stand in a journal for a write to take place. */
export interface Guard {
  readonly key: string;
  readonly text: string | undefined;
}

/** What reaches a log from outside: entries that another tab wrote, or a moment to look around again. */
export type Change =
  | { readonly type: 'written'; readonly entries: readonly Entry[] }
  | { readonly type: 'woken' };

/** The wire between the tabs of one browser. */
export interface ChangeChannel {
  /** Tells the other tabs; may throw or lose the message. */
  post(entries: readonly Entry[]): void;
  /** Returns the function that ends listening. */
  listen(listener: (change: Change) => void): () => void;
}
