import type { ManifestItem } from '../format/deck.ts';
import type { Instant } from '../format/event.ts';
import { DEFAULT_OPTIONS, learnerDay, type Memories, startOfDay } from '../scheduler/index.ts';
import type { Decks } from './decks.ts';

/** How many cards will be due by the end of the learner's next day and are not due today. */
export function countDueTomorrow(memories: Memories, now: Instant): number {
  const { rolloverHour } = DEFAULT_OPTIONS;
  const day = learnerDay(now, rolloverHour);
  const from = startOfDay(day + 1, now.offsetMinutes, rolloverHour);
  const to = startOfDay(day + 2, now.offsetMinutes, rolloverHour);
  return [...memories.values()].filter(({ dueAt }) => dueAt >= from && dueAt < to).length;
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
