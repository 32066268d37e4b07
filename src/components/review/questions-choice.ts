import type { Preferences } from '../../store/index.ts';
import type { Study } from '../study.ts';

/** Stores whether questions answered before come back among the cards. */
export function chooseQuestions({ log, now }: Pick<Study, 'log' | 'now'>, isWanted: boolean): void {
  log.append({ ...now(), type: 'settings.changed', name: NAME, value: isWanted });
}

/** Takes over a choice that this device holds as a preference, where the log has none: it must not be lost. */
export function adoptQuestionsPreference(study: Study, preferences: Preferences): void {
  const isChosen = study.schedule.peek().settings.has(NAME);
  if (!isChosen && preferences.get(NAME) === 'off') chooseQuestions(study, false);
}

/** Of the setting and of the preference. */
const NAME = 'review-questions';
