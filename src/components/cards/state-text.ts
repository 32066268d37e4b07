import type { Instant } from '../../format/event.ts';
import { type CardMemory, learnerDay, type SchedulerOptions } from '../../scheduler/index.ts';
import { formatInterval } from '../interval-text.ts';
import type { Texts } from '../texts.ts';
import type { CardRow } from './rows.ts';

/** The state of a card in plain words; what asks for attention goes first. */
export function describeState({ state, isDue, isLeech, isChanged }: CardRow, texts: Texts): string {
  const name = texts(
    state === 'review' && isDue
      ? 'cards.state.due'
      : state === 'relearning'
        ? 'cards.state.learning'
        : `cards.state.${state}`,
  );
  return [
    name,
    ...(isLeech ? [texts('cards.state.leech')] : []),
    ...(isChanged ? [texts('cards.state.changed')] : []),
  ].join(' · ');
}

/** When a card comes back, counted from today. */
export function describeDue(
  { dueAt, dueDay, phase }: CardMemory,
  now: Instant,
  { rolloverHour }: SchedulerOptions,
  texts: Texts,
): string {
  const days = dueDay - learnerDay(now, rolloverHour);
  if (phase !== 'review' && dueAt > now.at && days <= 0) {
    const minutes = Math.ceil((dueAt - now.at) / 60_000);
    return texts('cards.due.in', { when: formatInterval({ minutes }, texts) });
  }
  if (days <= 0) return texts('cards.due.now');
  return texts('cards.due.in', { when: formatInterval({ days }, texts) });
}
