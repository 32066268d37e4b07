import { options } from 'virtual:recall/options';
import type { NoteId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import { storageNamespace } from '../../format/storage-keys.ts';
import { recallOf } from '../../scheduler/index.ts';

/** What the reader knows of a concept: by the cards of its term. */
export type ConceptMemory =
  | { readonly state: 'new' | 'learning' | 'due' }
  /** `known` is the predicted recall of its weakest card, from 0 to 1. */
  | { readonly state: 'known'; readonly known: number };

/** Whether this browser holds anything of a learner beside preferences; it does not open the log. */
export function hasStarted(storage: () => Pick<Storage, 'length' | 'key'> = () => localStorage): boolean {
  const namespace = storageNamespace(options.base);
  try {
    const kept = storage();
    for (let at = 0; at < kept.length; at++) {
      const key = kept.key(at);
      if (key?.startsWith(namespace) && !key.startsWith(`${namespace}p:`)) return true;
    }
  } catch {
    // Blocked storage: there may be a journal, but nobody would wait for it to see a label.
  }
  return false;
}

/** Opens the log and gives what the reader knows of a concept, as of now. */
export async function openConceptMemories(locale: Locale): Promise<(concept: NoteId) => ConceptMemory> {
  const { openStudy } = await import('../study.ts');
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
