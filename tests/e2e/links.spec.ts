import type { APIRequestContext } from '@playwright/test';
import { expect, subpathSiteUrl, test } from './console.ts';

/** Every page reachable by links from the start page, with its HTML, by path. */
async function crawl(request: APIRequestContext, base: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const queue = [base];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (pages.has(path)) continue;
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), `${path} answers`).toBe(200);
    const html = await response.text();
    pages.set(path, html);
    for (const link of linksOf(html)) {
      const target = new URL(link, `http://site${path}`);
      if (target.host === 'site' && target.pathname.endsWith('/')) queue.push(target.pathname);
    }
  }
  return pages;
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
}

for (const base of ['/', '/x/'] as const) {
  test.describe(`all links at ${base}`, () => {
    if (base === '/x/') test.use({ baseURL: subpathSiteUrl() });

    test('lead to a page, and to a place in it that exists', async ({ request }) => {
      const pages = await crawl(request, base);
      expect(pages.size).toBeGreaterThan(15);
      const broken: string[] = [];
      for (const [path, html] of pages) {
        for (const link of linksOf(html)) {
          const target = new URL(link, `http://site${path}`);
          if (target.host !== 'site') continue;
          const page = pages.get(target.pathname);
          const id = decodeURIComponent(target.hash.slice(1));
          if (!target.pathname.startsWith(base)) broken.push(`${path} leaves the base path: ${link}`);
          else if (page === undefined) broken.push(`${path} → ${link}`);
          // `#module=…` is a setting for the page's script.
          else if (id && !id.includes('=') && !page.includes(`id="${id}"`))
            broken.push(`${path} → ${link}: no such place`);
        }
      }
      expect(broken).toEqual([]);
    });
  });
}
