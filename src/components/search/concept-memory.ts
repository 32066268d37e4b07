import type { NoteId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import { recallOf } from '../../scheduler/index.ts';
import { openStudy } from '../study.ts';

/** What the reader knows of a concept: by the cards of its term. */
export type ConceptMemory =
  | { readonly state: 'new' | 'learning' | 'due' }
  /** `known` is the predicted recall of its weakest card, from 0 to 1. */
  | { readonly state: 'known'; readonly known: number };

/** Opens the log and gives what the reader knows of a concept, as of now. */
export async function openConceptMemories(locale: Locale): Promise<(concept: NoteId) => ConceptMemory> {
  const { decks, schedule, now } = await openStudy(locale);
  const cards = new Map<NoteId, typeof decks.cards>();
  for (const card of decks.cards) cards.set(card.note, [...(cards.get(card.note) ?? []), card]);
  return (concept) => {
    const time = now();
    const own = cards.get(concept) ?? [];
    const current = schedule.peek();
    const known = own.flatMap(({ id }) => current.memories.get(id) ?? []);
    if (known.length === 0) return { state: 'new' };
    if (known.some(({ dueAt }) => dueAt <= time.at)) return { state: 'due' };
    if (known.length < own.length || known.some(({ phase }) => phase !== 'review'))
      return { state: 'learning' };
    return {
      state: 'known',
      known: Math.min(...known.map(({ item }) => recallOf(current, item, time) ?? 1)),
    };
  };
}
