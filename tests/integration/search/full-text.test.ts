import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { compile } from '../../../src/compile/index.ts';
import { openFullText } from '../../../src/components/search/full-text.ts';
import type { SearchKind } from '../../../src/format/search.ts';
import { writeFullText } from '../../../src/integration/search/full-text.ts';
import type { PageText } from '../../../src/integration/search/page-text.ts';
import { toPageText } from '../../../src/integration/search/search-pages.ts';
import { COURSE, page } from '../../site/site-fixture.ts';

const dist = mkdtempSync(path.join(tmpdir(), 'full-text-'));
const { deck } = compile({
  locales: ['zh', 'en'],
  base: '/',
  files: Object.entries({
    ...COURSE,
    'content/docs/zh/basics/second.md': page(
      '第二课',
      ':::card{#disk}\n内核的磁盘映像是什么？\n\n***\n\n文件。\n:::',
    ),
  }).map(([file, text]) => ({ path: file, text })),
});

/** What the build shows, by the address of the page. */
const PAGES: Readonly<Record<string, string>> = {
  'zh/basics/kernel/': '<h1>内核</h1><h2 id="parts">部分</h2><p>內核模块随时可以装卸。</p>',
  'zh/basics/content/': '<h1>内容</h1><p>本页的内容都围绕核心展开，模，块。</p>',
  'zh/basics/first/': '<h1>第一课</h1><p>苹果。</p>',
  'en/basics/kernel/': '<h1>Kernels</h1><p>A kernel has policies. Wi-Fi drivers are modules of it.</p>',
  'en/basics/long/':
    '<h1>Another</h1><p>It mentions the kernel once and says a lot of other things besides.</p>',
  'en/basics/cold/': '<h1>Café</h1><p>No kern here, but kernelized things.</p>',
  'en/hidden/': '',
};

beforeAll(async () => {
  const texts = new Map<string, PageText>();
  for (const [url, html] of Object.entries(PAGES)) {
    const body = html === '' ? '<main>kernel</main>' : `<main data-pagefind-body>${html}</main>`;
    const text = toPageText(`<html><body>${body}</body></html>`);
    if (text) texts.set(url, text);
  }
  const count = await writeFullText({
    dist,
    deck,
    languages: { zh: 'zh-CN', en: 'en' },
    texts,
  });
  expect(count).toBe(Object.keys(PAGES).length - 1);
});

const loaded: string[] = [];
let isOffline = false;
beforeEach(() => {
  vi.stubEnv('DEV', false);
  vi.stubGlobal('fetch', async (url: string) => {
    loaded.push(url);
    if (isOffline) throw new TypeError('Failed to fetch');
    return new Response(readFileSync(path.join(dist, url)));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  loaded.length = 0;
  isOffline = false;
});
afterAll(() => rmSync(dist, { recursive: true, force: true }));

async function find(language: string, terms: string, kind: SearchKind = 'lesson', module?: string) {
  const texts = await openFullText('/', language);
  const hits = await texts.find(terms.split(' '), kind, module);
  return Promise.all(hits.map(async ({ value }) => (await value.load()).lesson));
}

describe('the full text of a build', () => {
  it.each([
    ['zh-CN', '内核', ['basics/kernel']],
    ['zh-CN', '内核模块', ['basics/kernel']],
    ['zh-CN', '核', ['basics/content', 'basics/kernel']],
    ['zh-CN', '模块', ['basics/kernel']],
    ['zh-CN', '内核 装卸', ['basics/kernel']],
    ['zh-CN', '内核 苹果', []],
    ['en', 'policy', ['basics/kernel']],
    ['en', 'wifi', ['basics/kernel']],
    ['en', 'kern', ['basics/kernel', 'basics/long', 'basics/cold']],
    ['en', 'cafe', ['basics/cold']],
    ['en', 'zzz', []],
  ])('in %s finds what has %s', async (language, terms, lessons) => {
    expect((await find(language, terms)).toSorted()).toEqual([...lessons].sort());
  });

  it('puts first what is about a word, by its title and by how often it says it', async () => {
    expect((await find('en', 'kernel'))[0]).toBe('basics/kernel');
  });

  it('has cards and questions apart from the prose, also where the lesson is not translated', async () => {
    expect(await find('zh-CN', '磁盘映像', 'items')).toEqual(['basics/second']);
    expect(await find('zh-CN', '磁盘映像')).toEqual([]);
    expect(await find('zh-CN', '苹果', 'items')).toEqual([]);
  });

  it('is narrowed to a module', async () => {
    expect(await find('zh-CN', '内核', 'lesson', 'basics')).toEqual(['basics/kernel']);
    expect(await find('zh-CN', '内核', 'lesson', 'hidden')).toEqual([]);
  });

  it('shows of a page its text and what it asks, and no answer', async () => {
    const texts = await openFullText('/', 'zh-CN');
    const [first] = await texts.find(['内核'], 'lesson');
    expect(await first?.value.load()).toEqual({
      lesson: 'basics/kernel',
      title: '内核',
      passages: [{ id: 'parts', heading: '部分', text: '內核模块随时可以装卸。' }],
      items: [],
    });
    const [asked] = await texts.find(['磁盘'], 'items');
    expect(await asked?.value.load()).toMatchObject({
      items: [{ kind: 'card', id: 'disk', text: '内核的磁盘映像是什么？' }],
    });
  });

  it('loads each file once, and again if it was lost', async () => {
    const texts = await openFullText('/', 'en');
    await texts.find(['kernel'], 'lesson');
    await texts.find(['kernel'], 'lesson');
    expect(loaded.filter((url) => url.includes('/index/'))).toHaveLength(1);
    isOffline = true;
    await expect(texts.find(['zzz'], 'lesson').then(([hit]) => hit?.value.load())).resolves.toBeUndefined();
    const [hit] = await texts.find(['kernel'], 'lesson');
    await expect(hit?.value.load()).rejects.toThrow('Failed to fetch');
    isOffline = false;
    await expect(hit?.value.load()).resolves.toMatchObject({ lesson: 'basics/kernel' });
  });

  it('ships nothing that no page loads', () => {
    const files = readdirSync(path.join(dist, 'pagefind'));
    expect(
      files.filter((file) => !/^(?:fragment|index|filter|pagefind-entry\.json|.*\.pf_meta)$/.test(file)),
    ).toEqual([]);
  });
});
