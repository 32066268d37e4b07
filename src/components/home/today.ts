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
import { putOffTheRest, selectReviewItems } from '../outlook.ts';
import type { Study } from '../study.ts';

/** What the start page says of a learner's day. */
export interface TodayFigures {
  /** The learner's day, in days since 1970. */
  readonly today: number;
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

/** Reads the figures of today at the learner's clock; what asks for them follows that clock. */
export function readToday(study: Study): TodayFigures {
  void study.clock.value;
  const schedule = study.schedule.value;
  const now = study.now();
  const items = selectReviewItems(study.decks, schedule.memories, schedule.options.reviewQuestions);
  const { counts, held } = buildQueue({ ...items, schedule, now });
  const { rolloverHour } = schedule.options;
  const events = study.log.events();
  const today = learnerDay(now, rolloverHour);
  const streak = streakOf(listStudiedDays(events, schedule), today);
  const due = counts.learning + counts.review;
  return {
    today,
    due,
    fresh: counts.fresh,
    held: held.review,
    minutes: expectedMinutes(counts, measurePace(events)),
    streak,
    isBegun: streak.studiedToday,
    week: putOffTheRest(forecast(schedule, items.deck, now, 7), due),
  };
}
