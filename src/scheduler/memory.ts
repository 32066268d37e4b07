import type { DueSet, Grade, Instant, Interval } from '../format/event.ts';
import type { ItemId } from '../format/id.ts';
import type { Answer } from './answer.ts';
import { DAY, dueAfter, intervalDays, learnerDay, startOfDay } from './day.ts';
import { createFsrs, type Fsrs, type MemoryState } from './fsrs.ts';
import { fuzzDays, fuzzFactor, fuzzRange } from './fuzz.ts';
import type { SchedulerOptions } from './options.ts';
import type { Happening } from './place.ts';
import { nextStep, type Position, steppedPhase } from './steps.ts';

/** What the answers to a card or a question since its last reset add up to. */
export interface CardMemory extends MemoryState, Position {
  readonly item: ItemId;
  readonly isQuestion: boolean;
  readonly firstReview: Instant;
  readonly lastReview: Instant;
  /** The learner's day of the last review, in days since 1970, by the hour at which days then began. */
  readonly lastDay: number;
  readonly lastGrade: Grade;
  /** The revision last shown, from 1. */
  readonly lastRev: number;
  /** When it comes back, in milliseconds since 1970 UTC. */
  readonly dueAt: number;
  /** The learner's day of `dueAt`, in days since 1970. */
  readonly dueDay: number;
  /** Whether the learner chose that day. */
  readonly isDueChosen: boolean;
  /** Days from the last review to that day; 0 for an interval in minutes. */
  readonly scheduledDays: number;
  /** Reviews that count. */
  readonly reviews: number;
  /** Times that the card was forgotten after it had left the steps. */
  readonly lapses: number;
  /** The learner's day of the last answer given when the card had waited for days and was due or changed, if any. */
  readonly reviewedDay: number | undefined;
}

/** The rules by which answers become memory. */
export interface Rules {
  readonly options: SchedulerOptions;
  readonly fsrs: Fsrs;
  /** The learner's day of an event, by the hour at which days began when it happened. */
  readonly dayOf: (event: Happening) => number;
}

/** The rules that follow from options that can be used; days have always begun at their hour unless told. */
export function createRules(
  options: SchedulerOptions,
  dayOf = (event: Happening): number => learnerDay(event, options.rolloverHour),
): Rules {
  return { options, fsrs: createFsrs(options), dayOf };
}

/** Memory after one more answer. */
export function applyAnswer(
  memory: CardMemory | undefined,
  item: ItemId,
  answer: Answer,
  { options, fsrs, dayOf }: Rules,
): CardMemory {
  const { grade, interval, at, offsetMinutes, rev = 1 } = answer;
  const { rolloverHour } = options;
  const lastReview: Instant = { at, offsetMinutes };
  const day = dayOf(answer);
  const { stability, difficulty } = fsrs.next(memory, memory ? day - memory.lastDay : 0, grade);
  const { phase, step } = positionAfter(memory ?? NEW, grade, interval, options);
  const scheduledDays = intervalDays(interval);
  const isDays = 'days' in interval;
  const dueDay = day + scheduledDays;
  const dueAt = isDays
    ? startOfDay(dueDay, offsetMinutes, rolloverHour)
    : dueAfter(lastReview, interval, rolloverHour);
  const isInTurn = memory?.phase === 'review' && (memory.dueDay <= day || rev > memory.lastRev);
  return {
    item,
    stability,
    difficulty,
    phase,
    step,
    isQuestion: answer.type === 'question.answered',
    firstReview: memory?.firstReview ?? lastReview,
    lastReview,
    lastDay: day,
    lastGrade: grade,
    lastRev: rev,
    dueAt,
    dueDay: isDays ? dueDay : learnerDay({ at: dueAt, offsetMinutes }, rolloverHour),
    isDueChosen: false,
    scheduledDays,
    reviews: (memory?.reviews ?? 0) + 1,
    lapses: (memory?.lapses ?? 0) + (memory?.phase === 'review' && grade === 1 ? 1 : 0),
    reviewedDay: isInTurn ? day : memory?.reviewedDay,
  };
}

/** Memory after the learner chose its day; a card in its steps leaves them. */
export function applyDueSet(memory: CardMemory, event: DueSet, { options }: Rules): CardMemory {
  // A day from damaged data must not hide a card for ever, nor break the arithmetic.
  const scheduledDays = intervalDays({ days: event.dueDay - memory.lastDay });
  const dueDay = memory.lastDay + scheduledDays;
  return {
    ...memory,
    phase: 'review',
    step: 0,
    dueAt: startOfDay(dueDay, event.offsetMinutes, options.rolloverHour),
    dueDay,
    isDueChosen: true,
    scheduledDays,
  };
}

/**
 * Memory with a due date that `then` could have given its stability. Cards in their steps, those whose day the learner
 * chose and those whose date could be one of `then` stay as they are.
 */
export function rescheduleMemory(
  memory: CardMemory,
  stability: number,
  then: Rules,
  rolloverHour: number,
): CardMemory {
  if (memory.phase !== 'review' || memory.isDueChosen) return memory;
  const { fuzz, maximumIntervalDays } = then.options;
  const ideal = then.fsrs.intervalDays(stability);
  const { least, most } = fuzzRange(ideal, 1, maximumIntervalDays);
  // It was balanced against other days then, and kept away from siblings and to easy days.
  if (fuzz && memory.scheduledDays >= least && memory.scheduledDays <= most) return memory;
  const factor = fuzzFactor(memory.item, memory.reviews - 1);
  const scheduledDays = fuzz ? fuzzDays(ideal, 1, maximumIntervalDays, factor) : ideal;
  const dueDay = memory.lastDay + scheduledDays;
  return {
    ...memory,
    dueAt: startOfDay(dueDay, memory.lastReview.offsetMinutes, rolloverHour),
    dueDay,
    scheduledDays,
  };
}

/**
 * Probability of recall at `now`, from 0 to 1, by real elapsed time in fractional days; 1 where the last
 * review is in the future.
 */
export function retrievability(memory: CardMemory, now: Instant, { fsrs }: Rules): number {
  return fsrs.retrievability(Math.max(0, now.at - memory.lastReview.at) / DAY, memory.stability);
}

/**
 * Whether a card is due at `now`: when its `dueAt` has passed, and one that waits for days also from the
 * start of the learner's day so many days after its review, each day by its own offset, so that daylight
 * saving or a journey between the two does not make it late.
 */
export function isDue(memory: CardMemory, now: Instant, today: number): boolean {
  return memory.dueAt <= now.at || (memory.phase === 'review' && memory.dueDay <= today);
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
