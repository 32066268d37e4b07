import { describe, expect, it } from 'vitest';
import { readStatuses, worstOf } from '../../../src/components/lesson/card-status.ts';
import { addUp } from '../../../src/components/lesson/lesson-figures.ts';
import { formatCards, itemsOfLesson, parseCards } from '../../../src/components/lesson/lesson-items.ts';
import { DECK_VERSION, type ManifestCard } from '../../../src/format/deck.ts';
import type { EventDraft, Instant, Interval, LearnerEvent } from '../../../src/format/event.ts';
import type { CardId, EventId, ItemId, LessonId, NoteId } from '../../../src/format/id.ts';
import { foldLog, recallOf } from '../../../src/scheduler/index.ts';

const DAY = 86_400_000;
/** 2026-11-23, nine in the morning in Shanghai. */
const NOW: Instant = { at: Date.UTC(2026, 10, 23, 1), offsetMinutes: 480 };
const LESSON = 'basics/first' as LessonId;

const card = (id: string, rev = 1): ManifestCard => ({
  id: id as CardId,
  kind: 'basic',
  note: id.split('.')[0] as NoteId,
  lesson: LESSON,
  rev,
  digest: 'df8e919442e8',
});
const ago = (milliseconds: number): Instant => ({ ...NOW, at: NOW.at - milliseconds });
const answer = (id: string, before: number, interval: Interval): EventDraft => ({
  ...ago(before),
  type: 'card.reviewed',
  card: id as CardId,
  grade: 3,
  interval,
  durationMs: 4000,
});
const fold = (...drafts: readonly EventDraft[]) =>
  foldLog(
    drafts.map((draft, index) => ({ ...draft, id: `e${index}` as EventId }) as LearnerEvent),
    NOW,
  );
const read = (cards: readonly ManifestCard[], ...drafts: readonly EventDraft[]) =>
  readStatuses(cards, LESSON, fold(...drafts), NOW);

describe('the state of a card', () => {
  const switched = (type: 'card.suspended' | 'card.unsuspended', before: number): EventDraft => ({
    ...ago(before),
    type,
    item: 'a' as ItemId,
  });
  it.each<[string, readonly EventDraft[], string, boolean]>([
    ['never answered', [], 'new', false],
    ['in its steps', [answer('a', 60_000, { minutes: 10 })], 'learning', true],
    ['answered yesterday', [answer('a', DAY, { days: 8 })], 'known', false],
    ['due today', [answer('a', 8 * DAY, { days: 8 })], 'fading', true],
    ['not due, but below the retention wanted', [answer('a', 60 * DAY, { days: 300 })], 'fading', false],
    ['suspended', [answer('a', 2 * DAY, { days: 1 }), switched('card.suspended', DAY)], 'suspended', false],
    [
      'suspended and resumed',
      [switched('card.suspended', DAY), switched('card.unsuspended', DAY / 2)],
      'new',
      false,
    ],
  ])('%s', (_, drafts, state, isDue) => {
    expect(read([card('a')], ...drafts)).toMatchObject([{ state, isDue }]);
  });

  it('is fading when the author has changed it since', () => {
    expect(read([card('a', 2)], answer('a', DAY, { days: 8 }))).toMatchObject([
      { state: 'fading', isDue: true },
    ]);
  });

  it('put off says no date and asks nothing now', () => {
    const untilDay = Math.floor(NOW.at / DAY) + 1;
    const buried: EventDraft = { ...ago(1000), type: 'card.buried', item: 'a' as ItemId, untilDay };
    expect(read([card('a')], answer('a', 9 * DAY, { days: 8 }), buried)).toMatchObject([
      { isBuried: true, isDue: false, dueAt: undefined },
    ]);
  });
});

it('a note shows the state of the card that asks most, and how many are in it', () => {
  const cards = [card('n.a'), card('n.b'), card('n.c')];
  const statuses = read(cards, answer('n.a', DAY, { days: 8 }), answer('n.b', 8 * DAY, { days: 8 }));
  expect(worstOf(statuses)).toEqual({ state: 'fading', count: 1 });
  expect(worstOf(read(cards))).toEqual({ state: 'new', count: 3 });
});

it('the figures count every card once, and recall as the scheduler predicts it', () => {
  const drafts = [
    answer('a', DAY, { days: 8 }),
    answer('b', 9 * DAY, { days: 8 }),
    answer('c', DAY, { days: 3 }),
    { ...ago(1000), type: 'card.suspended', item: 'd' as ItemId } as const,
  ];
  const schedule = fold(...drafts);
  const recalls = ['a', 'b', 'c'].map((id) => recallOf(schedule, id as ItemId, NOW) ?? 0);
  const mean = recalls.reduce((sum, recall) => sum + recall, 0) / 3;
  const figures = addUp(
    read(
      ['a', 'b', 'c', 'd', 'e'].map((id) => card(id)),
      ...drafts,
    ),
  );
  expect(figures).toMatchObject({ fresh: 1, due: 1, known: 2, suspended: 1 });
  expect(figures.recallPercent).toBe(Math.round(mean * 100));
  expect(figures.nextDueAt).toBe(schedule.memories.get('c' as ItemId)?.dueAt);
});

it('a lesson never studied has no prediction and no date', () => {
  expect(addUp(read([card('a')]))).toEqual({
    fresh: 1,
    due: 0,
    known: 0,
    suspended: 0,
    recallPercent: undefined,
    nextDueAt: undefined,
  });
});

it('what a page holds of its cards is read back as it was', () => {
  const other = { ...card('x'), lesson: 'basics/second' as LessonId };
  const manifest = {
    version: DECK_VERSION,
    cards: [
      card('n.a', 3),
      other,
      card('b'),
      { ...card('n.meaning'), kind: 'term-meaning', note: 'n' as NoteId },
      { ...card('n.meaning', 2), kind: 'term-meaning', note: 'n' as NoteId },
    ],
    questions: [],
    history: { renamed: {}, retired: [] },
  } as const;
  const { cards } = itemsOfLesson(manifest, LESSON);
  expect(cards.map(({ id }) => id)).toEqual(['n.a', 'b', 'n.meaning', 'n.meaning']);
  expect(parseCards(formatCards(cards), LESSON)).toEqual(cards);
  const [, , usual, revised] = formatCards(cards).split('\n');
  expect([usual, revised], 'short where the id tells the rest').toEqual([
    `n.meaning ${cards[2]?.digest}`,
    `n.meaning ${cards[3]?.digest} 2`,
  ]);
  expect(itemsOfLesson(manifest, 'none' as LessonId)).toEqual({ cards: [], questions: [] });
});
