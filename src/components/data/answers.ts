import type { Instant, LearnerEvent } from '../../format/event.ts';

/** Whether an event is an answer, to a card or a question. */
export function isAnswer({ type }: Pick<LearnerEvent, 'type'>): boolean {
  return type === 'card.reviewed' || type === 'question.answered';
}

/** How many answers a log holds, those taken back later included: they are kept, too. */
export function countAnswers(events: readonly LearnerEvent[]): number {
  let count = 0;
  for (const event of events) if (isAnswer(event)) count += 1;
  return count;
}

/** Whether a log holds at least so many answers; reads no further than it must. */
export function hasAnswers(events: readonly LearnerEvent[], least: number): boolean {
  let count = 0;
  return events.some((event) => {
    if (isAnswer(event)) count += 1;
    return count >= least;
  });
}

/** The learner's clock. */
export function readClock(): Instant {
  const date = new Date();
  return { at: date.getTime(), offsetMinutes: -date.getTimezoneOffset() };
}
