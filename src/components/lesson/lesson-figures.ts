import type { CardStatus } from './card-status.ts';

/** What the end of a lesson says of its cards. Every card is in just one of the first four. */
export interface LessonFigures {
  readonly fresh: number;
  readonly due: number;
  /** Learnt and not due now. */
  readonly known: number;
  readonly suspended: number;
  /** Mean predicted recall of the learnt cards, in whole percent; `undefined` if none is learnt. */
  readonly recallPercent: number | undefined;
  /** When the next of the cards that are not due comes, in milliseconds since 1970. */
  readonly nextDueAt: number | undefined;
}

/** Adds up how the cards of a lesson stand. */
export function addUp(statuses: readonly CardStatus[]): LessonFigures {
  const active = statuses.filter(({ state }) => state !== 'suspended');
  const recalls = active.flatMap(({ recall }) => recall ?? []);
  const waiting = active.filter(({ state, isDue }) => state !== 'new' && !isDue);
  const times = waiting.flatMap(({ dueAt }) => dueAt ?? []);
  const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
  return {
    fresh: active.filter(({ state }) => state === 'new').length,
    due: active.filter(({ isDue }) => isDue).length,
    known: waiting.length,
    suspended: statuses.length - active.length,
    recallPercent: recalls.length > 0 ? Math.round(mean * 100) : undefined,
    nextDueAt: times.length > 0 ? Math.min(...times) : undefined,
  };
}
