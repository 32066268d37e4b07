import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grade, Instant, LearnerEvent } from '../../src/format/event.ts';
import type { CardId, QuestionId } from '../../src/format/id.ts';
import {
  buildQueue,
  foldEvents,
  memoryAt,
  previewGrades,
  retrievability,
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
  return buildQueue({ deck: manifest, memories: foldEvents(inOrder(log)), now, options });
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

  test('[Q2] reviews by due date, then id, from the start of their day', () => {
    expect(ids(['a', 'b', 'c', 'd'], [due('a', 0), due('b', 2), due('c', 2), due('d', -1)])).toBe('b c a');
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
    const memory = foldEvents([ahead]).get('c' as CardId);
    if (!memory) throw new Error('no memory');
    expect(retrievability(memory, NOW)).toBe(1);
    const { interval } = previewGrades(memory, memory.item, NOW)[3];
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
    const [both, alone] = [[past, ahead], [past]].map((log) => foldEvents(log).get('c' as CardId));
    expect(both?.reviews).toBe(2);
    expect(previewGrades(both, 'c' as CardId, now)).toEqual(previewGrades(alone, 'c' as CardId, now));
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
          const memories = foldEvents(log);
          const { items, nextDueAt } = queue(['a', 'b', 'c'], log, now);
          const shown = new Set<string>(items.map(({ item }) => item.id));
          for (const id of ['a', 'b', 'c']) {
            const whole = memories.get(id as CardId);
            if (!whole || shown.has(id)) continue;
            const memory = memoryAt(whole, now);
            expect(memory.dueAt).toBeGreaterThan(now.at);
            expect(memory.lastReview.at).toBeLessThanOrEqual(now.at + 86_400_000);
            if (memory.phase !== 'review') expect(nextDueAt).toBeLessThanOrEqual(memory.dueAt);
          }
          expect(
            new Set(['a', 'b', 'c'].filter((id) => !memories.has(id as CardId) && !shown.has(id))),
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
        const memories = foldEvents(log);
        const [next] = buildQueue({ deck, memories, now, options: { newPerDay: 5 } }).items;
        if (!next) break;
        if (next.memory) latest = Math.max(latest, (now.at - next.memory.dueAt) / 86_400_000);
        const grade = (log.length * 7) % 10 === 0 ? 1 : 3;
        const { interval } = previewGrades(next.memory, next.item.id, now)[grade];
        log.push(reviewed(next.item.id, grade, now, interval, `e${String(log.length).padStart(6, '0')}`));
        now = later(now, { minutes: 0.5 });
      }
      if (day > 60) day += 6;
    }
    expect(foldEvents(log).size).toBe(60);
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
      buildQueue({ deck, memories: foldEvents(inOrder([...seen, ...log])), now: NOW })
        .items.map(({ item }) => item.id)
        .join(' ');
    expect(show(answer(3))).toBe('');
    expect(show(answer(1))).toBe('c.a');
    expect(show(answer(1), reviewed('c.a', 3, NOW, { days: 9 }))).toBe('');
    // Whether questions are asked in the review is another matter.
    const cards = deck.filter((item) => item !== question);
    const memories = foldEvents(inOrder([...seen, answer(1)]));
    const { items } = buildQueue({ deck: cards, unasked: [question], memories, now: NOW });
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
});
