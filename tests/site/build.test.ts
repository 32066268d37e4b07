import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unpackLesson } from '../../src/format/packed-lesson.ts';
import { type BuiltSite, buildSite, COURSE, page, rebuildSite } from './site-fixture.ts';

const built: BuiltSite[] = [];
function build(...args: Parameters<typeof buildSite>): BuiltSite {
  const site = buildSite(...args);
  built.push(site);
  return site;
}
afterAll(() => {
  for (const { dist } of built) rmSync(path.dirname(dist), { recursive: true, force: true });
});

const read = (site: BuiltSite, file: string) => readFileSync(path.join(site.dist, file), 'utf8');

describe('a site with a lesson that is not translated', () => {
  const site = build({
    ...COURSE,
    'content/docs/zh/basics/index.md': page('基础', '```sh\nls\n```'),
    'content/docs/en/basics/index.md': page('Basics', '```sh\nls\n```'),
    'content/docs/zh/basics/second.md': page(
      '第二课',
      '只有中文。\n\n:::card{#second}\n问？\n\n***\n\n答。\n:::\n\n:::sources\n- [源](https://example.org/)\n:::',
    ),
  });

  it('is built', () => {
    expect(site.output).toContain('Complete!');
    expect(site.code).toBe(0);
  });

  it('shows it in the other language, marked, and keeps it out of that language’s search', () => {
    const html = read(site, 'en/basics/second/index.html');
    expect(html).toContain('只有中文。');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toContain('data-pagefind-body');
    const { languages } = JSON.parse(read(site, 'pagefind/pagefind-entry.json'));
    const count = (language: string) => languages[language].page_count;
    expect([count('x-zh-cn'), count('x-en')]).toEqual([4, 3]);
  });

  it('labels code in the language of its page', () => {
    const labels = (locale: string) =>
      [
        ...read(site, `${locale}/basics/index.html`).matchAll(
          /(?:sr-only">|title=")([^<"]+)(?:<\/span><\/figcaption>|" data-copied="([^"]+)")/g,
        ),
      ]
        .flatMap((match) => match.slice(1))
        .filter((label) => label !== undefined);
    expect(labels('en')).toEqual(['Terminal window', 'Copy to clipboard', 'Copied!']);
    expect(labels('zh')).toEqual(['终端窗口', '复制到剪贴板', '复制成功！']);
  });

  it('carries its cards into the other language’s deck in the language they are written in', () => {
    const deck = unpackLesson(JSON.parse(read(site, 'recall/en/basics/second.json')));
    expect(deck.cards).toMatchObject([{ id: 'second', locale: 'zh' }]);
  });

  it('keeps what every page needs, the error page under its other name, and each language by itself', () => {
    const worker = read(site, 'sw.js');
    for (const url of [
      '/index.html',
      '/recall/deck.json',
      '/pagefind/pagefind-entry.json',
      '/offline-404.html',
      '/en/offline/index.html',
    ]) {
      expect(worker).toContain(`"${url}"`);
    }
    for (const url of ['"/404.html"', '/zh/basics', '.pf_fragment']) expect(worker).not.toContain(url);
    const [list = ''] = /recall\/offline\/zh\.\w+\.json/.exec(worker) ?? [];
    const paths = JSON.parse(read(site, list)).files.map(([file]: [string]) => file);
    expect(paths).toContain('zh/basics/second/');
    expect(paths).toContain('recall/zh/basics/second.json');
    expect(paths.some((file: string) => /^pagefind\/fragment\/x-zh-cn_.+\.pf_fragment$/.test(file))).toBe(
      true,
    );
    expect(paths.some((file: string) => file.startsWith('en/'))).toBe(false);
  });

  it('has the kill switch at hand', () => {
    expect(read(site, 'sw-off.js')).toContain('unregister');
    expect(read(site, 'sw-off.js')).not.toContain('/zh/');
  });
});

it('a build with authoring errors reports all of them and fails', () => {
  const site = build({
    ...COURSE,
    'content/docs/zh/basics/second.md': page(
      '第二课',
      ':::card\n问？\n\n***\n\n答。\n:::\n\n:::card{#why}\n问？\n\n***\n\n答。\n:::',
    ),
  });
  expect(site.code).not.toBe(0);
  expect(site.output).toMatch(/second\.md:6:1\s+missing-id/);
  expect(site.output).toMatch(/second\.md:14:1\s+duplicate-id/);
});

it('a Markdown plugin that throws fails the build instead of leaving an empty page', () => {
  const site = build(
    COURSE,
    `{ name: 'broken', hooks: { 'astro:config:setup': ({ config }) => {
      config.markdown.processor.options.mdastPlugins.push({ name: 'broken', paragraph() { throw new Error('broken on purpose'); } });
    } } },`,
  );
  expect(site.output).toContain('broken on purpose');
  expect(site.output).toContain('could not be rendered');
  expect(site.code).not.toBe(0);
});

it('a page built again shows what other files say now, and is whole where the cache is not', () => {
  const linked = {
    ...COURSE,
    'content/docs/zh/basics/second.md': page(
      '第二课',
      '说说苹果。\n\n:::card{#second}\n问？\n\n***\n\n答。\n:::\n\n:::sources\n- [源](https://example.org/)\n:::',
    ),
  };
  const first = build(linked);
  expect(first.code, first.output).toBe(0);
  const html = read(first, 'zh/basics/second/index.html');
  expect(html).toContain('data-term="apple"');
  const same = rebuildSite(first, linked);
  expect(read(same, 'zh/basics/second/index.html')).toBe(html);

  const cache = path.join(path.dirname(first.dist), 'cache/recall-lessons.json');
  expect(readFileSync(cache, 'utf8')).toContain('说说');
  rmSync(cache);
  const withoutCache = rebuildSite(first, linked);
  expect(read(withoutCache, 'zh/basics/second/index.html')).toBe(html);

  const lesson = 'content/docs/zh/basics/first.md';
  const renamed = rebuildSite(first, {
    ...linked,
    [lesson]: COURSE[lesson]?.replace('[苹果]', '[梨]') ?? '',
  });
  expect(renamed.code, renamed.output).toBe(0);
  const changed = read(renamed, 'zh/basics/second/index.html');
  expect(changed).toContain('说说苹果。');
  expect(changed).not.toContain('data-term="apple"');
});
