import { expect, it } from 'vitest';
import { createSteps } from '../../src/integration/steps.ts';

it('adds up what each step takes, also one that fails', async () => {
  let now = 0;
  const steps = createSteps(() => now);
  const work = (ms: number) => async () => {
    now += ms;
    return ms;
  };
  expect(await steps.measure('compile', work(500))).toBe(500);
  await steps.measure('search', work(40));
  const failing = steps.measure('compile', async () => {
    now += 12;
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(steps.format()).toBe('compile 512 ms, search 40 ms');
});
