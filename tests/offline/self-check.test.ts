import { describe, expect, it } from 'vitest';
import { createBundle } from '../../src/offline/bundle.ts';
import { digestOf } from '../../src/offline/file-list.ts';
import { type CheckHost, checkBundle } from '../../src/offline/self-check.ts';
import { createFakeHost, SCOPE } from './fakes.ts';

const SHARED = { '_astro/page.js': 'run()', 'recall/deck.json': '{}' };
const FILES = {
  'zh/review/': '<h1>Review</h1></html>',
  'zh/a/first/':
    '<script src="/x/_astro/page.js"></script><h1 id="_top">First &amp; <em>only</em></h1></html>',
  'recall/zh/a/first.json': '{}',
  'pagefind/index/x-zh-cn_1.pf_index': 'index',
};

/** A kept language and what every page needs, before something happens to it. */
async function createCheck(happens: (stored: Map<string, Response>) => void, shared: object = SHARED) {
  const host = createFakeHost(FILES);
  const files = Object.entries(FILES).map(async ([path, text]) => {
    const content = new TextEncoder().encode(text);
    return { path, digest: await digestOf(content), bytes: content.length };
  });
  const list = { locale: 'zh', path: 'recall/offline/zh.1.json', files: await Promise.all(files) };
  const bundle = createBundle(list, 'zh', host);
  await bundle.keep();
  happens(host.caches.stored.get('zh') ?? new Map());
  host.fetched.length = 0;
  const known = new Map<string, string>(Object.entries(shared));
  const checkHost: CheckHost = {
    base: new URL(SCOPE).pathname,
    find: async (path) => (known.has(path) ? new Response(known.get(path)) : bundle.find(path)),
    brokenShell: [],
    random: () => 0,
  };
  const check = await checkBundle(bundle, checkHost);
  expect(host.fetched).toEqual([]);
  return check;
}

function drop(part: string) {
  return (stored: Map<string, Response>) => {
    for (const url of stored.keys()) if (url.includes(part)) stored.delete(url);
  };
}

describe('a self-check', () => {
  it('opens a lesson with all that it names, the search and a deck, without a network', async () => {
    expect(await createCheck(() => undefined)).toEqual({
      locale: 'zh',
      files: 4,
      broken: [],
      page: { path: 'zh/a/first/', title: 'First & only' },
      isSearchWhole: true,
      isDeckWhole: true,
    });
  });

  it.each([
    ['a deck', 'first.json', { isDeckWhole: false, isSearchWhole: true }],
    ['part of the search', '.pf_index', { isDeckWhole: true, isSearchWhole: false }],
  ])('says so when %s is gone', async (_, part, found) => {
    const check = await createCheck(drop(part));
    expect(check).toMatchObject(found);
    expect(check.broken).toHaveLength(1);
  });

  it('says so when a script of the page is gone, or the list of cards', async () => {
    expect((await createCheck(() => undefined, { 'recall/deck.json': '{}' })).page).toBeUndefined();
    const { isDeckWhole } = await createCheck(() => undefined, { '_astro/page.js': '' });
    expect(isDeckWhole).toBe(false);
  });
});
