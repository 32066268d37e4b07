import { GRADES, type Grade, type Interval, type WritableEvent } from '../format/event.ts';
import { isCardId } from '../format/id.ts';
import { isEventId } from './event-id.ts';

/** A record's JSON object, before anything in it is believed. */
export type Fields = Readonly<Record<string, unknown>>;

/** The field of a record that is not as it must be. */
export type FieldFlaw = 'card' | 'grade' | 'interval' | 'duration' | 'target';

/** How the events of each type stand in a record. The property names are stored: they never change. */
export const EVENT_FIELDS = {
  'card.reviewed': {
    write: ({ card, grade, interval, durationMs }) => ({
      card,
      grade,
      ...interval,
      ms: Math.max(0, Math.round(durationMs)),
    }),
    read: ({ card, grade, days, minutes, ms }) => {
      const interval = readInterval(days, minutes);
      if (!isCardId(card)) return 'card';
      if (!isGrade(grade)) return 'grade';
      if (interval === undefined) return 'interval';
      if (!isCount(ms)) return 'duration';
      return { type: 'card.reviewed', card, grade, interval, durationMs: ms };
    },
  },
  'review.undone': {
    write: ({ target }) => ({ target }),
    read: ({ target }) => (isEventId(target) ? { type: 'review.undone', target } : 'target'),
  },
} as const satisfies { [T in WritableEvent['type']]: EventFields<Extract<WritableEvent, { type: T }>> };

function readInterval(days: unknown, minutes: unknown): Interval | undefined {
  if (minutes === undefined) return isCount(days) ? { days } : undefined;
  const isSpan = typeof minutes === 'number' && Number.isFinite(minutes) && minutes >= 0;
  return days === undefined && isSpan ? { minutes } : undefined;
}

function isGrade(value: unknown): value is Grade {
  return GRADES.some((grade) => grade === value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

type Payload<E> = E extends WritableEvent ? Omit<E, 'id' | 'at' | 'offsetMinutes'> : never;

interface EventFields<E extends WritableEvent> {
  readonly write: (event: E) => Fields;
  readonly read: (fields: Fields) => Payload<E> | FieldFlaw;
}
