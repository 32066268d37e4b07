import type { Grade, Instant, LearnerEvent } from '../format/event.ts';
import type { ItemId } from '../format/id.ts';
import { DAY } from './day.ts';
import { applyToSchedule, resumeFold, type Schedule } from './fold.ts';
import type { Hold } from './hold.ts';
import type { CardMemory } from './memory.ts';
import type { SchedulerOptions } from './options.ts';

/**
 * A schedule as a text of some 90 characters an item, from which {@link decodeSchedule} makes it again. `undefined`
 * where it cannot be: the log is empty, or an event of a clock ahead waits for its time.
 */
export function encodeSchedule(schedule: Schedule, events: readonly LearnerEvent[]): string | undefined {
  const { memories, holds, options, trace, validUntil } = schedule;
  const last = events.at(-1);
  if (!last || trace.end?.id !== last.id || Number.isFinite(validUntil)) return undefined;
  const rows = [...memories.values()].map(encodeMemory);
  const held = [...holds].map(([item, { suspended, buriedUntilDay }]) =>
    [item, suspended ? 1 : '', buriedUntilDay ?? ''].join(),
  );
  return [headOf(events, events.length, options), ...rows, '', ...held].join('\n');
}

/** What was read. */
export interface Decoded {
  readonly schedule: Schedule;
  /** How many events of the log the text did not know. */
  readonly newer: number;
}

/**
 * The schedule of a log from the text of an earlier one: just what folding the log gives. `undefined` if the text is
 * of another version, of other events than those the log begins with, of other rules, or not readable.
 */
export function decodeSchedule(
  text: string,
  events: readonly LearnerEvent[],
  now: Instant,
  defaults: Partial<SchedulerOptions> = {},
): Decoded | undefined {
  const [head = '', ...lines] = text.split('\n');
  const count = Number(head.split(' ')[1]);
  if (!(count > 0 && count <= events.length)) return undefined;
  const end = lines.indexOf('');
  if (end < 0) return undefined;
  const memories = new Map<ItemId, CardMemory>();
  for (const line of lines.slice(0, end)) {
    const memory = decodeMemory(line);
    if (!memory) return undefined;
    memories.set(memory.item, memory);
  }
  const holds = new Map<ItemId, Hold>();
  for (const line of lines.slice(end + 1)) {
    const [item = '', suspended, until = ''] = line.split(',');
    const buriedUntilDay = until === '' ? undefined : Number(until);
    if (Number.isNaN(buriedUntilDay)) return undefined;
    holds.set(item as ItemId, { suspended: suspended === '1', buriedUntilDay });
  }
  const schedule = resumeFold(memories, holds, events.slice(0, count), defaults);
  if (headOf(events, count, schedule.options) !== head) return undefined;
  const newer = events.length - count;
  return { schedule: applyToSchedule(schedule, events.slice(count), events, now), newer };
}

/** To be raised whenever memory is computed differently or the rows change. */
const VERSION = 2;

/** Names the events that a text stands for and the rules by which they became memory. */
function headOf(events: readonly LearnerEvent[], count: number, options: SchedulerOptions): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < count; index += 1) {
    const { at, id } = events[index] as LearnerEvent;
    hash = Math.imul(hash ^ at ^ (at / 2 ** 32), 0x01000193);
    for (let char = Math.max(0, id.length - 6); char < id.length; char += 1) {
      hash = Math.imul(hash ^ id.charCodeAt(char), 0x01000193);
    }
  }
  const { weights, learningSteps, relearningSteps, rolloverHour } = options;
  const rules = [weights, learningSteps, relearningSteps, rolloverHour].join(';');
  return `${VERSION} ${count} ${events[count - 1]?.id} ${(hash >>> 0).toString(36)} ${rules}`;
}

const PHASES = ['learning', 'review', 'relearning'] as const;

function encodeMemory(memory: CardMemory): string {
  const { item, stability, difficulty, lastReview, lastDay, firstReview, dueAt, dueDay, reviewedDay } =
    memory;
  const { at } = lastReview;
  const day = Math.floor(at / DAY);
  const flags =
    PHASES.indexOf(memory.phase) +
    3 * (memory.lastGrade - 1 + 4 * (Number(memory.isQuestion) + 2 * Number(memory.isDueChosen)));
  return [
    item,
    stability,
    difficulty,
    flags,
    memory.step,
    encodeNumber(at, 0),
    lastReview.offsetMinutes,
    encodeNumber(firstReview.at, at),
    firstReview.offsetMinutes === lastReview.offsetMinutes ? '' : firstReview.offsetMinutes,
    encodeNumber(dueAt, at),
    encodeNumber(dueDay, day),
    memory.scheduledDays,
    memory.reviews,
    memory.lapses,
    memory.lastRev,
    reviewedDay === undefined ? '' : encodeNumber(reviewedDay, day),
    encodeNumber(lastDay, day),
  ].join();
}

function decodeMemory(line: string): CardMemory | undefined {
  const fields = line.split(',');
  if (fields.length !== FIELDS) return undefined;
  const text = (index: number) => fields[index] as string;
  const flags = Number(text(3));
  const at = decodeNumber(text(5), 0);
  const offsetMinutes = Number(text(6));
  const day = Math.floor(at / DAY);
  const phase = PHASES[flags % 3];
  const rest = Math.floor(flags / 3);
  const numbers = {
    stability: Number(text(1)),
    difficulty: Number(text(2)),
    step: Number(text(4)),
    dueAt: decodeNumber(text(9), at),
    dueDay: decodeNumber(text(10), day),
    scheduledDays: Number(text(11)),
    reviews: Number(text(12)),
    lapses: Number(text(13)),
    lastRev: Number(text(14)),
    lastDay: decodeNumber(text(16), day),
  };
  const firstAt = decodeNumber(text(7), at);
  const firstOffset = text(8) === '' ? offsetMinutes : Number(text(8));
  const all = [at, offsetMinutes, firstAt, firstOffset, rest, ...Object.values(numbers)];
  if (!phase || !all.every(Number.isFinite) || !(numbers.stability > 0)) return undefined;
  return {
    item: text(0) as ItemId,
    ...numbers,
    phase,
    isQuestion: (rest >> 2) % 2 === 1,
    isDueChosen: rest >> 3 === 1,
    lastGrade: ((rest % 4) + 1) as Grade,
    firstReview: { at: firstAt, offsetMinutes: firstOffset },
    lastReview: { at, offsetMinutes },
    reviewedDay: text(15) === '' ? undefined : decodeNumber(text(15), day),
  };
}

const FIELDS = 17;

/** A number as its distance from another in base 36, or as it is where that would not be exact. */
function encodeNumber(value: number, from: number): string {
  const distance = value - from;
  return Number.isSafeInteger(distance) && from + distance === value ? distance.toString(36) : `~${value}`;
}

function decodeNumber(text: string, from: number): number {
  return text.startsWith('~') ? Number(text.slice(1)) : from + Number.parseInt(text, 36);
}
