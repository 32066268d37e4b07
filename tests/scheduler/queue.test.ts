import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grade, Instant, ItemSwitch, LearnerEvent } from '../../src/format/event.ts';
import type { CardId, EventId, ItemId, QuestionId } from '../../src/format/id.ts';
import {
  buildQueue,
  foldLog,
  isHeld,
  learnerDay,
  measureAllowance,
  previewGrades,
  recallOf,
  type SchedulerOptions,
} from '../../src/scheduler/index.ts';
import { inOrder, instant, later, listed, logs, RUNS, reviewed } from './samples.ts';

const NOW = instant('2026-01-05T09:00+08:00');

/** The queue at `now` for cards written `id` or `id/note`. */
function queue(
  deck: readonly string[],
  log: readonly LearnerEvent[],
  now: Instant = NOW,
  options: Partial<SchedulerOptions> = {},
) {
  const manifest = deck.map((card) => listed(card.split('/')[0] ?? card, card.split('/')[1]));
  return buildQueue({ deck: manifest, schedule: foldLog(inOrder(log), now, options), now });
}

function ids(...args: Parameters<typeof queue>): string {
  return queue(...args)
    .items.map(({ item }) => item.id)
    .join(' ');
}

/** A card due so many days before {@link NOW}, last seen ten days before that. */
function due(card: string, daysAgo: number): LearnerEvent {
  return reviewed(card, 4, later(NOW, { days: -10 - daysAgo }), { days: 10 });
}

function learning(card: string, minutesAgo: number, minutes = 10): LearnerEvent {
  return reviewed(card, 3, later(NOW, { minutes: -minutesAgo }), { minutes });
}

describe('queue', () => {
  test('[Q1] learning due, reviews and fresh, learning ahead', () => {
    const log = [
      learning('ahead', 0),
      learning('late', 40, 60),
      learning('now', 12),
      learning('first', 60),
      due('r', 1),
    ];
    expect(ids(['late', 'ahead', 'now', 'first', 'r', 'new'], log)).toBe('first now r new ahead late');
    expect(ids(['late', 'ahead', 'now'], log, NOW, { learnAheadMinutes: 15 })).toBe('now ahead');
    expect(ids(['b', 'a'], [learning('a', 10), learning('b', 10)])).toBe('a b');
  });

  test('[Q2] from the start of their day', () => {
    expect(ids(['a', 'd'], [due('a', 0), due('d', -1)])).toBe('a');
    const card = reviewed('c', 4, instant('2026-01-05T22:00+08:00'), { days: 1 });
    expect(ids(['c'], [card], instant('2026-01-06T03:59+08:00'))).toBe('');
    expect(ids(['c'], [card], instant('2026-01-06T04:00+08:00'))).toBe('c');
  });

  test.each([
    ['spring forward', '2026-03-28T12:00+01:00', '2026-03-29T03:59+02:00', '2026-03-29T04:00+02:00'],
    ['fall back', '2026-10-24T12:00+02:00', '2026-10-25T02:59+01:00', '2026-10-25T04:00+01:00'],
    ['to the west', '2026-01-05T12:00+08:00', '2026-01-05T11:59-08:00', '2026-01-05T12:00-08:00'],
    ['to the east', '2026-01-05T12:00-08:00', '2026-01-06T03:59+08:00', '2026-01-06T04:00+08:00'],
  ])('[Q2] one day over %s', (_name, from, before, from1) => {
    const log = [reviewed('c', 4, instant(from), { days: 1 })];
    expect(ids(['c'], log, instant(before))).toBe('');
    expect(ids(['c'], log, instant(from1))).toBe('c');
  });

  test('[Q3] fresh deck spread evenly, in course order', () => {
    const log = ['r1', 'r2', 'r3', 'r4'].map((card, index) => due(card, 9 - index));
    const deck = ['z', 'y', 'r1', 'r2', 'r3', 'r4'];
    expect(ids(deck, log)).toBe('r1 z r2 r3 y r4');
    expect(ids(['z', 'y', 'x'], [])).toBe('z y x');
    expect(ids(['r1', 'z', 'y', 'x'], log)).toBe('z r1 y x');
  });

  test('[Q4] new deck per day, less those first seen today', () => {
    const deck = Array.from({ length: 30 }, (_, index) => `n${index}`);
    expect(queue(deck, []).counts.fresh).toBe(20);
    expect(queue(deck, [], NOW, { newPerDay: 0 }).counts.fresh).toBe(0);
    const seen = [
      reviewed('n0', 4, NOW, { days: 8 }),
      reviewed('n1', 4, later(NOW, { days: -1 }), { days: 8 }),
    ];
    expect(ids(deck, seen, NOW, { newPerDay: 3 })).toBe('n2 n3');
    expect(ids(deck, [...seen, reviewed('gone', 4, NOW, { days: 8 })], NOW, { newPerDay: 3 })).toBe('n2');
    expect(ids(deck, seen, later(NOW, { days: 1 }), { newPerDay: 3 })).toBe('n2 n3 n4');
    const dawn = instant('2026-01-05T03:59+08:00');
    expect(ids(deck, [reviewed('n0', 4, dawn, { days: 8 })], NOW, { newPerDay: 2 })).toBe('n1 n2');
  });

  test('[Q5] siblings wait for another day', () => {
    expect(ids(['a.x/a', 'a.y/a', 'b'], [])).toBe('a.x b');
    expect(ids(['a.x/a', 'a.y/a'], [due('a.x', 1), due('a.y', 3)])).toBe('a.y');
    expect(ids(['a.x/a', 'a.y/a'], [due('a.y', 1)])).toBe('a.y');
    expect(ids(['a.x/a', 'a.y/a'], [reviewed('a.x', 4, later(NOW, { minutes: -5 }), { days: 8 })])).toBe('');
    expect(ids(['a.x/a', 'a.y/a'], [reviewed('a.x', 4, later(NOW, { days: -1 }), { days: 8 })])).toBe('a.y');
    expect(ids(['a.x/a', 'a.y/a'], [learning('a.x', 0, 300)])).toBe('');
    expect(ids(['a.x/a', 'a.y/a'], [learning('a.x', 400, 700)])).toBe('');
    expect(ids(['a.x/a', 'a.y/a'], [learning('a.x', 10), learning('a.y', 10)])).toBe('a.x a.y');
    expect(ids(['a.x/a', 'a.y/a', 'b', 'c'], [], NOW, { newPerDay: 2 })).toBe('a.x b');
    expect(ids(['a'], [reviewed('a', 3, NOW, { days: 0 })])).toBe('a');
  });

  test('[Q6] counts and the next learning card', () => {
    const log = [
      learning('now', 10),
      learning('soon', 0),
      learning('later', 0, 300),
      learning('night', 0, 1400),
      due('r', 0),
    ];
    const { counts, nextDueAt } = queue(['now', 'soon', 'later', 'night', 'r', 'new', 'new2'], log);
    expect(counts).toEqual({ learning: 3, review: 1, fresh: 2 });
    expect(nextDueAt).toBe(later(NOW, { minutes: 10 }).at);
    expect(queue(['r'], log).nextDueAt).toBeUndefined();
    expect(queue([], []).counts).toEqual({ learning: 0, review: 0, fresh: 0 });
  });

  test('[Q7] a review dated in 2030 hides nothing in 2026, and answering settles it', () => {
    const ahead = reviewed('c', 3, instant('2030-01-05T09:00+08:00'), { days: 30 });
    expect(ids(['c'], [ahead])).toBe('c');
    expect(queue(['c'], [ahead]).counts).toEqual({ learning: 0, review: 1, fresh: 0 });
    expect(ids(['c'], [ahead], NOW, { newPerDay: 0 })).toBe('c');
    const schedule = foldLog([ahead], NOW);
    expect(recallOf(schedule, ahead.card, NOW)).toBe(1);
    const { interval } = previewGrades({ item: ahead.card, schedule, now: NOW })[3];
    expect(interval).toHaveProperty('days');
    const settled = [reviewed('c', 3, NOW, { days: 3 }), ahead];
    expect(ids(['c'], settled, later(NOW, { minutes: 1 }))).toBe('');
    expect(ids(['c'], settled, later(NOW, { days: 3 }))).toBe('c');
    expect(ids(['c'], settled, instant('2030-01-06T09:00+08:00'))).toBe('');
    expect(ids(['c'], settled, instant('2030-02-05T09:00+08:00'))).toBe('c');
  });

  test('[Q7] a preview leaves out what is dated in the future, as the queue does', () => {
    const past = reviewed('c', 3, NOW, { days: 3 });
    const ahead = reviewed('c', 1, instant('2030-01-05T09:00+08:00'), { minutes: 10 });
    const now = later(NOW, { days: 3 });
    const [both, alone] = [[past, ahead], [past]].map((log) => {
      return previewGrades({ item: past.card, schedule: foldLog(log, now), now });
    });
    expect(both).toEqual(alone);
  });

  test('[Q7] a clock a few minutes behind another device’s changes nothing', () => {
    const ahead = reviewed('c', 3, later(NOW, { minutes: 30 }), { days: 3 });
    expect(ids(['c'], [ahead])).toBe('');
    expect(ids(['c'], [ahead], later(NOW, { days: 3 }))).toBe('c');
  });

  test.each([
    '1970-01-01T00:00+00:00',
    '1999-12-31T23:59-08:00',
    '2026-01-05T09:00+08:00',
    '9999-12-31T00:00+00:00',
  ])(
    '[Q7] at %s, whatever the log, every card is in the queue, waits for a known time, or for a sibling',
    (text) => {
      const now = instant(text);
      fc.assert(
        fc.property(logs, (log) => {
          const schedule = foldLog(log, now);
          const today = learnerDay(now, schedule.options.rolloverHour);
          const isFree = (id: string) => !isHeld(schedule.holds.get(id as CardId), today);
          const { memories } = schedule;
          const { items, nextDueAt } = queue(['a', 'b', 'c'], log, now);
          const shown = new Set<string>(items.map(({ item }) => item.id));
          for (const id of ['a', 'b', 'c'].filter(isFree)) {
            const memory = memories.get(id as CardId);
            if (!memory || shown.has(id)) continue;
            expect(memory.dueAt).toBeGreaterThan(now.at);
            expect(memory.lastReview.at).toBeLessThanOrEqual(now.at + 86_400_000);
            if (memory.phase !== 'review') expect(nextDueAt).toBeLessThanOrEqual(memory.dueAt);
          }
          expect(
            new Set(
              ['a', 'b', 'c'].filter((id) => isFree(id) && !memories.has(id as CardId) && !shown.has(id)),
            ),
          ).toEqual(new Set());
        }),
        RUNS,
      );
    },
  );

  test('[Q7] a year of daily study loses and starves no card', () => {
    const deck = Array.from({ length: 60 }, (_, index) =>
      listed(`n${index >> 1}.${index % 2 ? 'x' : 'y'}`, `n${index >> 1}`),
    );
    const log: LearnerEvent[] = [];
    let latest = 0;
    for (let day = 0; day < 365; day++) {
      let now = later(NOW, { days: day });
      for (let answers = 0; answers < 200; answers++) {
        const schedule = foldLog(log, now, { newPerDay: 5 });
        const [next] = buildQueue({ deck, schedule, now }).items;
        if (!next) break;
        if (next.memory) latest = Math.max(latest, (now.at - next.memory.dueAt) / 86_400_000);
        const grade = (log.length * 7) % 10 === 0 ? 1 : 3;
        const { interval } = previewGrades({ item: next.item.id, schedule, now })[grade];
        log.push(reviewed(next.item.id, grade, now, interval, `e${String(log.length).padStart(6, '0')}`));
        now = later(now, { minutes: 0.5 });
      }
      if (day > 60) day += 6;
    }
    expect(foldLog(log, later(NOW, { days: 366 })).memories.size).toBe(60);
    expect(latest).toBeLessThan(16);
  });

  test('[Q8] deck that the course no longer has stay out', () => {
    expect(ids(['a'], [due('gone', 1), learning('gone2', 10)])).toBe('a');
  });

  test('[Q9] a question answered wrong pulls a card of its note to today, until the card is reviewed', () => {
    const question = { ...listed('q', 'c'), id: 'q' as QuestionId, kind: 'choice' as const };
    const deck = [listed('c.a', 'c'), listed('c.b', 'c'), listed('d'), question];
    const seen = ['c.a', 'c.b', 'd'].map((card) => reviewed(card, 4, later(NOW, { days: -3 }), { days: 30 }));
    const answer = (grade: Grade): LearnerEvent => {
      const { card: _, type: __, ...shared } = reviewed('q', grade, later(NOW, { minutes: -5 }), { days: 3 });
      return {
        ...shared,
        type: 'question.answered',
        question: question.id,
        score: 0,
        hints: 0,
        response: { truth: true },
      };
    };
    const show = (...log: LearnerEvent[]) =>
      buildQueue({ deck, schedule: foldLog(inOrder([...seen, ...log]), NOW), now: NOW })
        .items.map(({ item }) => item.id)
        .join(' ');
    expect(show(answer(3))).toBe('');
    expect(show(answer(1))).toBe('c.a');
    expect(show(answer(1), reviewed('c.a', 3, NOW, { days: 9 }))).toBe('');
    // Whether questions are asked in the review is another matter.
    const cards = deck.filter((item) => item !== question);
    const schedule = foldLog(inOrder([...seen, answer(1)]), NOW);
    const { items } = buildQueue({ deck: cards, unasked: [question], schedule, now: NOW });
    expect(items.map(({ item }) => item.id)).toEqual(['c.a']);
  });

  test('[Q9] answering new questions leaves the allowance of new cards whole', () => {
    const { card: _, type: __, ...shared } = reviewed('q', 3, NOW, { days: 3 });
    const answered: LearnerEvent = {
      ...shared,
      type: 'question.answered',
      question: 'q' as QuestionId,
      score: 100,
      hints: 0,
      response: { truth: true },
    };
    expect(ids(['a', 'b'], [answered], NOW, { newPerDay: 2 })).toBe('a b');
  });

  const act = (type: ItemSwitch, item: string, minutes: number): LearnerEvent => {
    const id = `${type}-${item}-${minutes}` as EventId;
    return { type, id, ...later(NOW, { minutes }), item: item as ItemId };
  };

  test('[Q10] what is held is not asked, whatever it is in', () => {
    const log = [due('r', 1), learning('l', 20)];
    const deck = ['r', 'l', 'n'];
    const hold = deck.map((card) => act('card.suspended', card, -2));
    expect(queue(deck, [...log, ...hold])).toMatchObject({
      items: [],
      counts: { learning: 0, review: 0, fresh: 0 },
      held: { review: 0, fresh: 0 },
      nextDueAt: undefined,
    });
    const release = deck.map((card) => act('card.unsuspended', card, -1));
    expect(ids(deck, [...log, ...hold, ...release])).toBe('l r n');
    const today = learnerDay(NOW);
    const bury = (untilDay: number): LearnerEvent => ({
      ...{ type: 'card.buried', id: 'bury' as EventId, ...NOW, item: 'r' as ItemId },
      untilDay,
    });
    expect(ids(['r'], [due('r', 1), bury(today + 1)])).toBe('');
    expect(ids(['r'], [due('r', 1), bury(today)])).toBe('r');
    expect(ids(['r'], [due('r', 1), bury(today + 1)], later(NOW, { days: 1 }))).toBe('r');
    expect(ids(['r'], [due('r', 1), bury(today + 1), act('card.unburied', 'r', 1)])).toBe('r');
  });

  test('[Q11] one limit for reviews and new cards, reviews first', () => {
    const cards = ['a', 'b', 'c', 'd', 'e'];
    const log = cards.map((card) => due(card, 3));
    const deck = [...cards, 'x', 'y', 'z'];
    expect(queue(deck, log, NOW, { reviewsPerDay: 3 })).toMatchObject({
      counts: { review: 3, fresh: 0 },
      held: { review: 2, fresh: 3 },
    });
    expect(queue(deck, log, NOW, { reviewsPerDay: 6 }).counts).toMatchObject({ review: 5, fresh: 1 });
    const done = reviewed('a', 3, later(NOW, { minutes: -3 }), { days: 20 });
    const seen = reviewed('x', 4, later(NOW, { minutes: -2 }), { days: 8 });
    expect(queue(deck, [...log, done, seen], NOW, { reviewsPerDay: 4 }).counts).toMatchObject({
      review: 2,
      fresh: 0,
    });
    const early = reviewed('f', 3, later(NOW, { minutes: -3 }), { days: 20 });
    expect(queue(deck, [...log, due('f', -4), early], NOW, { reviewsPerDay: 4 }).counts.review).toBe(4);
    expect(queue(deck, [...log, learning('l', 20)], NOW, { reviewsPerDay: 0 }).counts).toMatchObject({
      review: 0,
      fresh: 0,
    });
    expect(ids([...deck, 'l'], [...log, learning('l', 20)], NOW, { reviewsPerDay: 0 })).toBe('l');
    expect(queue(deck, [...log, done], later(NOW, { days: 1 }), { reviewsPerDay: 3 }).counts.review).toBe(3);
  });

  test('[Q11] a revision of many cards stays within the limit, too', () => {
    const cards = Array.from({ length: 9 }, (_, index) => `c${index}`);
    const seen = cards.map((card) => reviewed(card, 4, later(NOW, { days: -2 }), { days: 30 }));
    const deck = cards.map((card) => ({ ...listed(card), rev: 2 }));
    const log: LearnerEvent[] = [...seen];
    let asked = 0;
    for (; asked < 9; asked += 1) {
      const now = later(NOW, { minutes: asked });
      const schedule = foldLog(inOrder(log), now, { reviewsPerDay: 4 });
      const [next] = buildQueue({ deck, schedule, now }).items;
      if (!next) break;
      log.push({ ...reviewed(next.item.id, 3, now, { days: 30 }), rev: 2 });
    }
    expect(asked).toBe(4);
  });

  test('[Q11] more for today only', () => {
    const cards = ['a', 'b', 'c', 'd', 'e'];
    const log = cards.map((card) => due(card, 3));
    const deck = [...cards, 'x', 'y', 'z'];
    const today = learnerDay(NOW);
    const limits = { reviewsPerDay: 2, newPerDay: 1 };
    const counts = (todayOnly: object, days = 0) =>
      queue(deck, log, later(NOW, { days }), {
        ...limits,
        todayOnly: { day: today, new: 0, reviews: 0, ...todayOnly },
      }).counts;
    expect(counts({})).toMatchObject({ review: 2, fresh: 0 });
    expect(counts({ reviews: 2 })).toMatchObject({ review: 4, fresh: 0 });
    expect(counts({ reviews: 9, new: 1 })).toMatchObject({ review: 5, fresh: 2 });
    expect(counts({ reviews: 9, new: 1 }, 1)).toMatchObject({ review: 2, fresh: 0 });
    const { memories, options } = foldLog([...log, reviewed('a', 3, NOW, { days: 9 })], NOW, limits);
    expect(measureAllowance(memories, options, today)).toEqual({
      freshDone: 0,
      reviewsDone: 1,
      fresh: 1,
      total: 1,
    });
  });

  test('[Q12] a changed card comes today, first, and says what it was', () => {
    const log = [due('a', -5), due('b', 1), due('n', -5), { ...due('m', -5), rev: 2 } as LearnerEvent];
    const deck = ['a', 'b', 'n', 'm', 'new'].map((id) => ({ ...listed(id), rev: id === 'n' ? 1 : 2 }));
    const show = (...more: LearnerEvent[]) =>
      buildQueue({ deck, schedule: foldLog(inOrder([...log, ...more]), NOW), now: NOW }).items.map(
        ({ item, changedSince }) => [item.id, changedSince],
      );
    expect(show()).toEqual([
      ['a', 1],
      ['new', undefined],
      ['b', 1],
    ]);
    const answered = { ...reviewed('a', 3, later(NOW, { minutes: -1 }), { days: 9 }), rev: 2 };
    expect(show(answered).map(([id]) => id)).toEqual(['b', 'new']);
    expect(show(act('card.suspended', 'a', -1)).map(([id]) => id)).toEqual(['b', 'new']);
  });

  test.each<[SchedulerOptions['reviewOrder'], string]>([
    ['due', 'b c a'],
    ['relative-overdueness', 'a c b'],
    ['retrievability-ascending', 'b c a'],
    ['retrievability-descending', 'a c b'],
  ])('[Q13] by %s', (reviewOrder, expected) => {
    const card = (id: string, grade: Grade, days: number, ago: number) =>
      reviewed(id, grade, later(NOW, { days: -ago }), { days });
    // Stability comes from the grade; the stored interval only says when the card is due.
    const log = [card('a', 4, 1, 10), card('b', 1, 30, 50), card('c', 3, 8, 20)];
    expect(ids(['a', 'b', 'c'], log, NOW, { reviewOrder })).toBe(expected);
  });

  test('[Q13] by chance, the same all day and another on another day; ties by due date, then id', () => {
    const deck = Array.from({ length: 9 }, (_, index) => `r${index}`);
    const log = deck.map((card) => due(card, 3));
    const random = { reviewOrder: 'random' } as const;
    expect(ids(deck, log)).toBe(deck.join(' '));
    expect(ids(deck, log, NOW, random)).toBe(ids(deck, log, later(NOW, { minutes: 300 }), random));
    expect(ids(deck, log, NOW, random)).not.toBe(ids(deck, log, later(NOW, { days: 1 }), random));
    expect(ids(deck, log, NOW, random).split(' ').sort()).toEqual(deck);
  });

  test('[Q3] the mixes, and new cards by chance', () => {
    const log = ['r1', 'r2'].map((card) => due(card, 3));
    const deck = ['x', 'y', 'r1', 'r2'];
    expect(ids(deck, log, NOW, { mix: 'reviews-first' })).toBe('r1 r2 x y');
    expect(ids(deck, log, NOW, { mix: 'new-first' })).toBe('x y r1 r2');
    const fresh = Array.from({ length: 12 }, (_, index) => `n${index}`);
    const shuffled = ids(fresh, [], NOW, { newOrder: 'random' }).split(' ');
    expect(shuffled).not.toEqual(fresh);
    expect([...shuffled].sort()).toEqual([...fresh].sort());
    const [first = ''] = shuffled;
    const seen = reviewed(first, 4, NOW, { days: 9 });
    expect(ids(fresh, [seen], NOW, { newOrder: 'random' })).toBe(shuffled.slice(1).join(' '));
  });

  test('[Q5] siblings on one day, if the learner wants that', () => {
    const log = [due('a.x', 1), due('a.y', 3)];
    const together = { burySiblings: false };
    expect(ids(['a.x/a', 'a.y/a', 'a.z/a'], log, NOW, together)).toBe('a.y a.z a.x');
  });
});
