import { expect, it } from 'vitest';
import { bundleCacheName, isOwnCache, shellCacheName } from '../../src/offline/cache-names.ts';

const SCOPES = ['https://user.github.io/', 'https://user.github.io/a/', 'https://user.github.io/a/b/'];

it.each(SCOPES)('the site at %s knows its own caches, and those of no other site', (scope) => {
  for (const other of SCOPES) {
    for (const name of [shellCacheName(other), bundleCacheName(other, 'zh')]) {
      expect([name, isOwnCache(name, scope)]).toEqual([name, other === scope]);
    }
  }
  expect(isOwnCache(`workbox-precache-v2-${scope}`, scope)).toBe(false);
});

it('a language’s cache has no name that a Workbox site above it would clean up', () => {
  expect(bundleCacheName('https://user.github.io/a/', 'zh')).not.toContain('-precache-');
});
