import type { Instant } from '../../format/event.ts';
import { learnerDay, type SchedulerOptions } from '../../scheduler/index.ts';
import { formatInterval } from '../interval-text.ts';
import type { Texts } from '../texts.ts';
import { type CardStatus, worstOf } from './card-status.ts';

/** When and by which rules a text is written. */
export interface Moment {
  readonly now: Instant;
  readonly options: Pick<SchedulerOptions, 'rolloverHour'>;
}

/** How long until a card comes: in days of the learner, or in minutes where it comes today. */
export function formatUntil(dueAt: number, { now, options }: Moment, texts: Texts): string {
  const dayOf = (at: number) => learnerDay({ ...now, at }, options.rolloverHour);
  const days = dayOf(dueAt) - dayOf(now.at);
  return formatInterval(days > 0 ? { days } : { minutes: Math.ceil((dueAt - now.at) / 60_000) }, texts);
}

/** How likely a card is recalled and when it comes, e.g. `chance of recall 93%`, `due in 4 d`; empty for a new one. */
export function describeStatus(status: CardStatus, moment: Moment, texts: Texts): readonly string[] {
  const { recall, isBuried, isDue, dueAt } = status;
  const parts = recall === undefined ? [] : [texts('lesson-mark.recall', { percent: toPercent(recall) })];
  if (isBuried) return [...parts, texts('lesson-mark.buried')];
  if (dueAt === undefined) return parts;
  const isNow = isDue && (status.state === 'fading' || dueAt <= moment.now.at);
  return [
    ...parts,
    isNow
      ? texts('lesson-mark.due-now')
      : texts('lesson-mark.due-in', { when: formatUntil(dueAt, moment, texts) }),
  ];
}

/** The state of a note in words, for those who do not see its sign. */
export function labelNote(statuses: readonly CardStatus[], texts: Texts): string {
  const { state, count } = worstOf(statuses);
  const name = texts(`lesson-mark.${state}`);
  return count === statuses.length
    ? texts('lesson-mark.label', { state: name })
    : texts('lesson-mark.label-several', { all: statuses.length, count, state: name });
}

/** The state of a note with what is known of the card that made it, in one line. */
export function summarizeNote(statuses: readonly CardStatus[], moment: Moment, texts: Texts): string {
  const { state } = worstOf(statuses);
  const worst = statuses.find((status) => status.state === state);
  return [labelNote(statuses, texts), ...(worst ? describeStatus(worst, moment, texts) : [])].join(' · ');
}

/** A probability in whole percent. */
function toPercent(probability: number): number {
  return Math.round(probability * 100);
}
