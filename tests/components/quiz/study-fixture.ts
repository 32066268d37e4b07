import { createPreferences } from '../../../src/store/preferences.ts';
import { choiceText, listed } from '../../quiz/samples.ts';
import { createStudy } from '../study-fixture.ts';

export const QUESTIONS = ['q-a', 'q-b', 'q-c'].map((id) => listed(id));

/** A study of three choices whose right option is `a`. */
export async function createQuizStudy() {
  const made = await createStudy({ questions: QUESTIONS, question: choiceText('abc', 'a') });
  return { ...made, preferences: createPreferences(undefined, 'recall:/') };
}
