/// <reference lib="webworker" />
import { clientsClaim, setCacheNameDetails } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  getCacheKeyForURL,
  matchPrecache,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { PREFIX } from '../format/prefix.ts';
import { OFFLINE_404 } from './precache.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: (string | { url: string; revision: string })[];
};

const scope = new URL(self.registration.scope);

setCacheNameDetails({ prefix: PREFIX });
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST, {
  // Pagefind asks for its entry file with `?ts=<now>`: https://github.com/Pagefind/pagefind/issues/59
  ignoreURLParametersMatching: [/^ts$/, /^utm_/, /^fbclid$/],
  directoryIndex: 'index.html',
  cleanURLs: false,
});
registerRoute(new NavigationRoute(({ request, url }) => openPage(request, url)));
clientsClaim();

// The page asks for this when the learner has agreed: never in the middle of a card.
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});

/** A page whatever its query and trailing slash: from the cache, else from the network, else the error page. */
async function openPage(request: Request, url: URL): Promise<Response> {
  const path = url.pathname;
  if (path.endsWith('/')) {
    const page = await matchPrecache(`${path}index.html`);
    if (page) return page;
  } else if (getCacheKeyForURL(`${path}/index.html`)) {
    return Response.redirect(`${path}/${url.search}`, 302);
  }
  try {
    return await fetch(request);
  } catch {
    const page = await matchPrecache(new URL(OFFLINE_404, scope).pathname);
    return new Response(page?.body ?? null, {
      status: 404,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    });
  }
}
