import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHeaderRules, formatHeaders, HEADERS_FILE } from '../../src/integration/hosting/headers.ts';
import { createSiteServer, parseServeSettings } from '../../tools/serve.ts';

const FILES: Readonly<Record<string, string>> = {
  'index.html': 'home',
  '404.html': 'no such page',
  'zh/index.html': '首页',
  'zh/a b/index.html': 'spaces',
  'zh/note.txt': '说明',
  'sw.js': 'self.x = 1;',
  'manifest.webmanifest': '{}',
  'recall/deck.json': '{}',
  '_astro/app.abc123.js': '1',
  '_astro/app.abc123.css': 'a{}',
  'pagefind/pagefind.zh.pf_meta': 'meta',
  'pagefind/fragment/zh_1.pf_fragment': 'fragment',
};

let dist: string;

beforeAll(() => {
  const parent = mkdtempSync(path.join(tmpdir(), 'recall-serve-'));
  writeFileSync(path.join(parent, 'secret.txt'), 'secret');
  dist = path.join(parent, 'dist');
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(dist, name)), { recursive: true });
    writeFileSync(path.join(dist, name), text);
  }
});

afterAll(() => rmSync(path.dirname(dist), { recursive: true }));

describe.each(['/', '/x/', '/a/b/'])('a site under %s', (base) => {
  const site = useServer(base);

  test.each([
    ['', 200, 'home', 'text/html;charset=utf-8'],
    ['zh/', 200, '首页', 'text/html;charset=utf-8'],
    ['zh/index.html', 200, '首页', 'text/html;charset=utf-8'],
    ['zh/a%20b/', 200, 'spaces', 'text/html;charset=utf-8'],
    ['zh/note.txt', 200, '说明', 'text/plain;charset=utf-8'],
    ['sw.js', 200, 'self.x = 1;', 'text/javascript;charset=utf-8'],
    ['manifest.webmanifest', 200, '{}', 'application/manifest+json'],
    ['recall/deck.json', 200, '{}', 'application/json'],
    ['_astro/app.abc123.css', 200, 'a{}', 'text/css;charset=utf-8'],
    ['pagefind/pagefind.zh.pf_meta?ts=1', 200, 'meta', 'application/octet-stream'],
    ['pagefind/fragment/zh_1.pf_fragment', 200, 'fragment', 'application/octet-stream'],
    ['nothing/', 404, 'no such page', 'text/html;charset=utf-8'],
    ['nothing.js', 404, 'no such page', 'text/html;charset=utf-8'],
    ['404/', 404, 'no such page', 'text/html;charset=utf-8'],
    ['pagefind/', 404, 'no such page', 'text/html;charset=utf-8'],
    ['zh/%E0%A4%A', 404, 'no such page', 'text/html;charset=utf-8'],
    ['zh/%00', 404, 'no such page', 'text/html;charset=utf-8'],
    ['../secret.txt', 404, undefined, undefined],
    ['%2e%2e/secret.txt', 404, 'no such page', 'text/html;charset=utf-8'],
    ['%2e%2e%2fsecret.txt', 404, 'no such page', 'text/html;charset=utf-8'],
  ])('answers %s with %i', async (name, status, body, type) => {
    const answer = await get(site(), base + name);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('secret');
    if (body !== undefined) expect(answer).toMatchObject({ body, headers: { 'content-type': type } });
  });

  test.each([
    ['zh', 'zh/'],
    ['zh?q=1&r=2', 'zh/?q=1&r=2'],
    ['zh/a%20b', 'zh/a%20b/'],
  ])('redirects %s to the folder', async (name, target) => {
    expect(await get(site(), base + name)).toMatchObject({
      status: 302,
      headers: { location: base + target },
    });
  });

  test('never redirects to another host', async () => {
    expect((await get(site(), '//zh')).headers.location).toBeUndefined();
    expect((await get(site(), `${base}/zh`)).headers.location).toBeUndefined();
  });

  test('sends the headers of the build’s own file, with pages and with the error page', async () => {
    for (const name of ['', 'zh/', 'sw.js', 'nothing', '_astro/app.abc123.js']) {
      const { headers } = await get(site(), base + name);
      expect(headers['x-content-type-options'], name).toBe('nosniff');
      expect(headers['content-security-policy'], name).toBe("default-src 'none'");
    }
  });

  test('lets only hashed files be kept', async () => {
    const hashed = await get(site(), `${base}_astro/app.abc123.js`);
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const name of ['', 'sw.js', 'zh', 'nothing']) {
      expect((await get(site(), base + name)).headers['cache-control'], name).toBe('no-cache');
    }
  });

  test('answers a known tag with 304', async () => {
    const { etag = '' } = (await get(site(), base)).headers;
    expect(await get(site(), base, { headers: { 'if-none-match': etag } })).toMatchObject({
      status: 304,
      body: '',
    });
  });

  test('answers HEAD without a body and refuses to be written to', async () => {
    expect(await get(site(), base, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(await get(site(), `${base}nothing`, { method: 'HEAD' })).toMatchObject({ status: 404, body: '' });
    expect(await get(site(), base, { method: 'POST' })).toMatchObject({ status: 405 });
  });

  test('survives a range that ends before it starts', async () => {
    await expect(get(site(), base, { headers: { range: 'bytes=3-1' } })).rejects.toThrow();
    expect(await get(site(), base)).toMatchObject({ status: 200 });
  });
});

describe('outside of the base', () => {
  const site = useServer('/x/');

  test.each([
    ['/', 302, '/x/'],
    ['/x', 302, '/x/'],
    ['/x?q=1', 302, '/x/?q=1'],
    ['/zh/', 404, undefined],
    ['/xy/', 404, undefined],
    ['/index.html', 404, undefined],
  ])('answers %s with %i', async (url, status, location) => {
    const answer = await get(site(), url);
    expect(answer.status).toBe(status);
    expect(answer.headers.location).toBe(location);
  });
});

describe('settings', () => {
  test.each([
    [{}, { site: { dist: 'dist', base: '/' }, port: 4321 }],
    [
      { PORT: '0', BASE_PATH: '', DIST: '' },
      { site: { dist: 'dist', base: '/' }, port: 0 },
    ],
    [
      { PORT: '80', BASE_PATH: 'x', DIST: 'dist-x' },
      { site: { dist: 'dist-x', base: '/x/' }, port: 80 },
    ],
    [{ BASE_PATH: '/x' }, { site: { dist: 'dist', base: '/x/' }, port: 4321 }],
    [{ BASE_PATH: '/a/b.c_d~e-f/' }, { site: { dist: 'dist', base: '/a/b.c_d~e-f/' }, port: 4321 }],
  ])('%o', (env, settings) => {
    expect(parseServeSettings(env)).toEqual(settings);
  });

  test.each([
    [{ PORT: 'http' }, 'PORT “http” is no port: give a number from 0 (any free one) to 65535.'],
    [{ PORT: '65536' }, 'PORT “65536” is no port: give a number from 0 (any free one) to 65535.'],
    [{ PORT: '-1' }, 'PORT “-1” is no port: give a number from 0 (any free one) to 65535.'],
    [{ BASE_PATH: 'http://a/' }, 'BASE_PATH “http://a/” is no path: write it like “/x/”.'],
    [{ BASE_PATH: '/a/../b' }, 'BASE_PATH “/a/../b” is no path: write it like “/x/”.'],
    [{ BASE_PATH: '/a b' }, 'BASE_PATH “/a b” is no path: write it like “/x/”.'],
  ])('refuses %o', (env, sentence) => {
    expect(() => parseServeSettings(env)).toThrow(sentence);
  });
});

/** Starts a server for the tests of a group; the result gives its port. */
function useServer(base: string): () => number {
  let server: Server;
  beforeAll(async () => {
    const rules = createHeaderRules(base, "default-src 'none'");
    writeFileSync(path.join(dist, HEADERS_FILE), formatHeaders(rules));
    server = createSiteServer({ dist, base });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return () => (server.address() as AddressInfo).port;
}

/** Unlike `fetch`, sends a path as it is, follows no redirect and does not normalize `..`. */
function get(port: number, url: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: string }>(
    (resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path: url, agent: false, ...options }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end();
    },
  );
}
