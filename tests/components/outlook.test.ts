import { expect, it } from 'vitest';
import { putOffTheRest } from '../../src/components/outlook.ts';

it.each([
  { name: 'nothing is put off', days: [27, 16, 10], today: 27, expected: [27, 16, 10] },
  { name: 'siblings of today come tomorrow', days: [28, 16, 10], today: 27, expected: [27, 17, 10] },
  {
    name: 'after the last card of today all that is left does',
    days: [9, 1, 0],
    today: 0,
    expected: [0, 10, 0],
  },
  { name: 'steps that end today are not asked twice', days: [1, 2], today: 3, expected: [1, 2] },
  { name: 'a single day has no tomorrow', days: [5], today: 2, expected: [5] },
])('$name', ({ days, today, expected }) => {
  expect(putOffTheRest(days, today)).toEqual(expected);
});
