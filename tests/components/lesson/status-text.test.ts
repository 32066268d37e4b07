import { expect, it } from 'vitest';
import type { CardStatus } from '../../../src/components/lesson/card-status.ts';
import { describeStatus, formatUntil, labelNote } from '../../../src/components/lesson/status-text.ts';
import { createTexts } from '../../../src/components/texts.ts';
import type { ManifestCard } from '../../../src/format/deck.ts';
import { createTranslations } from '../../../src/integration/strings/index.ts';

/** 2026-11-23, nine in the morning in Shanghai. */
const NOW = { at: Date.UTC(2026, 10, 23, 1), offsetMinutes: 480 };
const MOMENT = { now: NOW, options: { rolloverHour: 4 } };
const HOUR = 3_600_000;
const texts = createTexts(createTranslations()['en'] ?? {}, 'en');

const status = (part: Partial<CardStatus>): CardStatus => ({
  card: {} as ManifestCard,
  state: 'known',
  isBuried: false,
  isDue: false,
  recall: 0.934,
  dueAt: NOW.at + 48 * HOUR,
  ...part,
});

it.each([
  [NOW.at + 10 * 60_000, '10 min'],
  // Before four in the morning it is still today.
  [NOW.at + 18 * HOUR, '1080 min'],
  [NOW.at + 19 * HOUR, '1 d'],
  [NOW.at + 40 * 24 * HOUR, '1.3 mo'],
])('the wait until %d', (dueAt, text) => {
  expect(formatUntil(dueAt, MOMENT, texts)).toBe(text);
});

it.each<[string, Partial<CardStatus>, readonly string[]]>([
  ['a known card', {}, ['chance of recall now 93%', 'due in 2 d']],
  ['a due card', { state: 'fading', isDue: true }, ['chance of recall now 93%', 'due now']],
  [
    'a card in its steps',
    { state: 'learning', isDue: true, dueAt: NOW.at + 60_000 },
    ['chance of recall now 93%', 'due in 1 min'],
  ],
  [
    'a card whose step is over',
    { state: 'learning', isDue: true, dueAt: NOW.at },
    ['chance of recall now 93%', 'due now'],
  ],
  [
    'a card put off',
    { isBuried: true, dueAt: undefined },
    ['chance of recall now 93%', 'put off until later'],
  ],
  ['a new card', { state: 'new', recall: undefined, dueAt: undefined }, []],
])('%s is described', (_, part, parts) => {
  expect(describeStatus(status(part), MOMENT, texts)).toEqual(parts);
});

it('a note of several cards says how many are in the state shown', () => {
  expect(labelNote([status({})], texts)).toBe('Card: Known');
  expect(labelNote([status({}), status({})], texts)).toBe('Card: Known');
  expect(labelNote([status({}), status({ state: 'new' })], texts)).toBe('2 cards, 1 of them: New');
});
