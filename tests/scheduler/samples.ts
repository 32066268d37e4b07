import fc from 'fast-check';
import type { ManifestCard } from '../../src/format/deck.ts';
import type {
  CardReviewed,
  Grade,
  Instant,
  Interval,
  JsonValue,
  LearnerEvent,
} from '../../src/format/event.ts';
import type { CardId, EventId, ItemId, LessonId, NoteId } from '../../src/format/id.ts';
import { toReschedulingReason } from '../../src/format/settings.ts';
import {
  type CardMemory,
  DEFAULT_WEIGHTS,
  foldLog,
  type Memories,
  parseOptions,
  type SchedulerOptions,
} from '../../src/scheduler/index.ts';
import { createRules } from '../../src/scheduler/memory.ts';
import { previewMemory } from '../../src/scheduler/preview.ts';

/** Property tests run the same cases every time. */
export const RUNS = { seed: 20_260_104, numRuns: 200 } as const;

export const W5 = [
  0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918, 0.0025195254, 1.432437, 0.1544,
  0.8692766, 2.0696752, 0.0953, 0.2975, 2.4691248, 0.19542035, 3.201072, 0.18046261, 0.121442534,
];

/** An instant from a local time with its offset, e.g. `2026-01-05T07:30+08:00`. */
export function instant(text: string): Instant {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return { at: Date.parse(text), offsetMinutes: sign === '-' ? -offset : offset };
}

export function later(from: Instant, { days = 0, minutes = 0 }): Instant {
  return { ...from, at: from.at + days * 86_400_000 + minutes * 60_000 };
}

export function reviewed(
  card: string,
  grade: Grade,
  when: Instant,
  interval: Interval,
  id?: string,
): CardReviewed {
  return {
    type: 'card.reviewed',
    id: (id ?? `${when.at}-${card}`) as EventId,
    ...when,
    card: card as CardId,
    grade,
    interval,
    durationMs: 1000,
  };
}

export function undone(target: string, when: Instant, id: string): LearnerEvent {
  return { type: 'review.undone', id: id as EventId, ...when, target: target as EventId };
}

export function listed(id: string, note: string = id): ManifestCard {
  return {
    id: id as CardId,
    kind: 'basic',
    note: note as NoteId,
    lesson: 'module/lesson' as LessonId,
    rev: 1,
    digest: '000000000000',
  };
}

export function inOrder(events: readonly LearnerEvent[]): LearnerEvent[] {
  return [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

export const grades: fc.Arbitrary<Grade> = fc.constantFrom<Grade[]>(1, 2, 3, 4);

const instants: fc.Arbitrary<Instant> = fc.record({
  at: fc.oneof(
    fc.integer({ min: 1_760_000_000_000, max: 1_790_000_000_000 }),
    fc.constantFrom(0, -8.64e15, 8.64e15, 1_770_000_000_000),
  ),
  offsetMinutes: fc.constantFrom(-720, -480, 0, 330, 480, 840),
});

/** Moments among those of {@link logs}, before them and after. */
export const moments: fc.Arbitrary<Instant> = fc.oneof(
  instants,
  fc.constant(instant('2026-01-05T09:00+08:00')),
);

const intervals: fc.Arbitrary<Interval> = fc.oneof(
  fc.record({ minutes: fc.constantFrom(1, 6, 10, 15) }),
  fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
  fc.constantFrom<Interval[]>({ days: -3 }, { days: 1e308 }, { minutes: 1e308 }, { minutes: 0 }),
);

const KINDS = [
  ...(['review', 'review', 'review', 'review', 'review', 'undo', 'undo'] as const),
  ...(['cram', 'setting', 'weights', 'buried', 'due', 'unknown'] as const),
  ...(['card.suspended', 'card.unsuspended', 'card.unburied', 'card.reset'] as const),
] as const;

const SETTINGS: readonly { readonly name: string; readonly value: JsonValue }[] = [
  { name: 'desired-retention', value: 0.8 },
  { name: 'desired-retention', value: 'high' },
  { name: 'rollover-hour', value: 0 },
  { name: 'learning-steps', value: [] },
  { name: 'relearning-steps', value: [5, 'x'] },
  { name: 'fuzz', value: false },
  { name: 'theme-of-the-screen', value: { dark: true } },
];

const WEIGHTS = [
  { weights: W5, reason: 'optimised' },
  { weights: W5, reason: toReschedulingReason('optimised') },
  { weights: DEFAULT_WEIGHTS, reason: toReschedulingReason('unchanged') },
  { weights: [1, 2, 3], reason: toReschedulingReason('chosen') },
];

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** Logs in canonical order, in which anything may undo anything, also itself, and clocks are wild. */
export const logs: fc.Arbitrary<LearnerEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      when: instants,
      card: fc.constantFrom('a', 'b', 'c'),
      grade: grades,
      interval: intervals,
      target: fc.nat({ max: 24 }),
    }),
    { maxLength: 25 },
  )
  .map((drafts) =>
    inOrder(
      drafts.map(({ kind, when, card, grade, interval, target }, index): LearnerEvent => {
        const id = `e${index}` as EventId;
        if (kind === 'review') return reviewed(card, grade, when, interval, id);
        if (kind === 'undo') return undone(`e${target}`, when, id);
        if (kind === 'cram') return { ...reviewed(card, grade, when, interval, id), cram: true };
        if (kind === 'setting') return { type: 'settings.changed', id, ...when, ...pick(SETTINGS, target) };
        if (kind === 'weights') return { type: 'parameters.changed', id, ...when, ...pick(WEIGHTS, target) };
        if (kind === 'buried')
          return { type: 'card.buried', id, ...when, item: card as ItemId, untilDay: 20_400 + target * 9 };
        if (kind === 'due')
          return {
            type: 'due.set',
            id,
            ...when,
            item: card as ItemId,
            dueDay: target === 0 ? 1e15 : 20_400 + target * 9,
          };
        if (kind !== 'unknown') return { type: kind, id, ...when, item: card as ItemId };
        return { type: 'unknown', id, ...when, raw: { type: 'card.flown', card } };
      }),
    ),
  );

/** A moment by which every event that can be dated has happened. */
export const END_OF_TIME: Instant = { at: 8.64e15, offsetMinutes: 0 };

/** The memories of a log, whatever its clocks said, or at a moment. */
export function foldMemories(
  events: readonly LearnerEvent[],
  options: Partial<SchedulerOptions> = {},
  now: Instant = END_OF_TIME,
): Memories {
  return foldLog(events, now, options).memories;
}

/** A preview from a memory alone: no other card has a say in it. */
export function previewAlone(
  memory: CardMemory | undefined,
  item: ItemId,
  now: Instant,
  options: Partial<SchedulerOptions> = {},
): ReturnType<typeof previewMemory> {
  return previewMemory(memory, item, now, createRules(parseOptions(options)));
}
