import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type Entry, lessonsOf, openLessonShelf, stampOf } from '../../../src/integration/lesson/shelf.ts';

const folders: string[] = [];
/** A folder that no other test has, as a site's cache. */
function newCache(): URL {
  const folder = mkdtempSync(path.join(tmpdir(), 'shelf-'));
  folders.push(folder);
  return pathToFileURL(`${folder}/`);
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const entry = (html: string, changes: Partial<Entry> = {}): Entry => ({
  id: 'zh/a',
  data: {},
  body: 'Markdown',
  filePath: 'content/docs/zh/a.md',
  rendered: { html, metadata: { headings: [] } },
  ...changes,
});

function without(key: 'rendered' | 'filePath'): Entry {
  const { [key]: _, ...rest } = entry('<p></p>');
  return rest;
}

describe('an entry on the shelf', () => {
  it('leaves its HTML and its Markdown behind', async () => {
    const cache = newCache();
    const shelf = await openLessonShelf(cache);
    const left = shelf.put(entry('<p>1</p>'));
    expect(left).toEqual({
      id: 'zh/a',
      data: {},
      filePath: 'content/docs/zh/a.md',
      rendered: { html: '', metadata: { headings: [] } },
    });
    expect([...lessonsOf(cache).html]).toEqual([['content/docs/zh/a.md', '<p>1</p>']]);
  });

  it.each<[why: string, entry: Entry]>([
    ['could not be rendered', without('rendered')],
    ['is empty', entry('')],
    [
      'has pictures',
      entry('<p></p>', { rendered: { html: '<p></p>', metadata: { imagePaths: ['a.png'] } } }),
    ],
    ['has no file', without('filePath')],
  ])('stays as it is if it %s', async (_, given) => {
    const cache = newCache();
    const shelf = await openLessonShelf(cache);
    shelf.put(entry('<p>before</p>'));
    expect(shelf.put(given)).toBe(given);
    expect(lessonsOf(cache).html.has(given.filePath ?? '')).toBe(false);
  });
});

describe('the next build', () => {
  const builtOnce = async (stamp = 'as it was') => {
    const cache = newCache();
    lessonsOf(cache).stamp = stamp;
    const shelf = await openLessonShelf(cache);
    const kept = shelf.put(entry('<p>1</p>'));
    await shelf.save([kept]);
    return { cache, kept };
  };

  it('finds the lessons if nothing has changed', async () => {
    const { cache, kept } = await builtOnce();
    lessonsOf(cache).html.clear();
    const shelf = await openLessonShelf(cache);
    expect(shelf.isCurrent(kept)).toBe(true);
    expect(lessonsOf(cache).html.get('content/docs/zh/a.md')).toBe('<p>1</p>');
  });

  it('renders all of them if anything has', async () => {
    const { cache, kept } = await builtOnce();
    lessonsOf(cache).stamp = 'as it is';
    const shelf = await openLessonShelf(cache);
    expect(shelf.isCurrent(kept)).toBe(false);
    expect(lessonsOf(cache).html.size, 'what is shown until then').toBe(1);
  });

  it('forgets lessons that are no more', async () => {
    const { cache, kept } = await builtOnce();
    const shelf = await openLessonShelf(cache);
    await shelf.save([]);
    expect(lessonsOf(cache).html.size).toBe(0);
    expect((await openLessonShelf(cache)).isCurrent(kept)).toBe(false);
  });

  it('renders what is not in the file, or all if it is cut', async () => {
    const { cache, kept } = await builtOnce();
    const shelf = await openLessonShelf(cache);
    expect(shelf.isCurrent({ ...kept, filePath: 'content/docs/zh/b.md' })).toBe(false);
    writeFileSync(new URL('recall-lessons.json', cache), '{"stamp":"as it was","ht');
    expect((await openLessonShelf(cache)).isCurrent(kept)).toBe(false);
  });
});

it('a stamp changes with each file, its path, and the settings', () => {
  const file = { path: 'a', text: 'b' };
  const stamps = [
    stampOf([file], ['/']),
    stampOf([file], ['/x/']),
    stampOf([{ path: 'a', text: 'c' }], ['/']),
    stampOf([{ path: 'c', text: 'b' }], ['/']),
    stampOf([file, file], ['/']),
    stampOf([], ['/']),
  ];
  expect(new Set(stamps).size).toBe(stamps.length);
  expect(stampOf([{ ...file }], ['/'])).toBe(stamps[0]);
});
