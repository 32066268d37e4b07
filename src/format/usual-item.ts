import type { CardKind } from './deck.ts';
import type { CardId, ItemId, NoteId } from './id.ts';

/** The note that an item's id speaks of, if it is made of a note: `<note>` or `<note>.<part>`. */
export function usualNote(id: ItemId): NoteId {
  return id.replace(/\.[^.]*$/, '') as NoteId;
}

/** The kind that a card's id speaks of. Documents say the kind only where it is another one. */
export function usualKind(id: CardId): CardKind {
  const parts = id.split('.');
  if (parts.length !== 2) return parts.length === 1 ? 'basic' : 'fact';
  return KINDS.get(parts[1] ?? '') ?? 'cloze';
}

const KINDS: ReadonlyMap<string, CardKind> = new Map([
  ['meaning', 'term-meaning'],
  ['name', 'term-name'],
  ['translation', 'term-translation'],
]);
