import { trustedScriptUrl } from './trusted-types.ts';

/** The worker's file below the base path, as the build writes it. */
const WORKER_FILE = 'sw.js';

/** Keeps the site for offline use once the page has loaded. A browser without service workers goes on online. */
export function registerServiceWorker(base: string): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const register = async () => {
    try {
      const registration = await navigator.serviceWorker.register(trustedScriptUrl(base + WORKER_FILE), {
        scope: base,
      });
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
