import type {
  CardBuried,
  CardReviewed,
  DueSet,
  ItemSwitched,
  LearnerEvent,
  QuestionAnswered,
} from '../format/event.ts';
import type { ItemId } from '../format/id.ts';

/** A card graded by the learner, or a question graded by its answer. */
export type Answer = CardReviewed | QuestionAnswered;

/** An event that concerns one item. */
export type ItemEvent = Answer | ItemSwitched | CardBuried | DueSet;

/** The item that an event concerns, or `undefined` if it concerns none. */
export function itemOf(event: LearnerEvent): ItemId | undefined {
  switch (event.type) {
    case 'card.reviewed':
      return event.card;
    case 'question.answered':
      return event.question;
    case 'card.suspended':
    case 'card.unsuspended':
    case 'card.unburied':
    case 'card.reset':
    case 'card.buried':
    case 'due.set':
      return event.item;
    default:
      return undefined;
  }
}

/** Whether an event is an answer that decides when its item comes back: not one asked out of turn. */
export function isScheduling(event: LearnerEvent): event is Answer {
  if (event.type === 'question.answered') return true;
  return event.type === 'card.reviewed' && event.cram !== true;
}
