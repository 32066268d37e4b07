import { describe, expect, test } from 'vitest';
import { dueAfter } from '../../src/scheduler/day.ts';
import {
  elapsedDays,
  intervalDays,
  intervalMinutes,
  learnerDay,
  startOfDay,
} from '../../src/scheduler/index.ts';
import { instant } from './samples.ts';

describe('days', () => {
  test.each([
    ['Shanghai, 07:30 and 08:30 of one morning', '2026-01-05T07:30+08:00', '2026-01-05T08:30+08:00', 4, 0],
    ['Shanghai, either side of 04:00', '2026-01-05T03:59+08:00', '2026-01-05T04:00+08:00', 4, 1],
    ['either side of midnight', '2026-01-05T23:59+08:00', '2026-01-06T00:01+08:00', 4, 0],
    [
      'either side of midnight, a day that begins there',
      '2026-01-05T23:59+08:00',
      '2026-01-06T00:01+08:00',
      0,
      1,
    ],
    ['a day that begins at 23:00', '2026-01-05T22:59+08:00', '2026-01-05T23:00+08:00', 23, 1],
    ['spring forward in Berlin', '2026-03-28T12:00+01:00', '2026-03-29T12:00+02:00', 4, 1],
    ['the night of spring forward', '2026-03-29T01:59+01:00', '2026-03-29T03:59+02:00', 4, 0],
    ['fall back in Berlin', '2026-10-24T12:00+02:00', '2026-10-25T12:00+01:00', 4, 1],
    ['the doubled hour of fall back', '2026-10-25T02:30+02:00', '2026-10-25T02:30+01:00', 4, 0],
    ['Shanghai to Los Angeles, the same date', '2026-01-05T20:00+08:00', '2026-01-05T17:00-08:00', 4, 0],
    ['Los Angeles to Shanghai, a date skipped', '2026-01-05T22:00-08:00', '2026-01-07T03:00+08:00', 4, 1],
    ['landing on the day before the start', '2026-01-06T09:00+13:00', '2026-01-05T12:00-10:00', 4, 0],
    ['the clock set back three days', '2026-01-08T09:00+08:00', '2026-01-05T09:00+08:00', 4, 0],
    ['before 1970', '1969-12-30T12:00+00:00', '1970-01-01T12:00+00:00', 4, 2],
  ])('[D3] %s', (_name, from, to, rolloverHour, days) => {
    expect(elapsedDays(instant(from), instant(to), rolloverHour)).toBe(days);
  });

  test.each([
    ['1970-01-01T04:00+00:00', 0],
    ['1970-01-01T03:59+00:00', -1],
    ['2026-01-05T04:00+08:00', 20_458],
    ['2026-01-05T03:59+08:00', 20_457],
    ['2026-01-05T04:00-08:00', 20_458],
  ])('[D1] %s is day %i', (text, day) => {
    expect(learnerDay(instant(text))).toBe(day);
  });

  test.each([-720, -480, 0, 330, 345, 480, 840])(
    '[D2] the first millisecond of a day at offset %i',
    (offset) => {
      for (const rolloverHour of [0, 4, 23]) {
        const at = startOfDay(20_458, offset, rolloverHour);
        expect(learnerDay({ at, offsetMinutes: offset }, rolloverHour)).toBe(20_458);
        expect(learnerDay({ at: at - 1, offsetMinutes: offset }, rolloverHour)).toBe(20_457);
      }
    },
  );

  test.each([
    ['2026-01-05T23:50+08:00', { minutes: 10 }, '2026-01-06T00:00+08:00'],
    ['2026-01-05T23:50+08:00', { days: 1 }, '2026-01-06T04:00+08:00'],
    ['2026-01-06T03:50+08:00', { days: 1 }, '2026-01-06T04:00+08:00'],
    ['2026-01-05T12:00-08:00', { days: 30 }, '2026-02-04T04:00-08:00'],
    ['2026-03-28T12:00+01:00', { days: 1 }, '2026-03-29T04:00+01:00'],
  ])('[D4] %s and %o', (from, interval, due) => {
    expect(dueAfter(instant(from), interval)).toBe(instant(due).at);
  });

  test.each([
    [{ minutes: 6 }, 6, 0],
    [{ days: 2 }, 2880, 2],
    [{ days: -1 }, 0, 0],
    [{ minutes: 1e308 }, 36_500 * 1440, 0],
    [{ days: 1e308 }, 36_500 * 1440, 36_500],
  ])('[D5] %o', (interval, minutes, days) => {
    expect(intervalMinutes(interval)).toBe(minutes);
    expect(intervalDays(interval)).toBe(days);
  });
});
