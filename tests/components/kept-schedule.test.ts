import { expect, it } from 'vitest';
import { openKeptSchedule } from '../../src/components/kept-schedule.ts';
import type { LearnerEvent } from '../../src/format/event.ts';
import type { CardId, EventId } from '../../src/format/id.ts';
import { foldLog } from '../../src/scheduler/index.ts';

const NOW = { at: Date.UTC(2026, 10, 23, 1), offsetMinutes: 480 };

/** Answers a minute apart, the last one `at` minutes before {@link NOW}. */
function answers(count: number, before = 1): LearnerEvent[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'card.reviewed',
    id: `e${String(index).padStart(6, '0')}` as EventId,
    at: NOW.at - (before + count - index) * 60_000,
    offsetMinutes: 480,
    card: `c-${index % 100}` as CardId,
    grade: 3,
    interval: { days: 3 },
    durationMs: 1000,
  }));
}

/** A log in memory whose cache can be looked at. */
function createFakeLog(events: LearnerEvent[], cache = new Map<string, string>()) {
  const listeners: ((added: readonly LearnerEvent[]) => void)[] = [];
  const losses: (() => void)[] = [];
  const reads: string[] = [];
  return {
    cache,
    reads,
    lose(count: number) {
      events.splice(0, count);
      for (const listener of losses) listener();
    },
    append(event: LearnerEvent) {
      events.push(event);
      for (const listener of listeners) listener([event]);
    },
    log: {
      events: () => [...events],
      subscribe: (listener: (added: readonly LearnerEvent[]) => void) => {
        listeners.push(listener);
        return () => undefined;
      },
      watchLoss: (listener: () => void) => {
        losses.push(listener);
        return () => undefined;
      },
      cache: {
        get: (name: string, stamp: string) => {
          reads.push(name);
          return cache.get(`${name} ${stamp}`);
        },
        set: (name: string, stamp: string, text: string) => {
          cache.set(`${name} ${stamp}`, text);
          return true;
        },
      },
    },
  };
}

function open(fake: ReturnType<typeof createFakeLog>, stamp = 's', now = () => NOW) {
  const read = (events: readonly LearnerEvent[]) => events;
  return openKeptSchedule({ log: fake.log, read, readSome: read, stamp, now });
}

it('keeps a schedule for the next time and resumes it with what is newer', () => {
  const all = answers(6300);
  const first = createFakeLog(all.slice(0, 6000));
  open(first).keep();
  expect([...first.cache.keys()]).toEqual(['schedule s']);
  const next = createFakeLog(all, first.cache);
  const kept = [...first.cache.values()][0];
  const { schedule, keep } = open(next);
  expect(schedule.value.memories).toEqual(foldLog(all, NOW).memories);
  keep();
  expect(next.cache.get('schedule s')).not.toBe(kept);
});

it('does not use what was kept under another stamp, nor what is damaged', () => {
  const fake = createFakeLog(answers(6000), new Map([['schedule s', 'nonsense']]));
  expect(open(fake).schedule.value.memories.size).toBe(100);
  expect(open(fake, 'other').schedule.value.memories.size).toBe(100);
});

it('neither reads nor keeps what is small, and does not write again for little', () => {
  const small = createFakeLog(answers(300));
  open(small).keep();
  expect([small.reads, small.cache.size]).toEqual([[], 0]);
  const large = createFakeLog(answers(6000));
  const { keep } = open(large);
  keep();
  const kept = large.cache.get('schedule s');
  large.append({ ...(answers(1, -1)[0] as LearnerEvent), id: 'f1' as EventId });
  keep();
  expect(large.cache.get('schedule s')).toBe(kept);
});

it('follows the log: an answer, a loss, and an event of a clock ahead whose time has come', () => {
  const clock = { now: NOW };
  const fake = createFakeLog(answers(50));
  const { schedule, refresh } = open(fake, 's', () => clock.now);
  const ahead = { ...(answers(1)[0] as LearnerEvent), id: 'g1' as EventId, at: NOW.at + 5 * 86_400_000 };
  fake.append(ahead);
  expect(schedule.value.memories.get('c-0' as CardId)?.reviews).toBe(1);
  clock.now = { ...NOW, at: NOW.at + 5 * 86_400_000 };
  refresh();
  expect(schedule.value.memories.get('c-0' as CardId)?.reviews).toBe(2);
  fake.lose(50);
  expect(schedule.value.memories.size).toBe(1);
});
