import { options } from 'virtual:recall/options';
import { storageNamespace } from '../format/storage-keys.ts';
import { findStorage } from '../store/find-storage.ts';
import { createPreferences } from '../store/preferences.ts';
import { followContents } from './frame/contents.ts';
import { copySelects } from './frame/copy-selects.ts';
import { watchLanguageSelects } from './frame/language-select.ts';
import { watchSidebarPane } from './frame/sidebar-pane.ts';
import { watchThemeSelects } from './frame/theme-select.ts';
import { watchWideBlocks } from './frame/wide-blocks.ts';
import { wakeTermNotes } from './glossary/wake-term-notes.ts';
import { pageLocale } from './page-locale.ts';
import { readReturnPoint } from './review/return-point.ts';
import { registerServiceWorker } from './service-worker-registration.ts';

watchSidebarPane();
copySelects();
watchThemeSelects();
watchLanguageSelects();
rememberLocale();
if (options.isKeptOffline) registerServiceWorker(options.base);
wakeTermNotes(options.base);
offerReturn();
// The text comes first; where the reader is in it, and what keys can scroll, can be said later.
if ('requestIdleCallback' in window) requestIdleCallback(accompanyReading);
else setTimeout(accompanyReading, 200);

function accompanyReading(): void {
  followContents();
  watchWideBlocks();
}

/** The start page opens what was read last. */
function rememberLocale(): void {
  const locale = pageLocale();
  if (locale === undefined) return;
  // Without the rest of the store: every page remembers its language, few need more.
  createPreferences(findStorage(window), storageNamespace(options.base)).set('locale', locale);
}

/** The page that was opened from a card of the review leads back to it. */
function offerReturn(): void {
  const point = readReturnPoint(options.base);
  if (point?.source !== location.pathname) return;
  void import('./review/return-bar.ts').then(({ showReturnBar }) => showReturnBar(options.base, point));
}
