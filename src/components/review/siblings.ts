import type { ManifestItem } from '../../format/deck.ts';
import type { ItemId, NoteId } from '../../format/id.ts';
import type { Decks } from '../decks.ts';

/** Prepares to tell the other items of an item's note. */
export function createSiblings({
  cards,
  questions,
}: Pick<Decks, 'cards' | 'questions'>): (item: ManifestItem) => readonly ItemId[] {
  const notes = new Map<NoteId, ItemId[]>();
  for (const { id, note } of [...cards, ...questions]) {
    const items = notes.get(note);
    if (items) items.push(id);
    else notes.set(note, [id]);
  }
  return ({ id, note }) => (notes.get(note) ?? []).filter((other) => other !== id);
}
