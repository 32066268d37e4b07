import { expect, it } from 'vitest';
import { formatInterval, formatWait } from '../../src/components/interval-text.ts';
import { createTexts, selectTexts } from '../../src/components/texts.ts';
import { createTranslations } from '../../src/integration/strings/index.ts';

const { en = {}, zh = {} } = createTranslations();
const english = createTexts(en, 'en');
const chinese = createTexts(zh, 'zh-CN');

it('gaps are filled, and a missing text shows its key', () => {
  expect(english('review.again-later', { when: '5 min' })).toBe('Some cards want another look in 5 min.');
  expect(createTexts({}, 'en')('review.good')).toBe('review.good');
});

it.each([
  [0, '0 cards left', '还剩 0 张'],
  [1, '1 card left', '还剩 1 张'],
  [2, '2 cards left', '还剩 2 张'],
])('%i cards: “%s”, “%s”', (count, inEnglish, inChinese) => {
  expect(english.count('review.left', count)).toBe(inEnglish);
  expect(chinese.count('review.left', count)).toBe(inChinese);
});

it.each([
  [{ minutes: 0.4 }, '1 min', '1 分钟'],
  [{ minutes: 10 }, '10 min', '10 分钟'],
  [{ days: 1 }, '1 d', '1 天'],
  [{ days: 30 }, '30 d', '30 天'],
  [{ days: 31 }, '1 mo', '1 个月'],
  [{ days: 46 }, '1.5 mo', '1.5 个月'],
  [{ days: 364 }, '12 mo', '12 个月'],
  [{ days: 365 }, '1 y', '1 年'],
  [{ days: 498 }, '1.4 y', '1.4 年'],
])('%o reads “%s”, “%s”', (interval, inEnglish, inChinese) => {
  expect(formatInterval(interval, english)).toBe(inEnglish);
  expect(formatInterval(interval, chinese)).toBe(inChinese);
});

it('a wait is rounded up', () => {
  expect(formatWait(61_000, english)).toBe('2 min');
});

it('only the engine’s own texts go to the browser, and of these the families asked for', () => {
  const all = {
    'recall.review.good': 'Good',
    'recall.review.left_one': '1',
    'recall.review.left_other': 'n',
    'recall.reviews': 'No family of the other',
    'search.label': 'Search',
    'recall.x': 1,
  };
  const { 'search.label': _label, 'recall.x': _x, ...own } = all;
  expect(selectTexts(all)).toEqual(own);
  expect(selectTexts(all, ['review'])).toEqual({
    'recall.review.good': 'Good',
    'recall.review.left_one': '1',
    'recall.review.left_other': 'n',
  });
  expect(Object.keys(selectTexts(all, ['review.left']))).toEqual([
    'recall.review.left_one',
    'recall.review.left_other',
  ]);
});
