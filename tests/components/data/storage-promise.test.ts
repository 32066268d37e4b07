import { expect, it } from 'vitest';
import {
  askAfterAnswer,
  askStoragePromise,
  readStoragePromise,
} from '../../../src/components/data/storage-promise.ts';
import type { LearnerEvent } from '../../../src/format/event.ts';
import { answers, withoutStorage } from './learner.ts';

function createManager() {
  let asked = 0;
  const persist = async () => {
    asked += 1;
    return true;
  };
  return { asked: () => asked, persisted: async () => false, persist };
}

it('the browser is asked with the tenth answer and never again', () => {
  const manager = createManager();
  const preferences = withoutStorage();
  const all = answers(12) as LearnerEvent[];
  const asked = [...all.keys()].map((index) => {
    askAfterAnswer(all.slice(index, index + 1), all.slice(0, index + 1), preferences, manager);
    return manager.asked();
  });
  expect(asked).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
});

it('what is no answer does not ask', () => {
  const manager = createManager();
  const all = answers(12) as LearnerEvent[];
  const setting = { ...all[0], type: 'settings.changed' } as LearnerEvent;
  askAfterAnswer([setting], [...all, setting], withoutStorage(), manager);
  expect(manager.asked()).toBe(0);
});

it('a browser that refuses, throws or lacks it does no harm', async () => {
  const broken = { persisted: () => Promise.reject(new Error()), persist: () => Promise.reject(new Error()) };
  expect(await readStoragePromise(broken)).toBeUndefined();
  expect(await askStoragePromise(broken)).toBe(false);
  expect(await readStoragePromise(createManager())).toBe(false);
});
