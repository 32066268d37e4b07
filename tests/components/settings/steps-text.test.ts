import { expect, it } from 'vitest';
import { formatSteps, parseSteps } from '../../../src/components/settings/steps-text.ts';

it.each([
  ['1m 10m', [1, 10], '1m 10m'],
  ['1 10', [1, 10], '1m 10m'],
  ['１分钟、１０分钟', [1, 10], '1m 10m'],
  ['30s, 5 min; 2h', [1, 5, 120], '1m 5m 2h'],
  ['1.5 hours', [90], '90m'],
  ['10m 10m', [10, 10], '10m 10m'],
  ['1小时', [60], '1h'],
  ['', [], ''],
  ['  ', [], ''],
])('“%s” is %j, shown as “%s”', (text, steps, shown) => {
  expect(parseSteps(text)).toEqual(steps);
  expect(formatSteps(steps)).toBe(shown);
  expect(parseSteps(shown)).toEqual(steps);
});

it.each(['10m 1m', '0', '24h', '1d', 'soon', '-5', '1m, x', '1mm'])('“%s” are no steps', (text) => {
  expect(parseSteps(text)).toBeUndefined();
});
