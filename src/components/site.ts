import { options } from 'virtual:recall/options';
import { storageNamespace } from '../format/storage-keys.ts';
import { findStorage } from '../store/find-storage.ts';
import { createPreferences } from '../store/preferences.ts';
import { wakeTermNotes } from './glossary/wake-term-notes.ts';
import { readReturnPoint } from './review/return-point.ts';
import { registerServiceWorker } from './service-worker-registration.ts';

rememberLocale();
if (options.isKeptOffline) registerServiceWorker(options.base);
wakeTermNotes(options.base);
offerReturn();

/** The start page opens what was read last. */
function rememberLocale(): void {
  const locale = location.pathname.slice(options.base.length).split('/')[0] ?? '';
  if (!(locale in options.languages)) return;
  // Without the rest of the store: every page remembers its language, few need more.
  createPreferences(findStorage(window), storageNamespace(options.base)).set('locale', locale);
}

/** The page that was opened from a card of the review leads back to it. */
function offerReturn(): void {
  const point = readReturnPoint(options.base);
  if (point?.source !== location.pathname) return;
  void import('./review/return-bar.ts').then(({ showReturnBar }) => showReturnBar(options.base, point));
}
