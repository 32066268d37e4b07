import { describe, expect, it } from 'vitest';
import {
  dismissReminder,
  findUnsafeAnswers,
  isDismissed,
} from '../../../src/components/data/backup-reminder.ts';
import { backupAge, readLastBackup, rememberBackup } from '../../../src/components/data/last-backup.ts';
import type { LearnerEvent } from '../../../src/format/event.ts';
import { answers, later, MORNING, withoutStorage } from './learner.ts';

const given = (count: number) => answers(count) as LearnerEvent[];

describe('a reminder is due', () => {
  it.each([
    ['19 answers are too few, however old', 19, undefined, 30, undefined],
    ['20 answers, 6 days', 20, undefined, 6, undefined],
    ['20 answers, 7 days', 20, undefined, 7, 20],
    ['199 answers on the first day', 199, undefined, 0, undefined],
    ['200 answers on the first day', 200, undefined, 0, 200],
    ['nothing new since an old backup', 300, { days: 0, answers: 300 }, 90, undefined],
    ['one new answer, backup 6 days ago', 301, { days: 1, answers: 300 }, 7, undefined],
    ['one new answer, backup 7 days ago', 301, { days: 0, answers: 300 }, 7, 1],
    ['200 new ones, backup today', 500, { days: 3, answers: 300 }, 3, 200],
    ['fewer than in the backup', 100, { days: 0, answers: 300 }, 9, undefined],
    ['a backup from the future', 100, { days: 30, answers: 50 }, 9, undefined],
  ] as const)('%s', (_, count, backup, day, expected) => {
    const last = backup && { at: later(backup.days).at, answers: backup.answers };
    expect(findUnsafeAnswers(given(count), last, later(day))).toBe(expected);
  });

  it('only for answers: settings and undos are no loss of 20', () => {
    const settings = given(50).map((event) => ({ ...event, type: 'settings.changed' }) as LearnerEvent);
    expect(findUnsafeAnswers(settings, undefined, later(30))).toBeUndefined();
  });
});

it('a dismissal lasts until the learner’s next day, at 04:00', () => {
  const preferences = withoutStorage();
  expect(isDismissed(preferences, MORNING)).toBe(false);
  dismissReminder(preferences, MORNING);
  expect(isDismissed(preferences, later(18.9 / 24))).toBe(true);
  expect(isDismissed(preferences, later(19.1 / 24))).toBe(false);
});

it('the last backup is remembered, and damage counts as none', () => {
  const preferences = withoutStorage();
  expect(readLastBackup(preferences)).toBeUndefined();
  rememberBackup(preferences, { at: MORNING.at, answers: 7 });
  expect(readLastBackup(preferences)).toEqual({ at: MORNING.at, answers: 7 });
  expect(backupAge(readLastBackup(preferences), 9, later(2))).toEqual({ daysAgo: 2, answersSince: 2 });
  expect(backupAge(undefined, 9, later(2))).toEqual({ daysAgo: undefined, answersSince: 9 });
  for (const text of ['', 'x', '1 2 3', '-1 2', '1e9 2']) {
    preferences.set('backup', text);
    expect(readLastBackup(preferences), text).toBeUndefined();
  }
});
