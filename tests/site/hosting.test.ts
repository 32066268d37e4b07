import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSite, COURSE, page } from './site-fixture.ts';

const FILES = {
  ...COURSE,
  'content/docs/zh/basics/second.md': page(
    '第二课',
    '只有中文。\n\n:::card{#second}\n问？\n\n***\n\n答。\n:::\n\n:::sources\n- [源](https://example.org/)\n:::',
  ),
};

describe('a site whose address is known', () => {
  const site = buildSite(FILES, '', "site: 'https://example.org', base: '/x',");
  afterAll(() => rmSync(path.dirname(site.dist), { recursive: true, force: true }));
  const read = (file: string) => readFileSync(path.join(site.dist, file), 'utf8');

  it('is built without a warning', () => {
    expect(site.output).toContain('Complete!');
    expect(site.output).not.toMatch(/sitemap\]|SITE_URL/);
  });

  it('lists what is published, with the same page in the other language, and nothing that is not translated', () => {
    expect(read('sitemap-index.xml')).toContain('<loc>https://example.org/x/sitemap-0.xml</loc>');
    const sitemap = read('sitemap-0.xml');
    const urls = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url);
    expect(urls).toContain('https://example.org/x/en/basics/first/');
    expect(urls).toContain('https://example.org/x/zh/basics/second/');
    expect(urls).not.toContain('https://example.org/x/en/basics/second/');
    expect(sitemap).toContain('hreflang="zh-CN" href="https://example.org/x/zh/basics/first/"');
    for (const url of urls) {
      const file = `${String(url).replace('https://example.org/x/', '')}index.html`;
      expect(existsSync(path.join(site.dist, file)), file).toBe(true);
    }
  });

  it('says in each page where it lies, and what stands for it where its link is shared', () => {
    const html = read('en/basics/first/index.html');
    expect(html).toContain('<link rel="canonical" href="https://example.org/x/en/basics/first/"/>');
    expect(html).toContain('hreflang="zh-CN" href="https://example.org/x/zh/basics/first/"');
    expect(html).toContain('content="https://example.org/x/og/en/basics/first.png"');
    expect(html).toContain('name="twitter:card" content="summary_large_image"');
    expect(html).toContain('property="og:locale:alternate" content="zh_CN"');
    for (const [, image] of html.matchAll(
      /property="og:image" content="https:\/\/example\.org\/x\/(.*?)"/g,
    )) {
      const png = readFileSync(path.join(site.dist, String(image)));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });

  it('says on the start page, too, what stands for it', () => {
    const html = read('index.html');
    expect(html).toMatch(/property="og:image" content="https:\/\/example\.org\/x\/og\/zh\.png"/);
    expect(html).toMatch(/rel="canonical" href="https:\/\/example\.org\/x\/?"/);
    expect(existsSync(path.join(site.dist, 'og/zh.png'))).toBe(true);
  });

  it('has no dates and no feed where no history tells them', () => {
    expect(read('sitemap-0.xml')).not.toContain('lastmod');
    expect(existsSync(path.join(site.dist, 'en/feed.xml'))).toBe(false);
    expect(read('en/basics/first/index.html')).not.toContain('application/rss+xml');
  });

  it('leaves the pictures out of what a reader keeps offline, and robots.txt to the root of the host', () => {
    expect(read('sw.js')).not.toContain('/og/');
    expect(existsSync(path.join(site.dist, 'robots.txt'))).toBe(false);
  });

  it('sends headers below its base path', () => {
    expect(read('_headers')).toMatch(/^\/x\/\*\n {2}Content-Security-Policy: default-src 'none'/);
  });
});

describe('a site whose address is not known', () => {
  const site = buildSite(FILES);
  afterAll(() => rmSync(path.dirname(site.dist), { recursive: true, force: true }));
  const read = (file: string) => readFileSync(path.join(site.dist, file), 'utf8');

  it('is built without a warning, and one line says how to get the rest', () => {
    expect(site.output).not.toMatch(/WARN\] \[(?!content|recall)/);
    expect(site.output.match(/SITE_URL/g)).toHaveLength(1);
  });

  it('has nothing that would need the address', () => {
    for (const file of ['sitemap-index.xml', 'en/feed.xml', 'og']) {
      expect(existsSync(path.join(site.dist, file)), file).toBe(false);
    }
    const html = read('en/basics/first/index.html');
    expect(html).not.toMatch(/rel="(?:canonical|sitemap)"|og:image|twitter:card/);
    expect(read('robots.txt')).toBe('User-agent: *\nAllow: /\n');
  });

  it('gives every lesson as plain Markdown, and a list of them', () => {
    expect(read('llms.txt')).toContain('  - [First](/en/basics/first/index.md): First\n');
    expect(read('llms.txt')).not.toContain('/en/basics/second/');
    expect(read('zh/basics/second/index.md')).toMatch(/^# 第二课\n\n> 第二课\n\n只有中文。\n/);
  });

  it('has an error page in each language, kept out of search engines', () => {
    const html = read('404.html');
    expect(html).toContain('<section data-missing="zh" lang="zh-CN">');
    expect(html).toContain('<section data-missing="en" lang="en">');
    expect(html).toContain('action="/en/search/"');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  });

  it('gives every page a policy right behind its character set', () => {
    for (const file of [
      'index.html',
      '404.html',
      'offline-404.html',
      'zh/index.html',
      'en/basics/first/index.html',
    ]) {
      expect(read(file), file).toMatch(
        /<head[^>]*>\s*<meta charset="utf-8"\s*\/?><meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
      );
      expect(read(file).match(/http-equiv="Content-Security-Policy"/g), file).toHaveLength(1);
    }
  });
});
