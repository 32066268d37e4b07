import type { ManifestItem } from '../format/deck.ts';
import type { Instant } from '../format/event.ts';
import { isHeld, learnerDay, type Memories, type Schedule } from '../scheduler/index.ts';
import type { Decks } from './decks.ts';

/** How many cards will be due by the end of the learner's next day and are not due today. */
export function countDueTomorrow({ memories, holds, options }: Schedule, now: Instant): number {
  const tomorrow = learnerDay(now, options.rolloverHour) + 1;
  let count = 0;
  for (const { item, dueDay } of memories.values()) {
    if (dueDay === tomorrow && !isHeld(holds.get(item), tomorrow)) count += 1;
  }
  return count;
}

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

/** Whether due questions come among the cards of the review: the preference's name, and `off` for no. */
export const QUESTIONS_PREFERENCE = 'review-questions';
