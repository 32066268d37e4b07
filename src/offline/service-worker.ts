/// <reference lib="webworker" />
import { NavigationRoute, registerRoute } from 'workbox-routing';
import type { WorkerReply, WorkerRequest } from '../format/offline.ts';
import { readAddress } from './address.ts';
import { isFull } from './bundle.ts';
import { shellCacheName } from './cache-names.ts';
import { createLibrary } from './library.ts';
import { OFFLINE_404, offlinePage } from './precache.ts';
import { answerRequest } from './requests.ts';
import { createShell, type ShellEntry } from './shell.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: unknown };

const { scope } = self.registration;
const base = new URL(scope).pathname;
const entries = self.__WB_MANIFEST as readonly ShellEntry[];
const shell = createShell(entries, base);
const library = createLibrary({
  paths: entries.map(({ url }) => url.slice(base.length)),
  shell,
  host: { caches: self.caches, fetch: self.fetch.bind(self), scope, now: Date.now },
});

registerRoute(new NavigationRoute(({ request, url }) => openPage(request, url)));
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(base),
  async ({ request, url }) => (await library.find(url.pathname.slice(base.length))) ?? fetch(request),
);

self.addEventListener('install', (event) => event.waitUntil(install(event)));
self.addEventListener('activate', (event) => event.waitUntil(activate(event)));
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const request = event.data as WorkerRequest | null;
  // The page asks for this when the learner has agreed: never in the middle of a card.
  if (request?.type === 'SKIP_WAITING') void self.skipWaiting();
  const [port] = event.ports;
  if (!request || !port) return;
  const say = (reply: WorkerReply) => port.postMessage(reply);
  event.waitUntil(answerRequest(request, { shell, library, base, registration: self.registration }, say));
});

/** The shell and, with it or not at all, every language that the version before had kept. */
async function install(event: ExtendableEvent): Promise<void> {
  await shell.install(event).catch(async (error: unknown) => {
    // On a first visit, the room that is left belongs to the learner’s answers.
    if (isFull(error) && !self.registration.active) await self.caches.delete(shellCacheName(scope));
    throw error;
  });
  if (self.registration.active) return library.update();
  // A first visit: the language of the pages that are open. What fails here, the page tries again.
  const clients = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const paths = clients.map(({ url }) => new URL(url).pathname.slice(base.length));
  const locales = new Set(paths.map((path) => path.split('/')[0] ?? ''));
  if (!isSparing()) await library.keep(locales).catch(() => undefined);
}

async function activate(event: ExtendableEvent): Promise<void> {
  await shell.activate(event);
  await library.prune();
  await self.clients.claim();
}

/** A page whatever its query and trailing slash: from what is kept, else the network, else a page that says why. */
async function openPage(request: Request, url: URL): Promise<Response> {
  const asked = readAddress(url.pathname, base);
  for (const { path, isElsewhere } of asked) {
    const page = await library.find(path);
    if (page) return isElsewhere ? Response.redirect(`${base}${path}${url.search}`, 302) : page;
  }
  try {
    return await fetch(request);
  } catch {
    const locale = await library.localeOf(asked.map(({ path }) => path));
    return locale === undefined ? sayInstead(OFFLINE_404, 404) : sayInstead(offlinePage(locale), 503);
  }
}

async function sayInstead(path: string, status: number): Promise<Response> {
  const page = await shell.find(path);
  const headers = new Headers(page?.headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(page?.body ?? null, { status, headers });
}

/** Whether the reader has asked their browser to save data. */
function isSparing(): boolean {
  const { connection } = self.navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData ?? false;
}
