import { describe, expect, test } from 'vitest';
import { parseChangeDates } from '../../../src/integration/hosting/change-dates.ts';
import { createFeed } from '../../../src/integration/hosting/feed.ts';
import { createLlmsText, createPageMarkdown } from '../../../src/integration/hosting/llms.ts';
import type { PublishedPage } from '../../../src/integration/hosting/published-page.ts';
import { createRobotsText } from '../../../src/integration/hosting/robots.ts';
import { createSitemaps } from '../../../src/integration/hosting/sitemap.ts';
import { breakLines } from '../../../src/integration/hosting/text-lines.ts';
import { escapeXml } from '../../../src/integration/hosting/xml.ts';

const DAY_1 = new Date('2026-01-02T03:04:05Z');
const DAY_2 = new Date('2026-02-03T04:05:06Z');

const PAGE: PublishedPage = {
  title: 'A [first] lesson',
  description: 'What it\nsays',
  path: 'en/m/first/',
  locale: 'en',
  module: 'M',
  alternates: [],
  source: 'content/docs/en/m/first.md',
};

describe('sitemap', () => {
  const site = { siteUrl: 'https://a.example/x/', languages: { zh: 'zh-CN', en: 'en' } };

  test('dates what has a date, names other languages, and escapes', () => {
    const { 'sitemap-0.xml': text } = createSitemaps(
      [
        { url: 'https://a.example/x/?a&b', changedAt: DAY_1, alternates: [] },
        {
          url: 'https://a.example/x/zh/',
          alternates: [
            { locale: 'zh', url: 'https://a.example/x/zh/' },
            { locale: 'en', url: 'https://a.example/x/en/' },
          ],
        },
      ],
      site,
    );
    expect(text).toContain('<url><loc>https://a.example/x/?a&amp;b</loc><lastmod>2026-01-02</lastmod></url>');
    expect(text).toContain(
      '<url><loc>https://a.example/x/zh/</loc><xhtml:link rel="alternate" hreflang="zh-CN" href="https://a.example/x/zh/"/><xhtml:link rel="alternate" hreflang="en" href="https://a.example/x/en/"/></url>',
    );
  });

  test('splits at the protocol’s limit', () => {
    const entries = Array.from({ length: 50_001 }, (_, index) => ({ url: `u${index}`, alternates: [] }));
    const files = createSitemaps(entries, site);
    expect(Object.keys(files)).toEqual(['sitemap-index.xml', 'sitemap-0.xml', 'sitemap-1.xml']);
    expect(files['sitemap-1.xml']).toContain('<loc>u50000</loc>');
  });
});

describe('feed', () => {
  const channel = {
    title: 'T',
    description: 'D',
    language: 'en',
    url: 'https://a/en/',
    feedUrl: 'https://a/en/feed.xml',
  };
  const item = { url: 'https://a/en/1/', title: 'One & <two>', description: 'd', changedAt: DAY_1 };

  test('holds the newest first, escaped, and a changed lesson as a new item', () => {
    const feed = createFeed(channel, [item, { ...item, url: 'https://a/en/2/', changedAt: DAY_2 }]);
    expect(feed.indexOf('https://a/en/2/')).toBeLessThan(feed.indexOf('https://a/en/1/'));
    expect(feed).toContain('<title>One &amp; &lt;two&gt;</title>');
    expect(feed).toContain('<pubDate>Fri, 02 Jan 2026 03:04:05 GMT</pubDate>');
    expect(feed).toContain('<guid isPermaLink="false">https://a/en/1/#2026-01-02</guid>');
    expect(feed).toContain('<lastBuildDate>Tue, 03 Feb 2026 04:05:06 GMT</lastBuildDate>');
  });

  test('ends somewhere', () => {
    const many = Array.from({ length: 80 }, (_, index) => ({ ...item, url: `https://a/${index}/` }));
    expect(createFeed(channel, many).match(/<item>/g)).toHaveLength(50);
  });
});

test('dates of change: the newest commit of each file counts', () => {
  const log = '\x001767322000\n\na.md\nb 中.md\n\x001700000000\n\na.md\nc.md\n'.replaceAll(
    '\x001',
    '\u00001',
  );
  expect(Object.fromEntries(parseChangeDates(log))).toEqual({
    'a.md': new Date(1767322000_000),
    'b 中.md': new Date(1767322000_000),
    'c.md': new Date(1700000000_000),
  });
  expect(parseChangeDates('').size).toBe(0);
});

describe('text for language models', () => {
  test('lists lessons below their modules, one line each', () => {
    const module: PublishedPage = { ...PAGE, title: 'M', path: 'en/m/' };
    const { module: _, ...withoutModule } = module;
    const site = { title: 'T', leads: { en: 'L' }, labels: { en: 'English' }, root: '/x/' };
    const textFor = (hasMarkdown: boolean) => createLlmsText([withoutModule, PAGE], { ...site, hasMarkdown });
    expect(textFor(true)).toBe(
      '# T\n\n> L\n\n## English\n\n- [M](/x/en/m/index.md): What it says\n  - [A \\[first\\] lesson](/x/en/m/first/index.md): What it says\n',
    );
    expect(textFor(false)).toBe(textFor(true).replaceAll('index.md', ''));
  });

  test.each([
    ['---\ntitle: x\n---\n\nText.\n', 'Text.'],
    ['---\r\ntitle: x\r\n---\r\nText.\r\n', 'Text.'],
    [
      '---\ntitle: x\n---\n\nimport { A } from "a";\nimport B from "b";\n\nText with --- in it.\n\n---\n\nimport is a word.',
      'Text with --- in it.\n\n---\n\nimport is a word.',
    ],
    ['No frontmatter.', 'No frontmatter.'],
  ])('a page’s Markdown begins with its title: %j', (source, body) => {
    expect(createPageMarkdown(source, PAGE)).toBe(`# A [first] lesson\n\n> What it says\n\n${body}\n`);
  });
});

test('robots.txt names the sitemap where there is one', () => {
  expect(createRobotsText(undefined)).toBe('User-agent: *\nAllow: /\n');
  expect(createRobotsText('https://a/x/')).toContain('Sitemap: https://a/x/sitemap-index.xml');
});

test('XML holds no control characters', () => {
  expect(escapeXml('a\u0000\u001b<b>&"\n中')).toBe('a&lt;b&gt;&amp;&quot;\n中');
});

describe('lines of a picture', () => {
  const measure = (text: string) => [...text].length;

  test.each([
    ['one two three', 7, 9, ['one two', 'three']],
    ['一二三四五六', 4, 9, ['一二三四', '五六']],
    ['一二三，四', 3, 9, ['一二', '三，四']],
    ['用 KVM 运行', 5, 9, ['用 KVM', '运行']],
    ['unbreakable', 4, 9, ['unbreakable']],
    ['a b c d', 1, 2, ['a', '…']],
    ['', 4, 2, []],
  ])('%j in %i columns', (text, width, most, lines) => {
    expect(breakLines(text, { width, most, measure })).toEqual(lines);
  });
});
