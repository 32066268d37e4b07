import type { Deck, IdHistory } from '../format/deck.ts';
import { type ItemId, isItemId } from '../format/id.ts';

/** What is frozen of a published card or question. */
export interface LockedItem {
  readonly kind: string;
  readonly lesson: string;
  readonly rev: number;
  readonly digest: string;
}

/** A card or question that the course publishes now. */
export interface PublishedItem extends LockedItem {
  readonly id: string;
}

/** The ids that a course has published, and what became of those that it gave up. */
export interface Lock {
  readonly items: ReadonlyMap<string, LockedItem>;
  /** Old id → the id that carries on its memory, which may have been renamed in turn. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly retired: ReadonlySet<string>;
}

/** Where the lock of a course lies. */
export const LOCK_FILE = 'content/cards.lock.json';

/** The lock of a course that has published nothing. */
export const EMPTY_LOCK: Lock = { items: new Map(), renamed: new Map(), retired: new Set() };

/** Every card and question of a deck as the lock sees it. */
export function publishedItems(deck: Pick<Deck, 'cards' | 'questions'>): PublishedItem[] {
  return [...deck.cards, ...deck.questions].map(({ id, kind, lesson, rev, digest }) => ({
    id,
    kind,
    lesson,
    rev,
    digest,
  }));
}

/** What a deck says of former ids: each with the id that it has now. Renames that lead nowhere are left out. */
export function toHistory({ renamed, retired }: Lock): IdHistory {
  const resolved = [...renamed.keys()].flatMap((from): [string, ItemId][] => {
    const to = resolveId(from, renamed);
    return isItemId(to) ? [[from, to]] : [];
  });
  return { renamed: Object.fromEntries(resolved), retired: [...retired].filter(isItemId) };
}

/** The last id of a chain of renames, or `undefined` if the chain is a circle. */
export function resolveId(id: string, renamed: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  let current = id;
  for (let next = renamed.get(current); next !== undefined; next = renamed.get(current)) {
    if (seen.has(current)) return undefined;
    seen.add(current);
    current = next;
  }
  return current;
}

/** Whether an id is a note's own or one of its parts: `ring` and `ring.name` for `ring`. */
export function isWithin(id: string, note: string): boolean {
  return id === note || id.startsWith(`${note}.`);
}
