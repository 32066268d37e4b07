import type { CardId, EventId, ItemId, QuestionId } from './id.ts';
import type { OptionKey } from './question.ts';

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
  /** The revision of the card that was shown; absent for the first. */
  readonly rev?: number;
  /** Asked out of turn, in filtered study: kept in the history, without effect on the schedule. */
  readonly cram?: true;
  /** From the front shown to the grade given, in milliseconds. */
  readonly durationMs: number;
}

/** What a learner gave as the answer of a question: keys of options in the order given, or typed text. */
export type Response =
  | { readonly keys: readonly OptionKey[] }
  | { readonly text: string }
  | { readonly truth: boolean };

/** A question was answered; it is scheduled by `grade` and `interval` as a card is. */
export interface QuestionAnswered extends EventBase {
  readonly type: 'question.answered';
  readonly question: QuestionId;
  readonly grade: Grade;
  readonly interval: Interval;
  /** The revision of the question that was shown; absent for the first. */
  readonly rev?: number;
  /** Credit after hints, in hundredths: 0 to 100. */
  readonly score: number;
  /** Hints opened before answering. */
  readonly hints: number;
  readonly response: Response;
  readonly durationMs: number;
}

/** An earlier event no longer counts. Undoing an undo restores it. */
export interface ReviewUndone extends EventBase {
  readonly type: 'review.undone';
  readonly target: EventId;
}

/** What a learner can do to an item without answering it. */
export type ItemSwitch = 'card.suspended' | 'card.unsuspended' | 'card.unburied' | 'card.reset';

/** An item was switched off or on, or its memory starts anew; the last event of a pair counts. */
export type ItemSwitched = {
  [T in ItemSwitch]: EventBase & { readonly type: T; readonly item: ItemId };
}[ItemSwitch];

/** An item is not asked again before a day begins. */
export interface CardBuried extends EventBase {
  readonly type: 'card.buried';
  readonly item: ItemId;
  /** The first learner's day on which it may come back, in days since 1970. */
  readonly untilDay: number;
}

/** The learner chose when an item comes back. */
export interface DueSet extends EventBase {
  readonly type: 'due.set';
  readonly item: ItemId;
  /** A learner's day, in days since 1970. */
  readonly dueDay: number;
}

/** Any value that JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** A setting has a new value; the last one counts. */
export interface SettingsChanged extends EventBase {
  readonly type: 'settings.changed';
  readonly name: string;
  readonly value: JsonValue;
}

/** The scheduler's weights are others from now on. */
export interface ParametersChanged extends EventBase {
  readonly type: 'parameters.changed';
  readonly weights: readonly number[];
  /** A code in kebab-case, e.g. `optimised`. */
  readonly reason: string;
}

/** A backup was merged into the log. */
export interface ImportApplied extends EventBase {
  readonly type: 'import.applied';
  /** Checksum of the backup. */
  readonly digest: string;
  /** How many events it added. */
  readonly count: number;
  /** Which ones: `<writer>:<seq36>-<seq36>,…;…`, so that undoing it hides just those. */
  readonly added: string;
}

/** What an import added, and nothing else brought, no longer counts. */
export interface ImportUndone extends EventBase {
  readonly type: 'import.undone';
  readonly target: EventId;
}

/** An event of a newer version: kept and passed on, never dropped. */
export interface UnknownEvent extends EventBase {
  readonly type: 'unknown';
  /** The event as it was written. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The events that this version can write. */
export type WritableEvent =
  | CardReviewed
  | QuestionAnswered
  | ReviewUndone
  | ItemSwitched
  | CardBuried
  | DueSet
  | SettingsChanged
  | ParametersChanged
  | ImportApplied
  | ImportUndone;

/** The event of one type. */
export type EventOfType<T extends WritableEvent['type']> = Extract<WritableEvent, { readonly type: T }>;

/** Everything that can stand in a learner's log. */
export type LearnerEvent = WritableEvent | UnknownEvent;

/** An event before the store gives it its identity. */
export type EventDraft = {
  [T in WritableEvent['type']]: Omit<EventOfType<T>, 'id'>;
}[WritableEvent['type']];
