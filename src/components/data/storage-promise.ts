import type { LearnerEvent } from '../../format/event.ts';
import type { Preferences } from '../../store/index.ts';
import { hasAnswers, isAnswer } from './answers.ts';

/** What is used of `navigator.storage`, which old browsers lack. */
type StorageManagerLike = Pick<StorageManager, 'persist' | 'persisted'>;

/** Whether the browser has promised to keep the site's data; `undefined` if it does not say. Never rejects. */
export async function readStoragePromise(
  manager: StorageManagerLike | undefined = navigator.storage,
): Promise<boolean | undefined> {
  try {
    return await manager?.persisted();
  } catch {
    return undefined;
  }
}

/** Asks the browser to keep the site's data; some ask the learner. Never rejects. */
export async function askStoragePromise(
  manager: StorageManagerLike | undefined = navigator.storage,
): Promise<boolean> {
  try {
    return (await manager?.persist()) ?? false;
  } catch {
    return false;
  }
}

/** Asks once, when an answer was just given and there are ten: then there is something to keep. */
export function askAfterAnswer(
  added: readonly LearnerEvent[],
  all: readonly LearnerEvent[],
  preferences: Preferences,
  manager: StorageManagerLike | undefined = navigator.storage,
): void {
  if (preferences.get(PREFERENCE) !== undefined || !added.some(isAnswer)) return;
  if (!hasAnswers(all, ANSWERS_BEFORE_ASKING)) return;
  preferences.set(PREFERENCE, 'asked');
  void askStoragePromise(manager);
}

const PREFERENCE = 'storage-promise';
const ANSWERS_BEFORE_ASKING = 10;
