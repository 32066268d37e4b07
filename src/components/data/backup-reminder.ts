import type { Instant, LearnerEvent } from '../../format/event.ts';
import { elapsedDays, learnerDay } from '../../scheduler/index.ts';
import type { Preferences } from '../../store/index.ts';
import { countAnswers, isAnswer } from './answers.ts';
import { backupAge, type LastBackup } from './last-backup.ts';

/**
 * How many answers a reminder should name, or `undefined` if none is due: after 7 learner's days or 200 answers
 * without a backup, and only once there are 20 answers to lose.
 */
export function findUnsafeAnswers(
  events: readonly LearnerEvent[],
  last: LastBackup | undefined,
  now: Instant,
): number | undefined {
  const answers = countAnswers(events);
  const { daysAgo, answersSince } = backupAge(last, answers, now);
  if (answers < FEWEST_ANSWERS || answersSince === 0) return undefined;
  const first = events.find(isAnswer);
  const days = daysAgo ?? (first ? elapsedDays(first, now) : 0);
  return days >= LONGEST_DAYS || answersSince >= MOST_ANSWERS ? answersSince : undefined;
}

/** Whether the learner asked not to be reminded on this day. */
export function isDismissed(preferences: Preferences, now: Instant): boolean {
  return preferences.get(PREFERENCE) === String(learnerDay(now));
}

/** No reminder until the learner's next day. */
export function dismissReminder(preferences: Preferences, now: Instant): void {
  preferences.set(PREFERENCE, String(learnerDay(now)));
}

const PREFERENCE = 'backup-reminder';
const FEWEST_ANSWERS = 20;
const MOST_ANSWERS = 200;
const LONGEST_DAYS = 7;
