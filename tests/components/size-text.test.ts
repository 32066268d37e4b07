import { expect, it } from 'vitest';
import { formatSize } from '../../src/components/offline/size-text.ts';

it.each([
  [0, 'en', '0 bytes'],
  [858_300, 'en', '858 kB'],
  [5_900_000, 'en', '5.9 MB'],
  [52_000_000, 'zh-CN', '52 MB'],
  [11_200_000_000, 'en', '11 GB'],
])('%i bytes in %s', (bytes, language, text) => {
  expect(formatSize(bytes, language).replace(/\s/g, ' ')).toBe(text);
});
