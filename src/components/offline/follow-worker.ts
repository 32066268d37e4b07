import { options } from 'virtual:recall/options';
import { updateTexts } from 'virtual:recall/update-texts';
import { storageNamespace } from '../../format/storage-keys.ts';
import { findStorage } from '../../store/find-storage.ts';
import { createPreferences } from '../../store/preferences.ts';
import { pageLocale } from '../page-locale.ts';
import { keepLanguage } from './keep-language.ts';
import { watchUpdates } from './watch-updates.ts';

/** What a page does beside the worker that has been registered: watches for a new version, keeps its language. */
export function followWorker(registration: ServiceWorkerRegistration): void {
  const preferences = createPreferences(findStorage(window), storageNamespace(options.base));
  const locale = pageLocale();
  const texts = updateTexts[locale ?? options.defaultLocale];
  if (texts) watchUpdates(registration, { texts, preferences });
  if (locale !== undefined) void keepLanguage(locale, preferences);
}
