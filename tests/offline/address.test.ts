import { expect, it } from 'vitest';
import { readAddress } from '../../src/offline/address.ts';

it.each([
  ['/', '/', [['', false]]],
  ['/zh/map/', '/', [['zh/map/', false]]],
  [
    '/zh/map',
    '/',
    [
      ['zh/map', false],
      ['zh/map/', true],
    ],
  ],
  [
    '/zh/map/index.html',
    '/',
    [
      ['zh/map/index.html', false],
      ['zh/map/', true],
    ],
  ],
  [
    '/x/index.html',
    '/x/',
    [
      ['index.html', false],
      ['', true],
    ],
  ],
  [
    '/x/zh/map',
    '/x/',
    [
      ['zh/map', false],
      ['zh/map/', true],
    ],
  ],
  ['/y/zh/', '/x/', []],
] as const)('%s of a site at %s', (pathname, base, expected) => {
  expect(readAddress(pathname, base)).toEqual(expected.map(([path, isElsewhere]) => ({ path, isElsewhere })));
});
