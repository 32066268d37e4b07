import type { EventDraft, Instant } from '../../format/event.ts';
import type { DayExtension } from '../../format/settings.ts';
import {
  buildQueue,
  learnerDay,
  type Queue,
  type Schedule,
  type SchedulerOptions,
} from '../../scheduler/index.ts';
import type { Decks } from '../decks.ts';
import { selectReviewItems } from '../outlook.ts';

/** How many cards of each sort more of a day would bring. */
export interface Extension {
  readonly fresh: number;
  readonly review: number;
}

/** Today's queue, with the questions answered before if the learner wants them. */
export function buildDailyQueue(
  decks: Pick<Decks, 'cards' | 'questions'>,
  schedule: Schedule,
  now: Instant,
): Queue {
  return buildQueue({
    ...selectReviewItems(decks, schedule.memories, schedule.options.reviewQuestions),
    schedule,
    now,
  });
}

/** How many cards each way of raising today's limits would bring; 0 where nothing waits but siblings. */
export function findExtension(
  decks: Pick<Decks, 'cards' | 'questions'>,
  schedule: Schedule,
  now: Instant,
): Extension {
  const today = learnerDay(now, schedule.options.rolloverHour);
  const built = buildDailyQueue(decks, schedule, now);
  const countMore = (kind: keyof Extension) => {
    if (built.held[kind] === 0) return 0;
    const options = { ...schedule.options, todayOnly: extendDay(schedule.options, today, kind) };
    const more = buildDailyQueue(decks, { ...schedule, options }, now);
    return more.counts[kind] - built.counts[kind];
  };
  return { fresh: countMore('fresh'), review: countMore('review') };
}

/** Raises a learner's day's limits a little, beyond what was raised before. */
export function draftExtension(
  options: SchedulerOptions,
  today: number,
  kind: keyof Extension,
): Pick<Extract<EventDraft, { type: 'settings.changed' }>, 'type' | 'name' | 'value'> {
  const value: DayExtension = extendDay(options, today, kind);
  return { type: 'settings.changed', name: 'today-only', value };
}

const MORE = { fresh: 10, review: 50 } as const satisfies Record<keyof Extension, number>;

function extendDay({ todayOnly }: SchedulerOptions, day: number, kind: keyof Extension): DayExtension {
  const before = todayOnly.day === day ? todayOnly : { new: 0, reviews: 0 };
  return {
    day,
    new: before.new + (kind === 'fresh' ? MORE.fresh : 0),
    reviews: before.reviews + (kind === 'review' ? MORE.review : 0),
  };
}
