/// <reference lib="webworker" />
import type { WorkerReply } from '../format/offline.ts';
import { isOwnCache } from './cache-names.ts';

declare const self: ServiceWorkerGlobalScope;

// Put in the place of `sw.js`, it takes back what that one did: no file is kept any more, every page comes from the
// network. Caches of other sites stay, and so do the learner’s answers, which are not in a cache.
self.addEventListener('install', (event) => {
  void self.skipWaiting();
  // Not left to `activate`: Chromium lets the worker before finish first, and a busy or broken one may take minutes.
  event.waitUntil(dropCaches());
  // Begins when the installation has ended, which must not wait for it.
  void self.registration.unregister();
});
// What the worker before may have kept while it went.
self.addEventListener('activate', (event) =>
  event.waitUntil(dropCaches().then(() => self.registration.unregister())),
);
// A page that asks is told at once that nothing is kept.
self.addEventListener('message', ({ ports }) =>
  ports[0]?.postMessage({ type: 'failed', reason: 'other' } satisfies WorkerReply),
);

async function dropCaches(): Promise<void> {
  const { scope } = self.registration;
  const names = await self.caches.keys();
  await Promise.all(names.filter((name) => isOwnCache(name, scope)).map((name) => self.caches.delete(name)));
}
