import type { Grade, Instant, Interval } from '../format/event.ts';
import type { ItemId } from '../format/id.ts';
import { type Answer, itemOf } from './answer.ts';
import { DAY, dueAfter, elapsedDays, intervalDays, learnerDay } from './day.ts';
import { createFsrs, type Fsrs, type MemoryState } from './fsrs.ts';
import { parseOptions, type SchedulerOptions } from './options.ts';
import { nextStep, type Position, steppedPhase } from './steps.ts';

/** What the answers to a card or a question add up to. */
export interface CardMemory extends MemoryState, Position {
  readonly item: ItemId;
  readonly lastReview: Instant;
  readonly lastGrade: Grade;
  /** When the last review's stored interval ends, in milliseconds since 1970 UTC. */
  readonly dueAt: number;
  /** Days of the last review's stored interval; 0 for one in minutes. */
  readonly scheduledDays: number;
  /** Reviews that count. */
  readonly reviews: number;
  /** Times that the card was forgotten after it had left the steps. */
  readonly lapses: number;
  /** The reviews that count, in canonical order; never empty. */
  readonly history: readonly Answer[];
}

/** Folds one card's reviews, in canonical order, none of them undone; `undefined` if there are none. */
export function foldItem(
  history: readonly Answer[],
  fsrs: Fsrs,
  options: SchedulerOptions,
): CardMemory | undefined {
  let memory: Summary | undefined;
  for (const review of history) memory = applyReview(memory, review, fsrs, options);
  return memory && { ...memory, history };
}

/**
 * A card's memory as it stands at `now`. Reviews dated more than a day after `now` were written by a clock
 * that ran ahead and are left out until their time comes. If there are no others, the memory is kept whole
 * and due at `now`.
 */
export function memoryAt(
  memory: CardMemory,
  now: Instant,
  chosen: Partial<SchedulerOptions> = {},
): CardMemory {
  const latest = now.at + DAY;
  if (memory.lastReview.at <= latest) return memory;
  const options = parseOptions(chosen);
  const past = memory.history.filter(({ at }) => at <= latest);
  return foldItem(past, createFsrs(options), options) ?? { ...memory, dueAt: now.at };
}

/**
 * Probability of recall at `now`, from 0 to 1, by real elapsed time in fractional days; 1 where the last
 * review is in the future.
 */
export function retrievability(
  memory: CardMemory,
  now: Instant,
  chosen: Partial<SchedulerOptions> = {},
): number {
  const days = Math.max(0, now.at - memory.lastReview.at) / DAY;
  return createFsrs(parseOptions(chosen)).retrievability(days, memory.stability);
}

/**
 * Whether a card is due at `now`: when its `dueAt` has passed, and one that waits for days also from the
 * start of the learner's day so many days after its review, each day by its own offset, so that daylight
 * saving or a journey between the two does not make it late.
 */
export function isDue(memory: CardMemory, now: Instant, rolloverHour: number): boolean {
  if (memory.dueAt <= now.at) return true;
  if (memory.phase !== 'review') return false;
  return learnerDay(memory.lastReview, rolloverHour) + memory.scheduledDays <= learnerDay(now, rolloverHour);
}

function applyReview(
  memory: Summary | undefined,
  answer: Answer,
  fsrs: Fsrs,
  options: SchedulerOptions,
): Summary {
  const { grade, interval, at, offsetMinutes } = answer;
  const lastReview: Instant = { at, offsetMinutes };
  const elapsed = memory ? elapsedDays(memory.lastReview, lastReview, options.rolloverHour) : 0;
  return {
    item: itemOf(answer),
    ...fsrs.next(memory, elapsed, grade),
    ...positionAfter(memory ?? NEW, grade, interval, options),
    lastReview,
    lastGrade: grade,
    dueAt: dueAfter(lastReview, interval, options.rolloverHour),
    scheduledDays: intervalDays(interval),
    reviews: (memory?.reviews ?? 0) + 1,
    lapses: (memory?.lapses ?? 0) + (memory?.phase === 'review' && grade === 1 ? 1 : 0),
  };
}

/** The stored interval decides the phase, so that other steps in the settings never contradict the past. */
function positionAfter(
  position: Position,
  grade: Grade,
  interval: Interval,
  options: SchedulerOptions,
): Position {
  if ('days' in interval) return { phase: 'review', step: 0 };
  const step = nextStep(position, grade, options)?.step ?? position.step;
  return { phase: steppedPhase(position), step };
}

/** The position of a card never reviewed. */
export const NEW: Position = { phase: 'learning', step: 0 };

type Summary = Omit<CardMemory, 'history'>;
