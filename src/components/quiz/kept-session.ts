import type { QuestionId } from '../../format/id.ts';
import { type Exam, formatSession, type Practice, parseSession } from '../../quiz/index.ts';
import type { Preferences } from '../../store/index.ts';

/** Where a session stands between two visits; one per mode. */
export interface KeptSession<T extends Practice | Exam> {
  load(): T | undefined;
  keep(session: T | undefined): void;
}

/** The kept practice of a site that has these questions. */
export function createKeptPractice(
  preferences: Preferences,
  known: ReadonlySet<QuestionId>,
): KeptSession<Practice> {
  return createKept(preferences, 'practice', () => {
    const session = parseSession(preferences.get('practice') ?? '', known);
    return session?.mode === 'practice' ? session : undefined;
  });
}

/** The kept exam of a site that has these questions. */
export function createKeptExam(preferences: Preferences, known: ReadonlySet<QuestionId>): KeptSession<Exam> {
  return createKept(preferences, 'exam', () => {
    const session = parseSession(preferences.get('exam') ?? '', known);
    return session?.mode === 'exam' ? session : undefined;
  });
}

function createKept<T extends Practice | Exam>(
  preferences: Preferences,
  name: string,
  load: () => T | undefined,
): KeptSession<T> {
  return {
    load,
    keep: (session) => {
      preferences.set(name, session ? formatSession(session) : '');
    },
  };
}
