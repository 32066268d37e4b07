import { describe, expect, it } from 'vitest';
import { adoptQuestionsPreference, chooseQuestions } from '../../src/components/review/questions-choice.ts';
import { createSample } from './session-fixture.ts';
import { MORNING } from './study-fixture.ts';

const preferring = (value: string | undefined) => ({ get: () => value, set: () => true });

describe('questions among the cards, at MORNING', () => {
  it.each([
    ['off', false, 1],
    ['on', true, 0],
    [undefined, true, 0],
  ] as const)('a device that held %s goes on so', async (held, expected, written) => {
    const { study, log } = await createSample();
    adoptQuestionsPreference(study, preferring(held));
    expect(study.schedule.value.options.reviewQuestions).toBe(expected);
    expect(log.events()).toHaveLength(written);
    expect(study.now()).toEqual(MORNING);
  });

  it('a choice in the log goes before what the device held', async () => {
    const { study, log } = await createSample();
    chooseQuestions(study, true);
    adoptQuestionsPreference(study, preferring('off'));
    expect(study.schedule.value.options.reviewQuestions).toBe(true);
    expect(log.events()).toHaveLength(1);
  });
});
