import { trustedScriptUrl } from './trusted-types.ts';

/** The worker's file below the base path, as the build writes it. */
const WORKER_FILE = 'sw.js';

/** Keeps the site for offline use once the page has loaded. A browser without service workers goes on online. */
export function registerServiceWorker(base: string): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const register = async () => {
    try {
      const registration = await findRegistration(base);
      if (!registration) return;
      const { followWorker } = await import('./offline/follow-worker.ts');
      followWorker(registration);
    } catch (error) {
      console.info('This browser does not keep the site for offline use:', error);
    }
  };
  // After loading, so that the first visit is not slowed down by fetching everything else.
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register(), { once: true });
}

/**
 * The registration of the site’s worker, made if there is none. A page that is served by it never registers it: that
 * would take back an `unregister` of the kill switch, and the old worker would stay.
 */
async function findRegistration(base: string): Promise<ServiceWorkerRegistration | undefined> {
  const { serviceWorker } = navigator;
  const file = base + WORKER_FILE;
  if (serviceWorker.controller?.scriptURL === location.origin + file)
    return serviceWorker.getRegistration(base);
  return serviceWorker.register(trustedScriptUrl(file), { scope: base });
}
