import { expect, it } from 'vitest';
import { applyRenames, createRenamer } from '../../src/components/renames.ts';
import type { LearnerEvent } from '../../src/format/event.ts';
import type { CardId, EventId, ItemId, QuestionId } from '../../src/format/id.ts';
import { foldLog } from '../../src/scheduler/index.ts';

/** 2026-11-23, nine in the morning in Shanghai. */
const NOW = { at: Date.UTC(2026, 10, 23, 1), offsetMinutes: 480 };

const SHARED = { ...NOW, grade: 3, interval: { days: 3 }, durationMs: 1 } as const;
const card = (id: string): LearnerEvent => ({
  ...SHARED,
  type: 'card.reviewed',
  id: `e-${id}` as EventId,
  card: id as CardId,
});
const question = (id: string): LearnerEvent => ({
  ...SHARED,
  type: 'question.answered',
  id: `e-${id}` as EventId,
  question: id as QuestionId,
  score: 100,
  hints: 0,
  response: { truth: true },
});

it('a renamed card or question carries its history on', () => {
  const renamed = { old: 'new' as ItemId, 'old-q': 'new-q' as ItemId };
  const events = [card('old'), question('old-q'), card('other')];
  const { memories } = foldLog(applyRenames(events, { renamed }), {
    at: NOW.at + 86_400_000,
    offsetMinutes: 0,
  });
  expect([...memories.keys()].sort()).toEqual(['new', 'new-q', 'other']);
  expect(events).toEqual([card('old'), question('old-q'), card('other')]);
});

it('answers under the old and the new id are one history', () => {
  const events = [card('old'), { ...card('new'), at: NOW.at + 86_400_000 }];
  const { memories } = foldLog(applyRenames(events, { renamed: { old: 'new' as ItemId } }), {
    at: NOW.at + 86_400_000,
    offsetMinutes: 0,
  });
  expect(memories.get('new' as ItemId)?.reviews).toBe(2);
});

it('without renames the log is read as it is', () => {
  const events = [card('a')];
  expect(applyRenames(events, { renamed: {} })).toBe(events);
});

it('whatever was done to an item goes along with it', () => {
  const acts = (['card.suspended', 'card.reset'] as const).map((type): LearnerEvent => {
    return { type, id: `e-${type}` as EventId, ...NOW, item: 'old' as ItemId };
  });
  const read = applyRenames(acts, { renamed: { old: 'new' as ItemId } });
  expect(read).toEqual(acts.map((event) => ({ ...event, item: 'new' })));
});

it('a log that grows is read anew only where it is new', () => {
  const read = createRenamer({ renamed: { old: 'new' as ItemId } });
  const events = [card('old'), card('a')];
  const first = read(events);
  expect(read(events)).toBe(first);
  const more = read([...events, card('b')]);
  expect(more.map((event) => 'card' in event && event.card)).toEqual(['new', 'a', 'b']);
  expect(more[0]).toBe(first[0]);
});
