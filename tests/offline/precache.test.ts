import { describe, expect, it } from 'vitest';
import type { ListedFile } from '../../src/offline/file-list.ts';
import { findPrecacheProblems, isPrecached, localeOfFile, splitFiles } from '../../src/offline/precache.ts';

const LANGUAGES = { zh: 'zh-CN', en: 'en' };
const PAGES = ['', 'zh/', 'zh/basics/first/', 'en/', 'zh/offline/'];

const FILES = [
  'index.html',
  'offline-404.html',
  'recall/deck.json',
  'pagefind/pagefind-entry.json',
  'zh/index.html',
  'zh/offline/index.html',
  'zh/basics/first/index.html',
  'en/index.html',
  'recall/zh/basics/first.json',
  'recall/en/basics/first.json',
  ...['x-zh-cn', 'x-en'].flatMap((tag) => [
    `pagefind/fragment/${tag}_1.pf_fragment`,
    `pagefind/index/${tag}_1.pf_index`,
    `pagefind/pagefind.${tag}_1.pf_meta`,
  ]),
];

const split = (paths: readonly string[]) => splitFiles(paths.map(listed), LANGUAGES);

function listed(path: string): ListedFile {
  return { path, digest: 'd', bytes: 1 };
}

describe('a file of a build', () => {
  it.each([...FILES, '_astro/page.B1.js', 'zh/app.webmanifest', 'recall/icons/touch.png', 'zh/404.html'])(
    'is kept: %s',
    (path) => expect(isPrecached(path)).toBe(true),
  );

  it.each([
    'screenshots/zh/home.png',
    'og/zh/index.png',
    '404.html',
    'sw.js',
    'sw-off.js',
    '_headers',
    'robots.txt',
    'zh/basics/first.md',
    'sitemap.xml',
  ])('is not kept: %s', (path) => expect(isPrecached(path)).toBe(false));
});

describe('the language that needs a file', () => {
  it.each([
    ['zh/basics/first/index.html', 'zh'],
    ['recall/en/basics/first.json', 'en'],
    ['recall/en/term-notes.json', 'en'],
    ['recall/deck.json', undefined],
    ['_astro/page.B1.js', undefined],
    ['zh.svg', undefined],
    ['zho/index.html', undefined],
    ['pagefind/fragment/x-zh-cn_12ab.pf_fragment', 'zh'],
    ['pagefind/index/x-en_12ab.pf_index', 'en'],
    ['pagefind/filter/x-en_12ab.pf_filter', 'en'],
    ['pagefind/pagefind.x-zh-cn_12ab.pf_meta', 'zh'],
    ['pagefind/index/x-fr_12ab.pf_index', undefined],
    ['pagefind/pagefind-entry.json', undefined],
    ['zh/offline/index.html', undefined],
    ['zh/app.webmanifest', undefined],
    ['zh/map/app.webmanifest', 'zh'],
  ])('of %s: %s', (path, locale) => {
    expect(localeOfFile(path, LANGUAGES)).toBe(locale);
  });

  it('is none for a file that two languages share', () => {
    const languages = { zh: 'zh-CN', classic: 'zh-CN', pt: 'pt-BR' };
    expect(localeOfFile('pagefind/index/x-zh-cn_1.pf_index', languages)).toBeUndefined();
    expect(localeOfFile('pagefind/index/x-pt-br_1.pf_index', languages)).toBe('pt');
  });
});

it('every file goes to one language or to the shell, pages under their address', () => {
  const { shell, languages } = split(FILES);
  expect(shell.length + Object.values(languages).flat().length).toBe(FILES.length);
  expect(languages.zh?.map(({ path }) => path)).toContain('zh/basics/first/');
  expect(shell.map(({ path }) => path)).toContain('index.html');
});

describe('the files to be kept', () => {
  it('have no problem when they are whole', () => {
    expect(findPrecacheProblems(split(FILES), PAGES)).toEqual([]);
  });

  it.each(FILES)('without %s are refused', (missing) => {
    const files = FILES.filter((file) => file !== missing);
    expect(findPrecacheProblems(split(files), PAGES)).toHaveLength(1);
  });
});
