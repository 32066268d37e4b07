import type { UpdateTexts } from '../../format/update-texts.ts';
import type { Preferences } from '../../store/index.ts';
import { whenHandIsEmpty, whenHandMoves } from './busy.ts';
import { showUpdateBar } from './update-bar.ts';

interface Settings {
  readonly texts: UpdateTexts;
  readonly preferences: Preferences;
}

/**
 * Offers a new version of the site once it is wholly here and nothing is in hand, and takes it over when this tab or
 * another one has agreed: one reload each. Looks for one now and then while the page stays open.
 */
export function watchUpdates(
  registration: ServiceWorkerRegistration,
  { texts, preferences }: Settings,
): void {
  const { serviceWorker } = navigator;
  // The first version takes charge of a page that came from the network, or through the worker of a site above this
  // one; that is no change for its reader.
  const own = registration.active ?? registration.waiting ?? registration.installing;
  let isControlled = serviceWorker.controller?.scriptURL === own?.scriptURL;
  let isReloading = false;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isControlled && !isReloading) {
      isReloading = true;
      whenHandMoves(() => location.reload());
    }
    isControlled = true;
  });

  const offer = () => {
    if (!registration.waiting || !serviceWorker.controller || isPutOff(preferences)) return;
    whenHandIsEmpty(() =>
      showUpdateBar({
        texts,
        onAccept: () => {
          if (registration.waiting) registration.waiting.postMessage({ type: 'SKIP_WAITING' });
          else location.reload();
        },
        onPutOff: () => preferences.set(PUT_OFF, String(Date.now())),
      }),
    );
  };
  const follow = () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') offer();
    });
  };
  registration.addEventListener('updatefound', follow);
  follow();
  offer();
  checkNowAndThen(registration);
}

/** After “later” the bar stays away for so long; closing every tab takes the new version over as well. */
const PUT_OFF_MS = 12 * 3_600_000;
const PUT_OFF = 'update-put-off';

const CHECK_EVERY_MS = 3_600_000;
const CHECK_AT_MOST_EVERY_MS = 600_000;

function isPutOff(preferences: Preferences): boolean {
  return Math.abs(Date.now() - Number(preferences.get(PUT_OFF) ?? 0)) < PUT_OFF_MS;
}

/** Browsers look for a new version only when a page is opened; a tab may stay open for weeks. */
function checkNowAndThen(registration: ServiceWorkerRegistration): void {
  let checkedAt = Date.now();
  const check = () => {
    if (document.visibilityState !== 'visible' || !navigator.onLine) return;
    if (Math.abs(Date.now() - checkedAt) < CHECK_AT_MOST_EVERY_MS) return;
    checkedAt = Date.now();
    registration.update().catch(() => undefined);
  };
  document.addEventListener('visibilitychange', check);
  addEventListener('online', check);
  setInterval(check, CHECK_EVERY_MS);
}
