import type { CardId, EventId } from './id.ts';

/** How well a card was recalled: 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Grade = 1 | 2 | 3 | 4;

/** The grades in ascending order. */
export const GRADES: readonly Grade[] = [1, 2, 3, 4];

/**
 * When a card comes back, counted from its review: after some minutes (a learning step),
 * or at the start of the learner's day so many days later.
 */
export type Interval = { readonly minutes: number } | { readonly days: number };

/** A moment on a learner's clock. */
export interface Instant {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** Local time minus UTC at that moment, in minutes (Shanghai: 480). */
  readonly offsetMinutes: number;
}

/** What every event carries. Events are ordered by (`at`, `id`). */
interface EventBase extends Instant {
  readonly id: EventId;
}

/** A card was shown and graded. The interval is stored, so that later changes never rewrite it. */
export interface CardReviewed extends EventBase {
  readonly type: 'card.reviewed';
  readonly card: CardId;
  readonly grade: Grade;
  readonly interval: Interval;
  /** From the front shown to the grade given, in milliseconds. */
  readonly durationMs: number;
}

/** An earlier event no longer counts. Undoing an undo restores it. */
export interface ReviewUndone extends EventBase {
  readonly type: 'review.undone';
  readonly target: EventId;
}

/** An event of a newer version: kept and passed on, never dropped. */
export interface UnknownEvent extends EventBase {
  readonly type: 'unknown';
  /** The event as it was written. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The events that this version can write. */
export type WritableEvent = CardReviewed | ReviewUndone;

/** Everything that can stand in a learner's log. */
export type LearnerEvent = WritableEvent | UnknownEvent;

/** An event before the store gives it its identity. */
export type EventDraft = {
  [T in WritableEvent['type']]: Omit<Extract<WritableEvent, { type: T }>, 'id'>;
}[WritableEvent['type']];
