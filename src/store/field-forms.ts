import { GRADES, type Grade, type Interval, type JsonValue } from '../format/event.ts';
import { type CardId, isItemId, type QuestionId } from '../format/id.ts';
import type { OptionKey } from '../format/question.ts';

/** The longest typed answer that is kept, in UTF-16 units. */
export const MAX_RESPONSE = 2000;

/** Whether a value has the form of a card's id, which is that of any item: its place in the record says the rest. */
export function isCard(value: unknown): value is CardId {
  return isItemId(value);
}

/** Whether a value has the form of a question's id. */
export function isQuestion(value: unknown): value is QuestionId {
  return isItemId(value);
}

/** The interval of a record: either whole days or minutes, from 0. */
export function readInterval(days: unknown, minutes: unknown): Interval | undefined {
  if (minutes === undefined) return isCount(days) ? { days } : undefined;
  const isSpan = typeof minutes === 'number' && Number.isFinite(minutes) && minutes >= 0;
  return days === undefined && isSpan ? { minutes } : undefined;
}

/** Whether a value is one of the four grades. */
export function isGrade(value: unknown): value is Grade {
  return GRADES.some((grade) => grade === value);
}

/** Whether a value is a whole number from 0 that a float holds exactly. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** Whether a value is a revision, counted from 1, or absent. */
export function isRevision(value: unknown): value is number | undefined {
  return value === undefined || (isCount(value) && value > 0);
}

/** Whether a value is a day counted from 1970; broken clocks give days before it. */
export function isDay(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(Number(value)) <= MAX_DAY;
}

/** Whether a value is a score in hundredths. */
export function isScore(value: unknown): value is number {
  return isCount(value) && value <= 100;
}

/** Whether a value is a list of option keys. */
export function isKeys(value: unknown): value is readonly OptionKey[] {
  const isKey = (key: unknown) => typeof key === 'string' && /^[\w.-]{1,64}$/.test(key);
  return Array.isArray(value) && value.length <= 64 && value.every(isKey);
}

/** Whether a value is the name of a setting: words of lower-case letters and digits, joined by `-` or `.`. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 64 && /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/.test(value);
}

/** Whether a value is a code in kebab-case. */
export function isCode(value: unknown): value is string {
  return isName(value) && !value.includes('.');
}

/** Whether a value is a list of finite weights. */
export function isWeights(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length <= 64 && value.every((weight) => Number.isFinite(weight));
}

/** Whether a value names ranges of writers' events: `<writer>:<seq36>[-<seq36>],…;…`, or nothing. */
export function isRanges(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  return value === '' || value.split(';').every((part) => RANGES_PATTERN.test(part));
}

/** Whether a value from JSON may be kept as it is: nothing in it reaches a prototype, and it is not too deep. */
export function isJsonValue(value: unknown, depth = 0): value is JsonValue {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value !== 'object' || depth > 16) return false;
  return Object.entries(value).every(
    ([name, inner]) => name !== '__proto__' && isJsonValue(inner, depth + 1),
  );
}

const MAX_DAY = 100_000_000;

const RANGES_PATTERN =
  /^[0-9a-z]{6,16}:[0-9a-z]{1,8}(?:-[0-9a-z]{1,8})?(?:,[0-9a-z]{1,8}(?:-[0-9a-z]{1,8})?)*$/;
