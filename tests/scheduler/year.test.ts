import { expect, test } from 'vitest';
import type { Grade, LearnerEvent } from '../../src/format/event.ts';
import type { EventId, ItemId } from '../../src/format/id.ts';
import { type ReviewOrder, toReschedulingReason } from '../../src/format/settings.ts';
import {
  applyToSchedule,
  buildQueue,
  foldLog,
  learnerDay,
  previewGrades,
  previewReschedule,
} from '../../src/scheduler/index.ts';
import { instant, later, listed, reviewed } from './samples.ts';

const START = instant('2026-01-05T09:00+08:00');
const CARDS = 160;

/** Numbers from 0 up to 1, the same every time. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A year of study with limits, holidays, forgetting and suspends; how long a due card waited at most, in days. */
function studyForAYear(reviewOrder: ReviewOrder, seed: number) {
  const chance = createChance(seed);
  const deck = Array.from({ length: CARDS }, (_, index) =>
    listed(`n${index >> 1}.p${index & 1}`, `n${index >> 1}`),
  );
  const siblingsOf = new Map(
    deck.map(({ id, note }) => [id, deck.filter((card) => card.note === note).map((card) => card.id)]),
  );
  const limits = { newPerDay: 4, reviewsPerDay: 30, reviewOrder };
  const log: LearnerEvent[] = [];
  let schedule = foldLog(log, START, limits);
  const freeSince = new Map<ItemId, number>();
  let longestWait = 0;
  let mostInADay = 0;
  for (let day = 0; day < 365; day += 1) {
    const isHoliday = (day >= 100 && day < 121) || (day >= 250 && day < 257) || chance() < 0.05;
    if (isHoliday) continue;
    let now = later(START, { days: day });
    const append = (event: LearnerEvent) => {
      log.push(event);
      schedule = applyToSchedule(schedule, [event], log, now);
    };
    const nextId = () => `e${String(log.length).padStart(6, '0')}` as EventId;
    const today = learnerDay(now);
    const asked = new Map<string, ItemId>();
    let answers = 0;
    for (let turn = 0; turn < 400; turn += 1) {
      const [next] = buildQueue({ deck, schedule, now }).items;
      if (!next) break;
      const { id, note } = next.item;
      const isInSteps = next.memory !== undefined && next.memory.phase !== 'review';
      if (!isInSteps) expect(asked.get(note) ?? id).toBe(id);
      asked.set(note, id);
      if (next.memory?.phase === 'review') {
        const since = Math.max(next.memory.dueDay, freeSince.get(id) ?? 0);
        longestWait = Math.max(longestWait, today - since);
        answers += 1;
      } else if (!next.memory) answers += 1;
      const siblings = siblingsOf.get(id) ?? [];
      const roll = chance();
      const grade: Grade = roll < 0.12 ? 1 : roll < 0.25 ? 2 : roll < 0.9 ? 3 : 4;
      const { interval } = previewGrades({ item: id, schedule, now, siblings })[grade];
      append(reviewed(id, grade, now, interval, nextId()));
      if (chance() < 0.004) append({ type: 'card.suspended', id: nextId(), ...now, item: id });
      now = later(now, { minutes: 0.4 });
    }
    mostInADay = Math.max(mostInADay, answers);
    if (day % 30 < 3) {
      for (const [item, { suspended }] of schedule.holds) {
        if (!suspended || chance() < 0.3) continue;
        append({ type: 'card.unsuspended', id: nextId(), ...now, item });
        freeSince.set(item, today);
      }
    }
  }
  return { deck, log, schedule, longestWait, mostInADay, limits };
}

// The longest holiday is 21 days; the backlog after it comes on top.
test.each<[ReviewOrder, number, number]>([
  ['relative-overdueness', 3, 30],
  ['due', 4, 30],
  ['retrievability-ascending', 5, 30],
  // Weak cards wait behind strong ones while there is a backlog.
  ['retrievability-descending', 7, 35],
  ['random', 6, 30],
])('[Q14] a year by %s: every card is reached, none starves, limits hold', (order, seed, longest) => {
  const { deck, log, schedule, longestWait, mostInADay, limits } = studyForAYear(order, seed);
  const end = later(START, { days: 365 });
  expect(log.length).toBeGreaterThan(2000);
  expect(deck.filter(({ id }) => !schedule.memories.has(id))).toEqual([]);
  expect(mostInADay).toBeLessThanOrEqual(limits.reviewsPerDay);
  expect(longestWait).toBeLessThan(longest);
  expect(schedule.memories).toEqual(foldLog(log, end, limits).memories);
  const unchanged = {
    ...({ type: 'parameters.changed', ...end, weights: schedule.options.weights } as const),
    reason: toReschedulingReason('unchanged'),
  };
  // Balanced days stay; only one that the order of the grades had pushed out of its range moves.
  const { moved } = previewReschedule({ schedule, events: log, drafts: [unchanged], deck, now: end });
  expect(moved).toBeLessThanOrEqual(2);
  expect(schedule.holds).toEqual(foldLog(log, end, limits).holds);
});
