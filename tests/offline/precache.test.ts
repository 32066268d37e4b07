import { describe, expect, it } from 'vitest';
import { DIGEST_NAMED, findPrecacheProblems } from '../../src/offline/precache.ts';

const PAGES = ['', 'zh/', 'zh/basics/first/'];

function list(base: string): string[] {
  return [
    'index.html',
    'zh/index.html',
    'zh/basics/first/index.html',
    'offline-404.html',
    'recall/deck.json',
    'pagefind/pagefind-entry.json',
    'pagefind/pagefind-worker.js',
    'pagefind/wasm.unknown.pagefind',
    'pagefind/fragment/zh_1.pf_fragment',
    'pagefind/index/zh_1.pf_index',
  ].map((path) => base + path);
}

describe.each(['/', '/x/'])('a precache list at %s', (base) => {
  it('that is whole has no problem', () => {
    expect(findPrecacheProblems(list(base), { base, pages: PAGES })).toEqual([]);
  });

  it.each(list(base))('without %s is refused', (missing) => {
    const urls = list(base).filter((url) => url !== missing);
    expect(findPrecacheProblems(urls, { base, pages: PAGES })).toHaveLength(1);
  });
});

it('a URL outside the base path is refused', () => {
  expect(findPrecacheProblems([...list('/x/'), '/favicon.svg'], { base: '/x/', pages: PAGES })).toEqual([
    '/favicon.svg lies outside the base path /x/.',
  ]);
});

it.each([
  ['/_astro/site.B2x.css', true],
  ['/x/pagefind/fragment/en_1.pf_fragment', true],
  ['/pagefind/en_1.pf_meta', true],
  ['/zh/index.html', false],
  ['/pagefind/pagefind-entry.json', false],
])('%s: its name changes with its content: %s', (url, expected) => {
  expect(DIGEST_NAMED.test(url)).toBe(expected);
});
