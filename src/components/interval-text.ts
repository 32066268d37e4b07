import type { Interval } from '../format/event.ts';
import type { Texts } from './texts.ts';

/** An interval in a few characters, e.g. `10 min`, `8 d`, `1.5 mo`, `2 y`. */
export function formatInterval(interval: Interval, texts: Texts): string {
  if ('minutes' in interval)
    return texts('interval.minutes', { count: Math.max(1, Math.round(interval.minutes)) });
  const { days } = interval;
  if (days < 31) return texts('interval.days', { count: days });
  if (days < 365) return texts('interval.months', { count: rounded(days / 30.4375) });
  return texts('interval.years', { count: rounded(days / 365.25) });
}

/** A wait in milliseconds, rounded up to minutes. */
export function formatWait(milliseconds: number, texts: Texts): string {
  return formatInterval({ minutes: Math.ceil(milliseconds / 60_000) }, texts);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
