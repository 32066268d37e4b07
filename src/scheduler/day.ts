import type { Instant, Interval } from '../format/event.ts';

/** Milliseconds in a minute. */
export const MINUTE = 60_000;

/** Milliseconds in a day of 24 hours. */
export const DAY = 86_400_000;

/** The hour, local time, at which a learner's day begins unless they chose another. */
export const DEFAULT_ROLLOVER_HOUR = 4;

/**
 * Number of the learner's day, by the offset that the instant carries:
 * `floor((at + offset − rollover) / 86 400 000)`, so day 0 is 1970-01-01.
 */
export function learnerDay(instant: Instant, rolloverHour: number = DEFAULT_ROLLOVER_HOUR): number {
  return Math.floor((instant.at + instant.offsetMinutes * MINUTE - rolloverHour * 60 * MINUTE) / DAY);
}

/** The first millisecond (UTC) of a learner's day where local time is UTC plus `offsetMinutes`. */
export function startOfDay(
  day: number,
  offsetMinutes: number,
  rolloverHour: number = DEFAULT_ROLLOVER_HOUR,
): number {
  return day * DAY - offsetMinutes * MINUTE + rolloverHour * 60 * MINUTE;
}

/** The learner's days between two instants, each by its own offset; 0 where the clock ran back. */
export function elapsedDays(
  from: Instant,
  to: Instant,
  rolloverHour: number = DEFAULT_ROLLOVER_HOUR,
): number {
  return Math.max(0, learnerDay(to, rolloverHour) - learnerDay(from, rolloverHour));
}

/**
 * When a card reviewed at `reviewed` comes back, in milliseconds since 1970 UTC: minutes later, or at the
 * start of the learner's day so many days later, in the offset of the review.
 */
export function dueAfter(
  reviewed: Instant,
  interval: Interval,
  rolloverHour: number = DEFAULT_ROLLOVER_HOUR,
): number {
  if ('days' in interval) {
    const day = learnerDay(reviewed, rolloverHour) + intervalDays(interval);
    return startOfDay(day, reviewed.offsetMinutes, rolloverHour);
  }
  return reviewed.at + intervalMinutes(interval) * MINUTE;
}

/** An interval in minutes, a day being 1440 of them; from 0 to 100 years, whatever was stored. */
export function intervalMinutes(interval: Interval): number {
  const minutes = 'days' in interval ? interval.days * 1440 : interval.minutes;
  return Math.min(Math.max(minutes, 0), LONGEST_DAYS * 1440);
}

/** Days of an interval, from 0 to 100 years; 0 for one in minutes. */
export function intervalDays(interval: Interval): number {
  return 'days' in interval ? Math.min(Math.max(interval.days, 0), LONGEST_DAYS) : 0;
}

// A longer one can only come from damaged or foreign data, and would hide its card for ever.
const LONGEST_DAYS = 36_500;
