import type { EventOfType, ItemSwitch, Response, WritableEvent } from '../format/event.ts';
import { type ItemId, isItemId } from '../format/id.ts';
import { isEventId } from './event-id.ts';
import {
  isCard,
  isCode,
  isCount,
  isDay,
  isGrade,
  isJsonValue,
  isKeys,
  isName,
  isQuestion,
  isRanges,
  isRevision,
  isScore,
  isWeights,
  MAX_RESPONSE,
  readInterval,
} from './field-forms.ts';

/** A record's JSON object, before anything in it is believed. */
export type Fields = Readonly<Record<string, unknown>>;

/** The field of a record that is not as it must be. */
export type FieldFlaw =
  | 'card'
  | 'question'
  | 'item'
  | 'grade'
  | 'interval'
  | 'rev'
  | 'duration'
  | 'score'
  | 'hints'
  | 'response'
  | 'target'
  | 'day'
  | 'name'
  | 'value'
  | 'weights'
  | 'reason'
  | 'digest'
  | 'count'
  | 'added';

/** How the events of each type stand in a record. The property names are stored: they never change. */
export const EVENT_FIELDS: { readonly [T in WritableEvent['type']]: EventFields<T> } = {
  'card.reviewed': {
    write: ({ card, grade, interval, rev, durationMs }) => ({
      card,
      grade,
      ...interval,
      ...optional(rev),
      ms: toCount(durationMs),
    }),
    read: ({ card, grade, days, minutes, rev, ms }) => {
      const interval = readInterval(days, minutes);
      if (!isCard(card)) return 'card';
      if (!isGrade(grade)) return 'grade';
      if (interval === undefined) return 'interval';
      if (!isRevision(rev)) return 'rev';
      if (!isCount(ms)) return 'duration';
      return { type: 'card.reviewed', card, grade, interval, ...optional(rev), durationMs: ms };
    },
  },
  'question.answered': {
    write: ({ question, grade, interval, rev, score, hints, response, durationMs }) => ({
      question,
      grade,
      ...interval,
      ...optional(rev),
      score,
      hints,
      ...('text' in response ? { text: response.text.slice(0, MAX_RESPONSE) } : response),
      ms: toCount(durationMs),
    }),
    read: ({ question, grade, days, minutes, rev, score, hints, keys, text, truth, ms }) => {
      const interval = readInterval(days, minutes);
      const response = readResponse(keys, text, truth);
      if (!isQuestion(question)) return 'question';
      if (!isGrade(grade)) return 'grade';
      if (interval === undefined) return 'interval';
      if (!isRevision(rev)) return 'rev';
      if (!isScore(score)) return 'score';
      if (!isCount(hints)) return 'hints';
      if (response === undefined) return 'response';
      if (!isCount(ms)) return 'duration';
      return {
        type: 'question.answered',
        question,
        grade,
        interval,
        ...optional(rev),
        score,
        hints,
        response,
        durationMs: ms,
      };
    },
  },
  'review.undone': {
    write: ({ target }) => ({ target }),
    read: ({ target }) => (isEventId(target) ? { type: 'review.undone', target } : 'target'),
  },
  'card.suspended': itemSwitch('card.suspended'),
  'card.unsuspended': itemSwitch('card.unsuspended'),
  'card.unburied': itemSwitch('card.unburied'),
  'card.reset': itemSwitch('card.reset'),
  'card.buried': {
    write: ({ item, untilDay }) => ({ item, until: untilDay }),
    read: ({ item, until }) => {
      if (!isItemId(item)) return 'item';
      return isDay(until) ? { type: 'card.buried', item, untilDay: until } : 'day';
    },
  },
  'due.set': {
    write: ({ item, dueDay }) => ({ item, day: dueDay }),
    read: ({ item, day }) => {
      if (!isItemId(item)) return 'item';
      return isDay(day) ? { type: 'due.set', item, dueDay: day } : 'day';
    },
  },
  'settings.changed': {
    write: ({ name, value }) => ({ name, value }),
    read: ({ name, value }) => {
      if (!isName(name)) return 'name';
      return isJsonValue(value) ? { type: 'settings.changed', name, value } : 'value';
    },
  },
  'parameters.changed': {
    write: ({ weights, reason }) => ({ weights, reason }),
    read: ({ weights, reason }) => {
      if (!isWeights(weights)) return 'weights';
      return isCode(reason) ? { type: 'parameters.changed', weights, reason } : 'reason';
    },
  },
  'import.applied': {
    write: ({ digest, count, added }) => ({ digest, count, added }),
    read: ({ digest, count, added }) => {
      if (typeof digest !== 'string' || !/^[0-9a-f]{8,64}$/.test(digest)) return 'digest';
      if (!isCount(count)) return 'count';
      return isRanges(added) ? { type: 'import.applied', digest, count, added } : 'added';
    },
  },
  'import.undone': {
    write: ({ target }) => ({ target }),
    read: ({ target }) => (isEventId(target) ? { type: 'import.undone', target } : 'target'),
  },
};

function itemSwitch<T extends ItemSwitch>(type: T): ItemSwitchFields<T> {
  return {
    write: ({ item }) => ({ item }),
    read: ({ item }) => (isItemId(item) ? { type, item } : 'item'),
  };
}

function readResponse(keys: unknown, text: unknown, truth: unknown): Response | undefined {
  if ([keys, text, truth].filter((one) => one !== undefined).length !== 1) return undefined;
  if (typeof truth === 'boolean') return { truth };
  if (typeof text === 'string') return text.length <= MAX_RESPONSE ? { text } : undefined;
  return isKeys(keys) ? { keys } : undefined;
}

function optional(rev: number | undefined): { readonly rev?: number } {
  return rev === undefined ? {} : { rev };
}

function toCount(value: number): number {
  return Math.max(0, Math.round(value));
}

type Payload<E> = E extends WritableEvent ? Omit<E, 'id' | 'at' | 'offsetMinutes'> : never;

interface EventFields<T extends WritableEvent['type']> {
  readonly write: (event: EventOfType<T>) => Fields;
  readonly read: (fields: Fields) => Payload<EventOfType<T>> | FieldFlaw;
}

interface ItemSwitchFields<T extends ItemSwitch> {
  readonly write: (event: { readonly item: string }) => Fields;
  readonly read: (fields: Fields) => { readonly type: T; readonly item: ItemId } | FieldFlaw;
}
