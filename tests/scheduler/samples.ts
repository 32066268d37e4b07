import fc from 'fast-check';
import type { ManifestCard } from '../../src/format/deck.ts';
import type { CardReviewed, Grade, Instant, Interval, LearnerEvent } from '../../src/format/event.ts';
import type { CardId, EventId, LessonId, NoteId } from '../../src/format/id.ts';

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

const intervals: fc.Arbitrary<Interval> = fc.oneof(
  fc.record({ minutes: fc.constantFrom(1, 6, 10, 15) }),
  fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
  fc.constantFrom<Interval[]>({ days: -3 }, { days: 1e308 }, { minutes: 1e308 }, { minutes: 0 }),
);

/** Logs in canonical order, in which anything may undo anything, also itself, and clocks are wild. */
export const logs: fc.Arbitrary<LearnerEvent[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('review', 'review', 'review', 'undo', 'unknown'),
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
        return { type: 'unknown', id, ...when, raw: { type: 'card.flown', card } };
      }),
    ),
  );
