import { expect, test } from 'vitest';
import { compareEvents } from '../../src/store/timeline.ts';
import {
  appendReviews,
  createFakeJournal,
  createMemoryStorage,
  NOW,
  openTestLog,
  reviewAt,
} from './fakes.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** A clock as it is read at each answer: epoch ms and offset. */
const CASES: readonly (readonly [string, readonly (readonly [number, number])[]])[] = [
  [
    'goes back three days',
    [
      [NOW, 480],
      [NOW - 3 * DAY, 480],
      [NOW - 3 * DAY + MINUTE, 480],
    ],
  ],
  [
    'runs sixty years ahead and is set right',
    [
      [NOW, 480],
      [NOW + 60 * 365 * DAY, 480],
      [NOW + MINUTE, 480],
    ],
  ],
  [
    'starts in 1970',
    [
      [0, 0],
      [NOW, 480],
    ],
  ],
  [
    'stands before 1970',
    [
      [-DAY, 480],
      [NOW, 480],
    ],
  ],
  [
    'stands still',
    [
      [NOW, 480],
      [NOW, 480],
      [NOW, 480],
    ],
  ],
  [
    'travels east over the date line',
    [
      [NOW, -600],
      [NOW + 9 * 60 * MINUTE, 780],
    ],
  ],
  [
    'travels west',
    [
      [NOW, 480],
      [NOW + 60 * MINUTE, -300],
    ],
  ],
  [
    'springs forward',
    [
      [NOW, 60],
      [NOW + 20 * MINUTE, 120],
    ],
  ],
  [
    'falls back',
    [
      [NOW, 120],
      [NOW + 20 * MINUTE, 60],
    ],
  ],
  [
    'is beyond every calendar',
    [
      [NOW, 480],
      [Number.MAX_VALUE, 480],
    ],
  ],
];

test.each(CASES)('[S40] a clock that %s loses no answer and no order', async (_, readings) => {
  const storage = createMemoryStorage();
  const journal = createFakeJournal();
  const packing = { keepEvents: 0, keepMs: 0, minEvents: 2, maxEvents: 40 };
  const log = await openTestLog({ storage, journal, packing });
  const appended = readings.map(
    ([at, offsetMinutes]) => log.append({ ...reviewAt(at), offsetMinutes } as never).event,
  );
  const ordered = appended.toSorted(compareEvents);
  expect(log.events()).toEqual(ordered);
  await appendReviews(log, 1, NOW + DAY);
  await log.pack();
  const kept = (await openTestLog({ storage, journal })).events();
  expect(kept.filter(({ id }) => appended.some((event) => event.id === id))).toEqual(ordered);
  expect(kept.map(({ offsetMinutes }) => offsetMinutes).length).toBe(readings.length + 1);
});
