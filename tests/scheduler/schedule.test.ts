import { describe, expect, test } from 'vitest';
import type { ItemSwitch, JsonValue, LearnerEvent } from '../../src/format/event.ts';
import type { CardId, EventId, ItemId } from '../../src/format/id.ts';
import { toReschedulingReason } from '../../src/format/settings.ts';
import { createFsrs } from '../../src/scheduler/fsrs.ts';
import {
  DEFAULT_OPTIONS,
  DEFAULT_WEIGHTS,
  foldLog,
  historyOf,
  learnerDay,
  parseWeights,
  replayMemory,
} from '../../src/scheduler/index.ts';
import { instant, later, reviewed, undone, W5 } from './samples.ts';

const NOW = instant('2026-01-05T09:00+08:00');
const CARD = 'c' as CardId;
const TODAY = learnerDay(NOW);

let count = 0;
const nextId = () => `m${String(count++).padStart(4, '0')}` as EventId;
const at = (minutes: number) => later(NOW, { minutes });

function switched(type: ItemSwitch, minutes: number, item: string = CARD): LearnerEvent {
  return { type, id: nextId(), ...at(minutes), item: item as ItemId };
}
function buried(untilDay: number, minutes: number): LearnerEvent {
  return { type: 'card.buried', id: nextId(), ...at(minutes), item: CARD, untilDay };
}
function dueSet(dueDay: number, minutes: number): LearnerEvent {
  return { type: 'due.set', id: nextId(), ...at(minutes), item: CARD, dueDay };
}
function set(name: string, value: JsonValue, minutes: number): LearnerEvent {
  return { type: 'settings.changed', id: nextId(), ...at(minutes), name, value };
}
function weights(values: readonly number[], reason: string, minutes: number): LearnerEvent {
  return { type: 'parameters.changed', id: nextId(), ...at(minutes), weights: values, reason };
}
const easy = (minutes: number) => reviewed(CARD, 4, at(minutes), { days: 8 });
const again = (minutes: number) => reviewed(CARD, 1, at(minutes), { minutes: 10 });

function fold(...log: LearnerEvent[]) {
  const schedule = foldLog(log, later(NOW, { days: 1 }));
  return { ...schedule, memory: schedule.memories.get(CARD), hold: schedule.holds.get(CARD) };
}

describe('schedule', () => {
  test('[F1] an answer out of turn changes nothing', () => {
    const cram: LearnerEvent = { ...again(5), cram: true };
    expect(fold(easy(0), cram).memory).toEqual(fold(easy(0)).memory);
    expect(fold(cram).memory).toBeUndefined();
  });

  test('[F9] a reset forgets the answers before it and keeps holds', () => {
    const reset = switched('card.reset', 5);
    expect(fold(easy(0), again(1), reset)).toMatchObject({ memory: undefined, hold: undefined });
    expect(fold(easy(0), again(1), reset, easy(9)).memory).toEqual(fold(easy(9)).memory);
    expect(fold(easy(0), switched('card.suspended', 1), reset).hold?.suspended).toBe(true);
    expect(fold(easy(0), reset, undone(reset.id, at(6), 'u')).memory).toEqual(fold(easy(0)).memory);
  });

  test('[F10] a chosen day is due at its start, whatever the card was in', () => {
    for (const answer of [easy(0), again(0)]) {
      const { memory } = fold(answer, dueSet(TODAY + 3, 5));
      expect(memory).toMatchObject({
        phase: 'review',
        dueDay: TODAY + 3,
        scheduledDays: 3,
        isDueChosen: true,
      });
      expect(memory?.dueAt).toBe(instant('2026-01-08T04:00+08:00').at);
      expect(memory?.stability).toBe(fold(answer).memory?.stability);
    }
    expect(fold(easy(0), dueSet(TODAY - 9, 5)).memory?.dueDay).toBe(TODAY);
    expect(fold(easy(0), dueSet(1e300, 5)).memory?.dueDay).toBe(TODAY + 36_500);
    expect(fold(dueSet(TODAY + 3, 5)).memory).toBeUndefined();
    expect(fold(easy(0), dueSet(TODAY + 3, 5), again(9)).memory).toMatchObject({
      isDueChosen: false,
      lapses: 1,
    });
  });

  test('[F11] suspended and buried do not touch each other, nor memory', () => {
    const suspended = switched('card.suspended', 1);
    const burial = buried(TODAY + 1, 2);
    expect(fold(suspended, burial).hold).toEqual({ suspended: true, buriedUntilDay: TODAY + 1 });
    expect(fold(suspended, burial, switched('card.unburied', 3)).hold).toEqual({
      suspended: true,
      buriedUntilDay: undefined,
    });
    expect(fold(suspended, burial, switched('card.unsuspended', 3)).hold).toEqual({
      suspended: false,
      buriedUntilDay: TODAY + 1,
    });
    expect(fold(suspended, switched('card.unsuspended', 3)).holds.size).toBe(0);
    expect(fold(burial, switched('card.unburied', 3)).holds.size).toBe(0);
    expect(fold(suspended, easy(3))).toMatchObject({ hold: { suspended: true }, memory: { reviews: 1 } });
    expect(fold(suspended, undone(suspended.id, at(2), 'u')).hold).toBeUndefined();
    expect(fold(switched('card.unsuspended', 1)).holds.size).toBe(0);
  });

  test('[F12] the last value that can be used holds', () => {
    const log = [
      set('desired-retention', 0.85, 0),
      set('desired-retention', 3, 1),
      set('new-per-day', 7, 2),
      set('new-per-day', null, 3),
      set('swipe', 'left', 4),
      set('easy-days', ['normal'], 5),
      set('today-only', { day: TODAY, new: 5, reviews: 0 }, 6),
      set('today-only', {}, 7),
      set('__proto__', 1, 8),
    ];
    const { options, settings } = fold(...log);
    expect(options).toEqual({
      ...DEFAULT_OPTIONS,
      desiredRetention: 0.85,
      newPerDay: 7,
      todayOnly: { day: TODAY, new: 5, reviews: 0 },
    });
    expect(settings.get('swipe')).toBe('left');
    expect(settings.get('desired-retention')).toBe(3);
    expect(fold(...log, undone(log[0]?.id ?? '', at(9), 'u')).options.desiredRetention).toBe(0.9);
    expect(foldLog([], NOW, { newPerDay: 3 }).options.newPerDay).toBe(3);
  });

  test('[F12] weights are those of the last `parameters.changed` that can be used', () => {
    const log = [easy(0), weights(W5, 'optimised', 1), weights([1], 'chosen', 2)];
    expect(fold(...log).options.weights).toEqual(W5);
    expect(fold(...log).memory?.stability).toBe(replayMemory([{ grade: 4, elapsedDays: 0 }], W5).stability);
    expect(fold(...log).memory?.dueAt).toBe(fold(easy(0)).memory?.dueAt);
  });

  test('[F13] rescheduling gives cards in review the day of that point', () => {
    const expected = (retention: number, values = DEFAULT_WEIGHTS) => {
      const fsrs = createFsrs({ weights: values, desiredRetention: retention, maximumIntervalDays: 36_500 });
      return TODAY + fsrs.intervalDays(replayMemory([{ grade: 4, elapsedDays: 0 }], values).stability);
    };
    const plain = set('fuzz', false, -9);
    const retention = set('desired-retention', 0.8, 1);
    const moved = weights(DEFAULT_WEIGHTS, toReschedulingReason('unchanged'), 1);
    const later1 = set('desired-retention', 0.95, 2);
    expect(fold(plain, easy(0), retention, weights(DEFAULT_WEIGHTS, 'unchanged', 1)).memory?.dueDay).toBe(
      TODAY + 8,
    );
    expect(fold(plain, easy(0), retention, moved, later1).memory?.dueDay).toBe(expected(0.8));
    expect(expected(0.8)).toBeGreaterThan(TODAY + 8);
    expect(fold(plain, easy(0), retention, moved, undone(moved.id, at(3), 'u')).memory?.dueDay).toBe(
      TODAY + 8,
    );
    expect(fold(plain, again(0), retention, moved).memory).toEqual(fold(plain, again(0)).memory);
    expect(fold(plain, easy(0), dueSet(TODAY + 2, 1), retention, moved).memory?.dueDay).toBe(TODAY + 2);
    expect(fold(plain, retention, moved, easy(5)).memory?.dueDay).toBe(TODAY + 8);
    // Weights that were replaced since: the day is still that of the weights then.
    const former = weights(W5, toReschedulingReason('optimised'), 1);
    const back = weights(DEFAULT_WEIGHTS, 'chosen', 2);
    expect(fold(plain, easy(0), former, back).memory?.dueDay).toBe(expected(0.9, parseWeights(W5)));
    expect(fold(plain, easy(0), former, back).memory?.stability).toBe(fold(easy(0)).memory?.stability);
    const forgotten = [plain, again(-3), switched('card.reset', -2), easy(0), former, back];
    expect(fold(...forgotten).memory?.dueDay).toBe(expected(0.9, parseWeights(W5)));
    expect(fold(plain, set('maximum-interval', 5, 0), easy(0), moved).memory?.dueDay).toBe(TODAY + 5);
  });

  test('[F14] an answer at 02:00 stays on the evening before, also when days begin at midnight since', () => {
    const night = instant('2026-01-06T02:00+08:00');
    const first = reviewed(CARD, 3, instant('2026-01-05T22:00+08:00'), { minutes: 10 });
    const second = reviewed(CARD, 3, night, { days: 2 });
    const change: LearnerEvent = {
      ...{ type: 'settings.changed', id: nextId(), ...later(night, { minutes: 1 }) },
      ...{ name: 'rollover-hour', value: 0 },
    };
    const before = fold(first, second).memory;
    expect(before).toMatchObject({ lastDay: TODAY, dueDay: TODAY + 2 });
    // Due that day, from midnight on now.
    const after = fold(first, second, change).memory;
    expect(after).toEqual({ ...before, dueAt: instant('2026-01-07T00:00+08:00').at });
    const third = reviewed(CARD, 3, instant('2026-01-07T01:00+08:00'), { days: 5 });
    expect(fold(first, second, change, third).memory).toMatchObject({ lastDay: TODAY + 2, lapses: 0 });
    expect(fold(first, second, change, third).memory?.stability).toBeCloseTo(
      replayMemory(
        [0, 0, 2].map((elapsedDays) => ({ grade: 3, elapsedDays })),
        DEFAULT_WEIGHTS,
      ).stability,
      6,
    );
    expect(fold(first, second, change, undone(change.id, night, 'u')).memory).toEqual(before);
  });

  test('[A3] a history has what counts, in order', () => {
    const cram: LearnerEvent = { ...again(5), cram: true };
    const gone = again(6);
    const reset = switched('card.reset', 7);
    const log = [easy(0), cram, gone, reset, buried(TODAY, 8), switched('card.suspended', 8, 'd')];
    expect(historyOf([...log, undone(gone.id, at(9), 'u')], CARD).map(({ type }) => type)).toEqual([
      'card.reviewed',
      'card.reviewed',
      'card.reset',
      'card.buried',
    ]);
  });
});
