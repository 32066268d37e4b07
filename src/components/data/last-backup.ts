import type { Instant } from '../../format/event.ts';
import { elapsedDays } from '../../scheduler/index.ts';
import type { Preferences } from '../../store/index.ts';

/** When everything was last written into a file, and how many answers that was. */
export interface LastBackup {
  /** Milliseconds UTC. */
  readonly at: number;
  readonly answers: number;
}

/** What is worth knowing of backups at a moment. */
export interface BackupAge {
  /** Learner's days since the last backup; `undefined` if there was none. */
  readonly daysAgo: number | undefined;
  /** Answers that no backup holds. */
  readonly answersSince: number;
}

/** The last backup of this browser, or `undefined`. */
export function readLastBackup(preferences: Preferences): LastBackup | undefined {
  const [, at, answers] = /^(\d{1,15}) (\d{1,9})$/.exec(preferences.get(PREFERENCE) ?? '') ?? [];
  return at === undefined ? undefined : { at: Number(at), answers: Number(answers) };
}

/** Remembers a backup that was just written. */
export function rememberBackup(preferences: Preferences, { at, answers }: LastBackup): void {
  preferences.set(PREFERENCE, `${at} ${answers}`);
}

/** How old the last backup is for a log that holds so many answers. */
export function backupAge(last: LastBackup | undefined, answers: number, now: Instant): BackupAge {
  if (!last) return { daysAgo: undefined, answersSince: answers };
  return {
    daysAgo: elapsedDays({ ...now, at: last.at }, now),
    answersSince: Math.max(0, answers - last.answers),
  };
}

const PREFERENCE = 'backup';
