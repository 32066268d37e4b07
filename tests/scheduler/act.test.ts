import { describe, expect, test } from 'vitest';
import type { Instant, LearnerEvent } from '../../src/format/event.ts';
import type { EventId, ItemId } from '../../src/format/id.ts';
import { findLastAct, foldLog } from '../../src/scheduler/index.ts';
import { inOrder, instant, later, reviewed, undone } from './samples.ts';

const NOW = instant('2026-01-05T09:00+08:00');
const at = (minutes: number) => later(NOW, { minutes });

function suspended(item: string, when: Instant, writer = 'w1'): LearnerEvent {
  return {
    type: 'card.suspended',
    id: `t-${writer}-${item}` as EventId,
    ...when,
    item: item as ItemId,
  };
}
function set(value: number, when: Instant): LearnerEvent {
  return { type: 'settings.changed', id: `t-w1-s${value}` as EventId, ...when, name: 'new-per-day', value };
}
const lastIds = (log: readonly LearnerEvent[], now = at(60), kind?: 'items' | 'settings') =>
  findLastAct(inOrder(log), now, kind).map(({ id }) => id);

describe('act', () => {
  test('[A1] walks back over every act, each with all its events, to the first', () => {
    const acts: LearnerEvent[][] = [
      [reviewed('a', 3, at(0), { days: 1 }, 't-w1-a1')],
      [suspended('a', at(1)), suspended('b', at(1)), suspended('c', at(1))],
      [{ type: 'card.buried', id: 't-w1-bury' as EventId, ...at(2), item: 'a' as ItemId, untilDay: 1 }],
      [{ type: 'due.set', id: 't-w1-due' as EventId, ...at(3), item: 'a' as ItemId, dueDay: 1 }],
      [{ type: 'card.reset', id: 't-w1-reset' as EventId, ...at(4), item: 'a' as ItemId }],
    ];
    const log = acts.flat();
    const states = acts.map((_, index) => foldLog(acts.slice(0, index).flat(), at(60)));
    for (const [index, act] of [...acts.entries()].reverse()) {
      expect(lastIds(log)).toEqual(act.map(({ id }) => id));
      for (const { id } of act) log.push(undone(id, at(30), `t-w1-u${id}`));
      const { memories, holds } = foldLog(inOrder(log), at(60));
      expect({ memories, holds }).toEqual({
        memories: states[index]?.memories,
        holds: states[index]?.holds,
      });
    }
    expect(lastIds(log)).toEqual([]);
    log.push(undone('t-w1-ut-w1-a1', at(31), 't-w1-redo'));
    expect(lastIds(log)).toEqual(['t-w1-a1']);
  });

  test('[A1] not what another tab did at that moment, nor what is a day old, nor from a clock ahead', () => {
    expect(lastIds([suspended('a', at(1)), suspended('b', at(1), 'w2')])).toEqual(['t-w2-b']);
    expect(lastIds([suspended('a', at(-1379))])).toEqual(['t-w1-a']);
    expect(lastIds([suspended('a', at(-1380))])).toEqual([]);
    expect(lastIds([suspended('a', at(1)), suspended('b', at(3000))])).toEqual(['t-w1-a']);
  });

  test('[A2] settings apart from items', () => {
    const imported: LearnerEvent = {
      type: 'import.applied',
      id: 't-w1-i' as EventId,
      ...at(5),
      digest: '',
      count: 0,
      added: '',
    };
    const log = [suspended('a', at(1)), set(3, at(2)), set(4, at(3)), imported];
    expect(lastIds(log)).toEqual(['t-w1-a']);
    expect(lastIds(log, at(60), 'settings')).toEqual(['t-w1-s4']);
    const undo = undone('t-w1-s4', at(4), 't-w1-u');
    expect(foldLog([...log.slice(0, 3), undo], at(60)).options.newPerDay).toBe(3);
  });
});
