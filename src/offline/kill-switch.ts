/// <reference lib="webworker" />
import { isOwnCache } from './cache-names.ts';

declare const self: ServiceWorkerGlobalScope;

// Put in the place of `sw.js`, it takes back what that one did: no file is kept any more, every page comes from the
// network. Caches of other sites stay, and so do the learner’s answers, which are not in a cache.
self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  const { scope } = self.registration;
  const names = await self.caches.keys();
  await Promise.all(names.filter((name) => isOwnCache(name, scope)).map((name) => self.caches.delete(name)));
  await self.registration.unregister();
}
