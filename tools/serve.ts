import { existsSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';
import {
  HEADERS_FILE,
  type HeaderRule,
  headersFor,
  parseHeaders,
} from '../src/integration/hosting/headers.ts';
import { parseBasePath } from './base-path.ts';

/** A finished build and the path under which it is published (with a slash at both ends). */
export interface Site {
  readonly dist: string;
  readonly base: string;
}

/** A server, not yet listening, that answers for a folder as a static host would. */
export function createSiteServer({ dist, base }: Site): Server {
  const root = path.resolve(dist);
  const rules = loadRules(root);
  const sendFile = sirv(root, {
    dev: true,
    etag: true,
    extensions: [],
    setHeaders: (response, pathname) =>
      setHeaders(response, pathname, headersFor(rules, base + pathname.slice(1))),
  });

  return createServer((request, response) => {
    const [pathname = '/', query] = splitUrl(request.url);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sendText(response, 405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
    }
    if (`${pathname}/` === base || (pathname === '/' && base !== '/'))
      return redirect(response, base + query);
    if (!pathname.startsWith(base)) return sendText(response, 404, `Nothing here: the site is at ${base}`);

    const inner = pathname.slice(base.length - 1);
    if (isFolder(root, inner)) return redirect(response, `${pathname}/${query}`);
    request.url = inner.endsWith('/') ? `${inner}index.html` : inner;
    try {
      sendFile(request, response, () => sendNotFound(response, root, headersFor(rules, pathname)));
    } catch {
      // sirv throws at a byte range that ends before it starts, with the headers already sent.
      response.destroy();
    }
  });
}

/**
 * Serves a site until SIGINT or SIGTERM and prints its URL; port 0 takes a free one.
 * @throws Error with a sentence for the user if the site is missing or the port is taken.
 */
export async function serve(site: Site, port: number): Promise<void> {
  if (!existsSync(path.join(site.dist, 'index.html'))) {
    throw new Error(`There is no site in ${path.resolve(site.dist)}: run “npm run build” first.`);
  }
  const server = createSiteServer(site);
  await listen(server, port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
  const address = server.address() as AddressInfo;
  console.log(`VirtDeck is ready: http://localhost:${address.port}${site.base}`);
}

/**
 * The site and port that the environment asks for: `DIST`, `BASE_PATH`, `PORT`.
 * @throws Error with a sentence for a value that does not fit.
 */
export function parseServeSettings(env: NodeJS.ProcessEnv): { site: Site; port: number } {
  const { DIST, BASE_PATH, PORT } = env;
  const port = Number(PORT || 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT “${PORT}” is no port: give a number from 0 (any free one) to 65535.`);
  }
  return { site: { dist: DIST || 'dist', base: parseBasePath(BASE_PATH) }, port };
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.pf_\w+$/, 'application/octet-stream'],
  [/\.m?js$/, 'text/javascript;charset=utf-8'],
  [/\.css$/, 'text/css;charset=utf-8'],
  [/\.(?:txt|md)$/, 'text/plain;charset=utf-8'],
];

function setHeaders(response: ServerResponse, pathname: string, headers: Map<string, string>): void {
  const type = TYPES.find(([pattern]) => pattern.test(pathname))?.[1];
  if (type) response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeaders(headers);
}

/** What the build wants a host to send; a folder without `_headers` is served without any of its own. */
function loadRules(root: string): readonly HeaderRule[] {
  const file = path.join(root, HEADERS_FILE);
  return existsSync(file) ? parseHeaders(readFileSync(file, 'utf8')) : [];
}

/** The path as it was asked for, and the query with its `?`, or an empty one. */
function splitUrl(url = '/'): [string, string] {
  const start = url.indexOf('?');
  return start < 0 ? [url, ''] : [url.slice(0, start), url.slice(start)];
}

/** Whether a path without a slash at its end names a folder of the site. */
function isFolder(root: string, pathname: string): boolean {
  if (pathname.endsWith('/') || pathname.startsWith('//')) return false;
  const file = path.join(root, decode(pathname));
  return (
    file.startsWith(root + path.sep) && (statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false)
  );
}

/** A malformed or dangerous encoding names nothing. */
function decode(pathname: string): string {
  try {
    const text = decodeURIComponent(pathname);
    return text.includes('\0') ? '' : text;
  } catch {
    return '';
  }
}

function redirect(response: ServerResponse, location: string): void {
  // Not 301: browsers keep that one for good, also for the next project on this port.
  sendText(response, 302, '', { Location: location });
}

async function sendNotFound(
  response: ServerResponse,
  root: string,
  headers: Map<string, string>,
): Promise<void> {
  const page = await readFile(path.join(root, '404.html')).catch(() => undefined);
  if (!page) return sendText(response, 404, 'Not found.');
  response.setHeaders(headers);
  response.writeHead(404, {
    'Content-Type': 'text/html;charset=utf-8',
    'Content-Length': page.length,
    'Cache-Control': 'no-cache',
  });
  response.end(page);
}

function sendText(response: ServerResponse, status: number, text: string, headers = {}): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain;charset=utf-8',
    'Cache-Control': 'no-cache',
    ...headers,
  });
  response.end(text);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'another program uses it' : error.message;
      reject(new Error(`Port ${port} can’t be used: ${reason}. Choose another one: PORT=4322 npm start`));
    });
    server.listen(port, resolve);
  });
}

if (import.meta.main) {
  try {
    const { site, port } = parseServeSettings(process.env);
    await serve(site, port);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
