import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LearnerEvent } from '../../src/format/event.ts';
import {
  applyToSchedule,
  decodeSchedule,
  encodeSchedule,
  foldLog,
  type Schedule,
} from '../../src/scheduler/index.ts';
import { END_OF_TIME, inOrder, instant, later, logs, moments, RUNS, reviewed } from './samples.ts';

const NOW = instant('2026-01-05T09:00+08:00');

function contentOf(schedule: Schedule | undefined) {
  if (!schedule) return undefined;
  const { trace: _, ...content } = schedule;
  return content;
}

describe('snapshot', () => {
  test('[S1] read again with what is newer it is the fold of the whole log, or nothing', () => {
    let read = 0;
    const parts = fc.tuple(logs, fc.nat({ max: 25 }), fc.oneof(moments, fc.constant(END_OF_TIME)));
    fc.assert(
      fc.property(parts, ([log, cut, now]) => {
        const part = log.slice(0, cut);
        const text = encodeSchedule(foldLog(part, now), part);
        if (text === undefined) return;
        const again = decodeSchedule(text, log, now)?.schedule;
        if (again) read += 1;
        expect(contentOf(again)).toEqual(contentOf(foldLog(log, now)));
      }),
      { ...RUNS, numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  test('[S1] it can be folded on, also when an early event arrives late', () => {
    const log = ['a', 'b', 'c'].map((card, index) =>
      reviewed(card, 3, later(NOW, { minutes: index }), { days: 3 }),
    );
    const read = decodeSchedule(encodeSchedule(foldLog(log, NOW), log) ?? '', log, NOW)?.schedule;
    const early = reviewed('b', 1, later(NOW, { days: -5 }), { days: 2 });
    const whole = inOrder([...log, early]);
    expect(contentOf(read && applyToSchedule(read, [early], whole, NOW))).toEqual(
      contentOf(foldLog(whole, NOW)),
    );
  });

  const log = [
    reviewed('a', 3, NOW, { days: 3 }, 'e0'),
    reviewed('b', 3, later(NOW, { minutes: 1 }), { days: 3 }, 'e1'),
  ];
  const text = encodeSchedule(foldLog(log, NOW), log) ?? '';
  test.each<[string, string, LearnerEvent[]]>([
    ['another version', text.replace(/^\d+/, '999'), log],
    [
      'another last event',
      text,
      [
        reviewed('a', 3, NOW, { days: 3 }, 'e0'),
        reviewed('b', 3, later(NOW, { minutes: 1 }), { days: 3 }, 'e7'),
      ],
    ],
    [
      'another event before it',
      text,
      [reviewed('a', 3, later(NOW, { minutes: -1 }), { days: 3 }, 'e0'), ...log.slice(1)],
    ],
    ['fewer events', text, log.slice(0, 1)],
    [
      'other rules',
      text,
      [
        { type: 'settings.changed', id: 'e0', ...NOW, name: 'rollover-hour', value: 0 } as LearnerEvent,
        ...log.slice(1),
      ],
    ],
    ['a line cut off', text.slice(0, text.lastIndexOf(',')).trim(), log],
    ['a number that is none', text.replace(/,2\.\d+,/, ',x,'), log],
    ['nothing', '', log],
    ['something else', 'some 5 text\n\n', log],
  ])('[S2] %s: nothing is read', (_name, damaged, events) => {
    expect(decodeSchedule(text, log, NOW)?.schedule.memories.size).toBe(2);
    expect(decodeSchedule(damaged, events, NOW)).toBeUndefined();
  });

  test('[S2] other defaults: nothing is read', () => {
    expect(decodeSchedule(text, log, NOW, { learningSteps: [3] })).toBeUndefined();
  });

  test('[S2] nothing is written while an event of a clock ahead waits', () => {
    const ahead = [...log, reviewed('c', 3, later(NOW, { days: 9 }), { days: 3 })];
    expect(encodeSchedule(foldLog(ahead, NOW), ahead)).toBeUndefined();
    expect(encodeSchedule(foldLog([], NOW), [])).toBeUndefined();
    expect(encodeSchedule(foldLog(log, NOW), log.slice(0, 1))).toBeUndefined();
  });
});
