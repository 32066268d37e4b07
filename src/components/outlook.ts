import type { ManifestItem } from '../format/deck.ts';
import type { Memories } from '../scheduler/index.ts';
import type { Decks } from './decks.ts';

/**
 * What the daily review chooses from: every card, and questions that were answered before if the learner wants them.
 * Those not wanted still pull the card of a wrong answer.
 */
export function selectReviewItems(
  { cards, questions }: Pick<Decks, 'cards' | 'questions'>,
  memories: Memories,
  hasQuestions: boolean,
): { readonly deck: readonly ManifestItem[]; readonly unasked: readonly ManifestItem[] } {
  const known = questions.filter(({ id }) => memories.has(id));
  return hasQuestions ? { deck: [...cards, ...known], unasked: [] } : { deck: cards, unasked: known };
}

/**
 * A forecast, today first, of which today asks only so many: the rest (siblings of cards of today, and what is beyond
 * the limits) comes from tomorrow on and is counted there.
 */
export function putOffTheRest(days: readonly number[], today: number): readonly number[] {
  const [all = 0, tomorrow = 0, ...later] = days;
  return days.length < 2 ? days : [Math.min(all, today), tomorrow + Math.max(0, all - today), ...later];
}
