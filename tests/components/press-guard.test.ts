import { describe, expect, it } from 'vitest';
import { createPressGuard } from '../../src/components/review/press-guard.ts';

describe('a press guard', () => {
  const at = (timeStamp: number, on: string | readonly [number, number]) => ({
    timeStamp,
    on: typeof on === 'string' ? on : { x: on[0], y: on[1] },
  });

  it.each([
    {
      name: 'a second tap on the spot at once',
      presses: [at(0, [200, 700]), at(150, [206, 705])],
      isDouble: true,
    },
    {
      name: 'a tap once an answer can have been read',
      presses: [at(0, [200, 700]), at(400, [200, 700])],
      isDouble: false,
    },
    { name: 'a tap elsewhere at once', presses: [at(0, [200, 700]), at(150, [320, 700])], isDouble: false },
    { name: 'a key that bounces', presses: [at(0, ' '), at(80, ' ')], isDouble: true },
    {
      name: 'the same key with another between',
      presses: [at(0, ' '), at(60, '4'), at(120, ' ')],
      isDouble: false,
    },
    { name: 'a tap after a key', presses: [at(0, ' '), at(80, [200, 700])], isDouble: false },
    { name: 'the end of a burst', presses: [at(0, ' '), at(200, ' '), at(400, ' ')], isDouble: true },
  ])('$name: $isDouble', ({ presses, isDouble }) => {
    const guard = createPressGuard();
    expect(presses.map(guard).at(-1)).toBe(isDouble);
  });
});
