import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatEventId, MAX_TIME } from '../../src/store/event-id.ts';
import { createIdBlock } from '../../src/store/id-block.ts';
import { asWriter, NOW } from './fakes.ts';

describe('ids of a block', () => {
  test('[S1] are the ids made one by one, whatever the writers, times and numbers', () => {
    const part = fc.record({
      at: fc.oneof(fc.integer({ min: NOW, max: NOW + 9_000_000 }), fc.integer({ min: 0, max: MAX_TIME })),
      writer: fc.constantFrom('writera', 'k3f9a0b1c2', 'sixsix', '0123456789abcdef').map(asWriter),
      seq: fc.oneof(fc.nat(2000), fc.integer({ min: 0, max: 36 ** 8 - 1 })),
    });
    const block = createIdBlock();
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        for (const { at, writer, seq } of parts) block.add(at, writer, seq);
        expect(block.take()).toEqual(parts.map(({ at, writer, seq }) => formatEventId(at, writer, seq)));
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  test('[S1] grow past any buffer, and are given once', () => {
    const block = createIdBlock();
    for (let seq = 0; seq < 3000; seq += 1) block.add(NOW + seq, asWriter('writera'), seq);
    const ids = block.take();
    expect(ids).toHaveLength(3000);
    expect(ids.at(-1)).toBe(formatEventId(NOW + 2999, asWriter('writera'), 2999));
    expect(block.take()).toEqual([]);
  });
});
