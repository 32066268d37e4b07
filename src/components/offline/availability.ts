import { options } from 'virtual:recall/options';

/** Why nothing can be kept here; each has a text. */
export type Unavailable = 'insecure' | 'unsupported' | 'refused' | 'off';

/** A page waits so long for its worker; a slow first visit is told later, when the worker is there. */
const PATIENCE_MS = 5000;

/** Whether this browser keeps the site, or why not. Resolves at the latest when a refusal is certain. */
export async function findUnavailable(): Promise<Unavailable | undefined> {
  if (!options.isKeptOffline) return 'off';
  if (!isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator)) return 'unsupported';
  for (;;) {
    const isReady = await Promise.race([
      navigator.serviceWorker.ready.then(() => true),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS)),
    ]);
    if (isReady) return undefined;
    // Being installed takes as long as the network needs.
    const registration = await navigator.serviceWorker.getRegistration(options.base).catch(() => undefined);
    if (!registration?.installing && !registration?.waiting && !registration?.active) return 'refused';
  }
}
