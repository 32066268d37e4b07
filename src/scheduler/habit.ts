import type { ManifestItem } from '../format/deck.ts';
import type { Instant, LearnerEvent } from '../format/event.ts';
import { learnerDay } from './day.ts';
import type { Schedule } from './fold.ts';
import type { QueueKind } from './queue.ts';

/** What was done on a learner's day. */
export interface StudiedDay {
  /** Answers that count, also those out of turn. */
  readonly cards: number;
  readonly questions: number;
  readonly durationMs: number;
}

/**
 * The learner's days with an answer that counts, each by the offset of its answers and the hour at which days then
 * began. `schedule` is the fold of the events.
 */
export function listStudiedDays(
  events: readonly LearnerEvent[],
  { trace }: Pick<Schedule, 'trace'>,
): ReadonlyMap<number, StudiedDay> {
  const { undos, rules } = trace;
  const days = new Map<number, StudiedDay>();
  for (const event of events) {
    const isCard = event.type === 'card.reviewed';
    if (!(isCard || event.type === 'question.answered') || undos.isUndone(event.id)) continue;
    const day = rules.dayOf(event);
    const { cards, questions, durationMs } = days.get(day) ?? { cards: 0, questions: 0, durationMs: 0 };
    days.set(day, {
      cards: cards + (isCard ? 1 : 0),
      questions: questions + (isCard ? 0 : 1),
      durationMs: durationMs + event.durationMs,
    });
  }
  return days;
}

/** Days of study without a break. */
export interface Streak {
  /** Studied days; rest days do not count. */
  readonly days: number;
  /** Whether one of the last seven days, today included, was the rest day. */
  readonly restUsed: boolean;
  readonly studiedToday: boolean;
}

/**
 * The streak that reaches today, which is still open. A rest day breaks nothing if no other lies within the six days
 * before or after it.
 */
export function streakOf(studied: { has(day: number): boolean }, today: number): Streak {
  const studiedToday = studied.has(today);
  let days = studiedToday ? 1 : 0;
  let rest: number | undefined;
  let restUsed = false;
  for (let day = today - 1; ; day -= 1) {
    if (studied.has(day)) {
      days += 1;
      continue;
    }
    const isAllowed = (rest === undefined || rest - day >= 7) && studied.has(day - 1);
    if (!isAllowed) break;
    rest = day;
    restUsed ||= day > today - 7;
  }
  return { days, restUsed, studiedToday };
}

/** How many items of a deck come on each of the next days, today with all that is overdue first, limits aside. */
export function forecast(
  schedule: Schedule,
  deck: readonly ManifestItem[],
  now: Instant,
  days: number,
): readonly number[] {
  const today = learnerDay(now, schedule.options.rolloverHour);
  const counts = Array.from({ length: days }, () => 0);
  for (const { id } of deck) {
    const memory = schedule.memories.get(id);
    const hold = schedule.holds.get(id);
    if (!memory || hold?.suspended) continue;
    const index = Math.max(memory.dueDay, hold?.buriedUntilDay ?? today, today) - today;
    if (index < days) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** The learner's own time for an answer, in milliseconds: the median of the newest; 8 s while there are few. */
export function measurePace(events: readonly LearnerEvent[]): number {
  const times: number[] = [];
  for (let index = events.length - 1; index >= 0 && times.length < NEWEST; index -= 1) {
    const event = events[index];
    if (event?.type === 'card.reviewed') times.push(event.durationMs);
  }
  const middle = times.sort((a, b) => a - b)[times.length >> 1];
  return times.length < FEW || middle === undefined ? DEFAULT_PACE_MS : middle;
}

/** Whole minutes that a queue takes at a pace: a new card is asked about three times on its first day. */
export function expectedMinutes(counts: Readonly<Record<QueueKind, number>>, paceMs: number): number {
  // About one review in ten is forgotten and asked again.
  const answers = counts.learning + counts.review * 1.1 + counts.fresh * 3;
  return Math.ceil((answers * paceMs) / 60_000);
}

const NEWEST = 200;
const FEW = 10;
const DEFAULT_PACE_MS = 8000;
