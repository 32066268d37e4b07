import {
  buildQueue,
  expectedMinutes,
  forecast,
  learnerDay,
  listStudiedDays,
  measurePace,
  type Streak,
  streakOf,
} from '../../scheduler/index.ts';
import { selectReviewItems } from '../outlook.ts';
import type { Study } from '../study.ts';

/** What the start page says of a learner's day. */
export interface TodayFigures {
  readonly due: number;
  readonly fresh: number;
  /** Waiting beyond today's limits. */
  readonly held: number;
  readonly minutes: number;
  readonly streak: Streak;
  /** Whether something was answered today. */
  readonly isBegun: boolean;
  /** What comes on each of the next seven days, today first. */
  readonly week: readonly number[];
}

/** Reads the figures of today at the learner's clock. */
export function readToday(study: Study): TodayFigures {
  const schedule = study.schedule.value;
  const now = study.now();
  const items = selectReviewItems(study.decks, schedule.memories, schedule.options.reviewQuestions);
  const { counts, held } = buildQueue({ ...items, schedule, now });
  const { rolloverHour } = schedule.options;
  const events = study.log.events();
  const streak = streakOf(listStudiedDays(events, schedule), learnerDay(now, rolloverHour));
  return {
    due: counts.learning + counts.review,
    fresh: counts.fresh,
    held: held.review,
    minutes: expectedMinutes(counts, measurePace(events)),
    streak,
    isBegun: streak.studiedToday,
    week: forecast(schedule, items.deck, now, 7),
  };
}
