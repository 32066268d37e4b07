import type { CardReviewed, LearnerEvent, QuestionAnswered } from '../format/event.ts';
import type { ItemId } from '../format/id.ts';

/** An event that schedules an item: a card graded by the learner, or a question graded by its answer. */
export type Answer = CardReviewed | QuestionAnswered;

/** The event as an answer, or `undefined` if it is something else. */
export function asAnswer(event: LearnerEvent): Answer | undefined {
  return event.type === 'card.reviewed' || event.type === 'question.answered' ? event : undefined;
}

/** The item that an answer schedules. */
export function itemOf(answer: Answer): ItemId {
  return answer.type === 'card.reviewed' ? answer.card : answer.question;
}
