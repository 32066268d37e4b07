import { describe, expect, test } from 'vitest';
import type { ManifestItem } from '../../src/format/deck.ts';
import type { EventDraft, Grade, LearnerEvent } from '../../src/format/event.ts';
import type { EventId, ItemId, LessonId, TagId } from '../../src/format/id.ts';
import { toReschedulingReason } from '../../src/format/settings.ts';
import {
  becomesLeech,
  DEFAULT_WEIGHTS,
  drawMemoryCurve,
  expectedMinutes,
  foldLog,
  forecast,
  historyOf,
  isLeech,
  learnerDay,
  listStudiedDays,
  measurePace,
  previewReschedule,
  recallOf,
  type StudyFilter,
  selectFiltered,
  stateOf,
  streakOf,
} from '../../src/scheduler/index.ts';
import { inOrder, instant, later, listed, reviewed, undone } from './samples.ts';

const NOW = instant('2026-01-05T09:00+08:00');
const TODAY = learnerDay(NOW);
const seen = (card: string, grade: Grade, daysAgo: number, days: number) =>
  reviewed(card, grade, later(NOW, { days: -daysAgo }), { days });

function suspended(item: string): LearnerEvent {
  return { type: 'card.suspended', id: `s-${item}` as EventId, ...NOW, item: item as ItemId };
}
function buried(item: string, days: number): LearnerEvent {
  return {
    type: 'card.buried',
    id: `b-${item}` as EventId,
    ...NOW,
    item: item as ItemId,
    untilDay: TODAY + days,
  };
}
function reset(item: string, daysAgo: number): LearnerEvent {
  const when = later(NOW, { days: -daysAgo });
  return { type: 'card.reset', id: `r-${item}` as EventId, ...when, item: item as ItemId };
}

test('[R1] a preview of rescheduling counts what appending does', () => {
  const deck = ['a', 'b', 'c', 'd', 'l', 'n'].map((id) => listed(id));
  const events = inOrder([
    seen('a', 4, 2, 8),
    seen('b', 4, 9, 9),
    seen('c', 4, 1, 90),
    seen('d', 4, 1, 90),
    reviewed('l', 3, NOW, { minutes: 10 }),
    seen('gone', 4, 1, 90),
    suspended('d'),
  ]);
  const schedule = foldLog(events, NOW);
  const drafts: EventDraft[] = [
    { type: 'settings.changed', ...NOW, name: 'desired-retention', value: 0.8 },
    { type: 'settings.changed', ...NOW, name: 'fuzz', value: false },
    {
      ...{ type: 'parameters.changed', ...NOW, weights: DEFAULT_WEIGHTS },
      reason: toReschedulingReason('unchanged'),
    },
  ];
  const shift = previewReschedule({ schedule, events, drafts, deck, now: NOW });
  expect(shift).toEqual({ moved: 4, earlier: 2, later: 2, dueTodayBefore: 2, dueTodayAfter: 1 });
  const appended = drafts.map((draft, index) => ({ ...draft, id: `zz${index}` as EventId }) as LearnerEvent);
  const after = foldLog([...events, ...appended], NOW);
  const moved = deck.filter(({ id }) => after.memories.get(id)?.dueDay !== schedule.memories.get(id)?.dueDay);
  expect(moved.length).toBe(shift.moved);
  expect(previewReschedule({ schedule, events, drafts: drafts.slice(0, 2), deck, now: NOW }).moved).toBe(0);
});

test('[I1] the state in one word', () => {
  const log = [seen('r', 4, 1, 8), reviewed('l', 3, NOW, { minutes: 10 }), seen('f', 4, 9, 8)];
  log.push(reviewed('f', 1, NOW, { minutes: 10 }), seen('x', 4, 1, 8), seen('y', 4, 1, 8));
  const schedule = foldLog(inOrder([...log, suspended('x'), buried('x', 1), buried('y', 1)]), NOW);
  const states = ['n', 'r', 'l', 'f', 'x', 'y'].map((id) => stateOf(schedule, id as ItemId, NOW));
  expect(states).toEqual(['new', 'review', 'learning', 'relearning', 'suspended', 'buried']);
  expect(stateOf(schedule, 'y' as ItemId, later(NOW, { days: 1 }))).toBe('review');
});

test.each([
  [8, [8, 12, 16, 20]],
  [5, [5, 8, 11, 14, 17, 20]],
  [1, Array.from({ length: 20 }, (_, index) => index + 1)],
])('[I2] with a threshold of %i at %j lapses', (leechThreshold, expected) => {
  const all = Array.from({ length: 20 }, (_, index) => index + 1);
  const options = { leechThreshold };
  expect(all.filter((lapses) => becomesLeech({ lapses: lapses - 1 }, { lapses }, options))).toEqual(expected);
  expect(all.filter((lapses) => becomesLeech({ lapses }, { lapses }, options))).toEqual([]);
  expect(all.filter((lapses) => isLeech({ lapses }, options))).toEqual(all.slice(leechThreshold - 1));
  expect(isLeech(undefined, options)).toBe(false);
});

describe('curve', () => {
  const cram: LearnerEvent = { ...seen('c', 1, 8, 1), cram: true };
  const log = inOrder([seen('c', 3, 20, 3), seen('c', 3, 17, 9), cram, reset('c', 7), seen('c', 4, 5, 8)]);
  const schedule = foldLog(log, NOW);
  const history = historyOf(log, 'c' as ItemId);
  const draw = (from: number, to = NOW.at) =>
    drawMemoryCurve(history, schedule, later(NOW, { days: -from }).at, to);

  test('[I3] falls from 1 at each answer, in one line up to a reset', () => {
    const [first = [], second = [], ...more] = draw(30);
    expect(more).toEqual([]);
    expect(first.filter(({ recall }) => recall === 1).map(({ at }) => at)).toEqual(
      [-20, -17].map((days) => later(NOW, { days }).at),
    );
    expect(first.at(-1)?.at).toBe(later(NOW, { days: -7 }).at);
    expect(second[0]).toEqual({ at: later(NOW, { days: -5 }).at, recall: 1 });
    expect(second.at(-1)).toEqual({ at: NOW.at, recall: recallOf(schedule, 'c' as ItemId, NOW) });
    for (const line of [first, second]) {
      for (const [index, { at, recall }] of line.entries()) {
        const before = line[index - 1];
        if (!before) continue;
        expect(at).toBeGreaterThanOrEqual(before.at);
        if (recall !== 1) expect(recall).toBeLessThanOrEqual(before.recall);
      }
    }
  });

  test('[I3] a part of it, and what lies ahead', () => {
    const [line = [], ...more] = draw(3, later(NOW, { days: 9 }).at);
    expect(more).toEqual([]);
    expect(line[0]?.at).toBe(later(NOW, { days: -3 }).at);
    expect(line.at(-1)?.at).toBe(later(NOW, { days: 9 }).at);
    expect(line.length).toBeGreaterThan(100);
    expect(draw(30, later(NOW, { days: -25 }).at)).toEqual([]);
    expect(drawMemoryCurve([], schedule, 0, NOW.at)).toEqual([]);
  });
});

describe('out of turn', () => {
  const at = (id: string, lesson: string, more = {}) => ({
    ...listed(id),
    lesson: lesson as LessonId,
    ...more,
  });
  const deck = [
    at('new', 'm/one'),
    at('due', 'm/one'),
    at('step', 'm/two'),
    at('later', 'm/two', { kind: 'cloze' as const }),
    at('weak', 'mm/one'),
    at('off', 'm/one'),
    at('gone', 'm/one'),
  ];
  const failure = seen('weak', 1, 6, 9);
  const events = inOrder([
    ...[seen('due', 4, 9, 8), seen('later', 4, 5, 30), failure, suspended('off'), buried('gone', 2)],
    reviewed('step', 3, later(NOW, { minutes: -1 }), { minutes: 10 }),
    seen('off', 1, 2, 9),
  ]);
  const schedule = foldLog(events, NOW);
  const tags: Readonly<Record<string, readonly string[]>> = { due: ['y'], later: ['w', 'x'], gone: ['x'] };
  const tagsOf = ({ id }: ManifestItem) => (tags[id] ?? []) as TagId[];
  const select = (filter: StudyFilter, log: readonly LearnerEvent[] = events) =>
    selectFiltered({ deck, tagsOf, schedule, events: log, filter, now: NOW });
  const ids = (...args: Parameters<typeof select>) =>
    select(...args)
      .items.map(({ item }) => item.id)
      .join(' ');

  test.each<[string, StudyFilter, string]>([
    ['everything', {}, 'due step new weak later'],
    ['lessons', { lessons: ['m/two' as LessonId] }, 'step later'],
    ['a module', { module: 'm' }, 'due step new later'],
    ['kinds', { kinds: ['cloze'] }, 'later'],
    ['tags, one of them', { tags: ['x', 'y'] as TagId[] }, 'due later'],
    ['a tag in lessons', { tags: ['x' as TagId], lessons: ['m/two' as LessonId] }, 'later'],
    ['a tag that nothing has', { tags: ['z' as TagId] }, ''],
    ['phases', { phases: ['review'] }, 'due weak later'],
    ['new ones', { phases: ['new'], module: 'm' }, 'new'],
    ['failed', { failed: true }, 'weak'],
    ['failed in a module', { failed: true, module: 'm' }, ''],
    ['leeches', { leeches: true }, ''],
  ])('[T1] %s', (_name, filter, expected) => {
    expect(ids(filter)).toBe(expected);
  });

  test('[T1] a failure counts for 7 days, unless it was undone', () => {
    expect(ids({ failed: true }, [...events, undone(failure.id, NOW, 'u')])).toBe('');
    const old = events.map((event) =>
      event === failure ? { ...failure, at: later(NOW, { days: -7, minutes: -1 }).at } : event,
    );
    expect(ids({ failed: true }, inOrder(old))).toBe('');
  });

  test('[T2] what counts and what is out of turn', () => {
    const { items, counts } = select({});
    expect(items.map(({ kind }) => kind)).toEqual(['due', 'due', 'fresh', 'cram', 'cram']);
    expect(counts).toEqual({ due: 2, fresh: 1, cram: 2 });
    const changed = [at('later', 'm/two', { rev: 2 })];
    expect(selectFiltered({ deck: changed, schedule, events, filter: {}, now: NOW }).items[0]?.kind).toBe(
      'due',
    );
  });

  test('[T3] before an exam the weakest on its day first, then new, then the rest', () => {
    expect(ids({ examDay: TODAY + 2 })).toBe('weak due new later step');
    expect(select({ examDay: TODAY + 2 }).weak).toBe(3);
    expect(select({ examDay: TODAY + 900 }).weak).toBe(5);
    expect(ids({ examDay: TODAY - 9 })).toBe(ids({ examDay: TODAY }));
  });
});

describe('habit', () => {
  test('[H1] days by the offset of each answer', () => {
    const east = reviewed('a', 3, instant('2026-01-05T03:00+08:00'), { days: 1 });
    const west = reviewed('a', 3, instant('2026-01-05T20:00-08:00'), { days: 1 });
    const gone = reviewed('b', 3, instant('2026-01-05T21:00-08:00'), { days: 1 });
    const cram: LearnerEvent = { ...west, id: 'x' as EventId, cram: true };
    const evening = instant('2026-01-05T22:00-08:00');
    const log = [east, west, gone, cram, undone(gone.id, evening, 'u')];
    const change: LearnerEvent = {
      ...{ type: 'settings.changed', id: 'y' as EventId, ...evening },
      ...{ name: 'rollover-hour', value: 0 },
    };
    // What was studied at 03:00 was of the day before, whatever hour days begin at since.
    for (const events of [log, [...log, change]]) {
      const days = listStudiedDays(events, foldLog(events, evening));
      expect([...days]).toEqual([
        [TODAY - 1, { cards: 1, questions: 0, durationMs: 1000 }],
        [TODAY, { cards: 2, questions: 0, durationMs: 2000 }],
      ]);
    }
  });

  test.each<[string, number, boolean, boolean]>([
    ['', 0, false, false],
    ['x', 1, false, true],
    ['xxx', 3, false, true],
    ['xxx.', 3, false, false],
    ['xx.x', 3, true, true],
    ['xx..', 2, true, false],
    ['xx..x', 1, false, true],
    ['xx...', 0, false, false],
    ['xx.xxxxxx.x', 9, true, true],
    ['xx.xxxxx.x', 6, true, true],
    ['xx.xxxxxx', 8, true, true],
    ['xx.xxxxxxx', 9, false, true],
    ['xx.xxxxx', 7, true, true],
  ])('[H2] %s', (pattern, days, restUsed, studiedToday) => {
    const studied = new Set(
      [...pattern].flatMap((mark, index) => (mark === 'x' ? [TODAY - pattern.length + 1 + index] : [])),
    );
    expect(streakOf(studied, TODAY)).toEqual({ days, restUsed, studiedToday });
  });

  test('[H3] overdue today, buried on its day, suspended never', () => {
    const log = [
      seen('a', 4, 9, 3),
      seen('b', 4, 1, 2),
      seen('c', 4, 1, 2),
      seen('d', 4, 9, 3),
      seen('e', 4, 0, 9),
    ];
    const deck = ['a', 'b', 'c', 'd', 'e', 'new'].map((id) => listed(id));
    const schedule = foldLog(inOrder([...log, seen('gone', 4, 9, 1), suspended('c'), buried('d', 2)]), NOW);
    expect(forecast(schedule, deck, NOW, 4)).toEqual([1, 1, 1, 0]);
  });

  test('[H4] by the learner’s own time', () => {
    const timed = (durationMs: number, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...reviewed(`${durationMs}-${index}`, 3, NOW, { days: 1 }),
        durationMs,
      }));
    expect(measurePace([])).toBe(8000);
    expect(measurePace(timed(100, 9))).toBe(8000);
    expect(measurePace([...timed(500, 6), ...timed(3000, 7)])).toBe(3000);
    expect(measurePace([...timed(500, 500), ...timed(4000, 200)])).toBe(4000);
    expect(expectedMinutes({ learning: 2, review: 20, fresh: 12 }, 6000)).toBe(6);
    expect(expectedMinutes({ learning: 0, review: 0, fresh: 0 }, 6000)).toBe(0);
    expect(expectedMinutes({ learning: 1, review: 0, fresh: 0 }, 100)).toBe(1);
  });
});
