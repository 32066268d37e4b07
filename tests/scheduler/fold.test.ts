import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grade, Interval, LearnerEvent } from '../../src/format/event.ts';
import type { CardId, EventId, QuestionId } from '../../src/format/id.ts';
import {
  applyToSchedule,
  DEFAULT_WEIGHTS,
  foldLog,
  replayMemory,
  type Schedule,
} from '../../src/scheduler/index.ts';
import {
  END_OF_TIME,
  foldMemories,
  inOrder,
  instant,
  later,
  logs,
  moments,
  RUNS,
  reviewed,
  undone,
  W5,
} from './samples.ts';

const NOW = instant('2026-01-05T09:00+08:00');
const CARD = 'c' as CardId;

/** What a schedule says, without what it remembers for folding on. */
function contentOf({ trace: _, ...content }: Schedule) {
  return content;
}

function fold(...events: LearnerEvent[]) {
  return foldMemories(events).get(CARD);
}

/** One review a day of card `c` from {@link NOW} on, with ids `r0`, `r1` … */
function daily(...answers: readonly (readonly [Grade, Interval])[]): LearnerEvent[] {
  return answers.map(([grade, interval], index) =>
    reviewed('c', grade, later(NOW, { days: index }), interval, `r${index}`),
  );
}

describe('fold', () => {
  test('[F1] an answered question is scheduled as a graded card is', () => {
    const review = reviewed('c', 3, NOW, { minutes: 10 });
    const { card: _, type: __, ...shared } = review;
    const question = 'q' as QuestionId;
    const answered: LearnerEvent = {
      ...shared,
      type: 'question.answered',
      question,
      score: 100,
      hints: 0,
      response: { truth: true },
    };
    const { item, isQuestion, ...memory } = foldMemories([answered]).get(question) ?? {};
    const { item: card, isQuestion: _q, ...expected } = foldMemories([review]).get(review.card) ?? {};
    expect([item, card, isQuestion, _q]).toEqual(['q', 'c', true, false]);
    expect(memory).toEqual(expected);
  });

  test('[F1] events of other types change nothing', () => {
    const flown: LearnerEvent = {
      type: 'unknown',
      id: 'x' as EventId,
      ...NOW,
      raw: { type: 'card.flown', card: 'c' },
    };
    const [review] = daily([3, { minutes: 10 }]);
    if (!review) throw new Error('no review');
    expect(foldMemories([flown, review])).toEqual(foldMemories([review]));
    expect(foldMemories([flown])).toEqual(new Map());
    const schedule = foldLog([review], NOW);
    expect(applyToSchedule(schedule, [flown], [review, flown], NOW).memories).toEqual(schedule.memories);
  });

  test('[F2] other weights, retention and steps change stability, never dueAt', () => {
    const log = daily([3, { minutes: 10 }], [3, { days: 2 }], [2, { days: 9 }]);
    const other = foldMemories(log, {
      weights: W5,
      desiredRetention: 0.8,
      learningSteps: [],
      maximumIntervalDays: 3,
    });
    expect(fold(...log)?.dueAt).toBe(instant('2026-01-16T04:00+08:00').at);
    expect(other.get(CARD)?.dueAt).toBe(fold(...log)?.dueAt);
    expect(other.get(CARD)?.scheduledDays).toBe(9);
    expect(other.get(CARD)?.stability).not.toBe(fold(...log)?.stability);
  });

  test('[F2] stability and difficulty are those of replay, with the learner’s days', () => {
    const morning = instant('2026-01-05T07:30+08:00');
    const log = [
      reviewed('c', 1, morning, { minutes: 1 }),
      reviewed('c', 3, later(morning, { minutes: 60 }), { days: 1 }),
      reviewed('c', 3, later(morning, { days: 1 }), { days: 4 }),
    ];
    const answers = [1, 3, 3].map((grade, index) => ({
      grade: grade as Grade,
      elapsedDays: index === 2 ? 1 : 0,
    }));
    expect(fold(...log)).toMatchObject(replayMemory(answers, DEFAULT_WEIGHTS));
  });

  test.each<[string, (readonly [Grade, Interval])[], object]>([
    ['Again', [[1, { minutes: 1 }]], { phase: 'learning', step: 0 }],
    ['Hard', [[2, { minutes: 6 }]], { phase: 'learning', step: 0 }],
    ['Good', [[3, { minutes: 10 }]], { phase: 'learning', step: 1 }],
    [
      'Good, Hard',
      [
        [3, { minutes: 10 }],
        [2, { minutes: 10 }],
      ],
      { phase: 'learning', step: 1 },
    ],
    [
      'Good, Again',
      [
        [3, { minutes: 10 }],
        [1, { minutes: 1 }],
      ],
      { phase: 'learning', step: 0 },
    ],
    [
      'Good, Good',
      [
        [3, { minutes: 10 }],
        [3, { days: 2 }],
      ],
      { phase: 'review', step: 0 },
    ],
    ['Easy', [[4, { days: 8 }]], { phase: 'review', step: 0 }],
    [
      'a lapse',
      [
        [4, { days: 8 }],
        [1, { minutes: 10 }],
      ],
      { phase: 'relearning', step: 0 },
    ],
    [
      'a lapse, Hard',
      [
        [4, { days: 8 }],
        [1, { minutes: 10 }],
        [2, { minutes: 15 }],
      ],
      { phase: 'relearning', step: 0 },
    ],
    [
      'a lapse, Good',
      [
        [4, { days: 8 }],
        [1, { minutes: 10 }],
        [3, { days: 1 }],
      ],
      { phase: 'review', step: 0 },
    ],
    [
      'a third step once chosen',
      [
        [3, { minutes: 10 }],
        [3, { minutes: 60 }],
      ],
      { phase: 'learning', step: 1 },
    ],
    ['days at once, without steps', [[3, { days: 2 }]], { phase: 'review', step: 0 }],
  ])('[F3] after %s', (_name, answers, position) => {
    expect(fold(...daily(...answers))).toMatchObject(position);
  });

  test('[F4] only Again in review is a lapse', () => {
    const days: Interval = { days: 3 };
    const minutes: Interval = { minutes: 10 };
    const log = daily(
      [1, minutes],
      [1, minutes],
      [3, days],
      [1, minutes],
      [1, minutes],
      [3, days],
      [1, { days: 1 }],
    );
    expect(fold(...log)).toMatchObject({ lapses: 2, reviews: 7, lastGrade: 1 });
  });

  const review = reviewed('c', 4, NOW, { days: 8 }, 'r');
  const u1 = undone('r', later(NOW, { minutes: 1 }), 'u1');
  const u2 = undone('u1', later(NOW, { minutes: 2 }), 'u2');
  const u3 = undone('u2', later(NOW, { minutes: 3 }), 'u3');
  test.each<[string, LearnerEvent[], number]>([
    ['a review', [review], 1],
    ['an undo', [review, u1], 0],
    ['an undo undone', [review, u1, u2], 1],
    ['undone three times over', [review, u1, u2, u3], 0],
    ['two undos, one undone', [review, u1, undone('r', later(NOW, { minutes: 1 }), 'v'), u2], 0],
    ['an undo by a clock set back', [undone('r', later(NOW, { days: -1 }), 'u0'), review], 0],
    ['an undo of nothing', [review, undone('nobody', NOW, 'v')], 1],
    ['an undo of itself', [review, undone('v', NOW, 'v')], 1],
    ['a circle', [review, undone('w', NOW, 'v'), undone('v', NOW, 'w')], 1],
  ])('[F5] %s', (_name, log, reviews) => {
    expect(fold(...log)?.reviews ?? 0).toBe(reviews);
  });

  test('[F5] ten thousand undos of undos', () => {
    const chain = Array.from({ length: 10_001 }, (_, index) =>
      undone(index === 0 ? 'r' : `u${index - 1}`, later(NOW, { minutes: index }), `u${index}`),
    );
    expect(fold(review, ...chain)).toBeUndefined();
    expect(fold(review, ...chain.slice(1))?.reviews).toBe(1);
    expect(fold(review, ...chain.slice(0, 10_000))?.reviews).toBe(1);
  });

  test('[F5] undo takes away exactly its event, of whatever kind, and undoing it restores it', () => {
    const fold = (log: LearnerEvent[]) => contentOf(foldLog(inOrder(log), END_OF_TIME));
    const kinds = new Set<string>();
    fc.assert(
      fc.property(logs, fc.nat({ max: 24 }), (log, index) => {
        const target = log[index];
        if (!target || log.some(({ type }) => type === 'review.undone')) return;
        kinds.add(target.type);
        const undo = undone(target.id, later(NOW, { days: 999 }), 'undo');
        const restored = undone('undo', later(NOW, { days: 1000 }), 'redo');
        expect(fold([...log, undo])).toEqual(fold(log.filter((event) => event !== target)));
        expect(fold([...log, undo, restored])).toEqual(fold(log));
      }),
      { ...RUNS, numRuns: 2000 },
    );
    expect(kinds.size).toBe(10);
  });

  test('[F6] the order of arrival does not matter', () => {
    const arrivals = logs.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
    );
    fc.assert(
      fc.property(arrivals, ([log, arrived]) => {
        expect([...foldMemories(inOrder(arrived))]).toEqual([...foldMemories(log)]);
      }),
      RUNS,
    );
  });

  test('[F7] event by event equals from scratch, in order and in any other', () => {
    const arrivals = logs.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
    );
    fc.assert(
      fc.property(arrivals, fc.nat({ max: 25 }), moments, ([log, arrived], cut, now) => {
        for (const sequence of [log, arrived]) {
          let schedule = foldLog([], now);
          for (const [index, event] of sequence.entries()) {
            const before = structuredClone(schedule.memories);
            const next = applyToSchedule(schedule, [event], inOrder(sequence.slice(0, index + 1)), now);
            expect(schedule.memories).toEqual(before);
            schedule = next;
          }
          expect(contentOf(schedule)).toEqual(contentOf(foldLog(log, now)));
          const some = foldLog(inOrder(sequence.slice(0, cut)), now);
          const whole = applyToSchedule(some, sequence.slice(cut), log, now);
          expect(contentOf(whole)).toEqual(contentOf(foldLog(log, now)));
        }
      }),
      { ...RUNS, numRuns: 100 },
    );
  });

  test('[F7] undoing, restoring and undoing again, one event at a time', () => {
    const log: LearnerEvent[] = [review];
    let schedule = foldLog(log, END_OF_TIME);
    for (const event of [u1, u2, u3]) {
      log.push(event);
      schedule = applyToSchedule(schedule, [event], log, END_OF_TIME);
      expect(schedule.memories).toEqual(foldMemories(log));
    }
    expect(schedule.memories.size).toBe(0);
    const circle = [review, undone('w', NOW, 'v'), undone('v', NOW, 'w')];
    const alone = foldLog([review], END_OF_TIME);
    expect(applyToSchedule(alone, circle.slice(1), circle, END_OF_TIME).memories).toEqual(alone.memories);
  });

  test('[F8] every number is finite, whatever the log', () => {
    fc.assert(
      fc.property(logs, (log) => {
        for (const { stability, difficulty, dueAt, scheduledDays, step } of foldMemories(log).values()) {
          for (const value of [stability, difficulty, dueAt, scheduledDays, step])
            expect(value).toSatisfy(Number.isFinite);
          expect(stability).toBeGreaterThan(0);
          expect(difficulty).toBeGreaterThanOrEqual(1);
        }
      }),
      { ...RUNS, numRuns: 1000 },
    );
  });
});
