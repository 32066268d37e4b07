import { expect, it } from 'vitest';
import { actOnCards, type CardAct } from '../../../src/components/cards/acts.ts';
import type { Study } from '../../../src/components/study.ts';
import type { EventDraft, LearnerEvent } from '../../../src/format/event.ts';
import type { CardId, EventId, ItemId } from '../../../src/format/id.ts';
import { foldLog } from '../../../src/scheduler/index.ts';

const NOW = { at: Date.parse('2026-03-10T09:00+08:00'), offsetMinutes: 480 };
const ITEMS = ['known', 'off', 'buried', 'new'] as ItemId[];

const log: readonly LearnerEvent[] = [
  {
    ...NOW,
    id: '1' as EventId,
    type: 'card.reviewed',
    card: 'known' as CardId,
    grade: 3,
    interval: { days: 3 },
    durationMs: 1,
  },
  { ...NOW, id: '2' as EventId, type: 'card.suspended', item: 'off' as ItemId },
  { ...NOW, id: '3' as EventId, type: 'card.buried', item: 'buried' as ItemId, untilDay: 99_999 },
];

it.each<[CardAct, readonly string[]]>([
  ['suspend', ['known', 'buried', 'new']],
  ['unsuspend', ['off']],
  ['bury', ['known', 'off', 'buried', 'new']],
  ['unbury', ['buried']],
  ['reset', ['known']],
  [{ dueDay: 30_000 }, ['known']],
])('%j is kept for the cards that it changes, as one act', (act, expected) => {
  const kept: (readonly EventDraft[])[] = [];
  const study = {
    now: () => NOW,
    schedule: { peek: () => foldLog(log, NOW) },
    log: { appendAll: (drafts: readonly EventDraft[]) => void kept.push(drafts) },
  } as unknown as Study;
  expect(actOnCards(study, ITEMS, act)).toBe(expected.length);
  expect(kept).toHaveLength(1);
  expect(kept[0]?.map((draft) => ('item' in draft ? draft.item : undefined))).toEqual(expected);
  expect(new Set(kept[0]?.map(({ at }) => at))).toEqual(new Set([NOW.at]));
  expect(actOnCards(study, [], act)).toBe(0);
  expect(kept).toHaveLength(1);
});
