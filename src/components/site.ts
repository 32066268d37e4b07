import { options } from 'virtual:recall/options';
import { storageNamespace } from '../format/storage-keys.ts';
import { createBrowserPreferences } from '../store/index.ts';
import { registerServiceWorker } from './service-worker-registration.ts';

rememberLocale();
registerServiceWorker(options.base);

/** The start page opens what was read last. */
function rememberLocale(): void {
  const locale = location.pathname.slice(options.base.length).split('/')[0] ?? '';
  if (!(locale in options.languages)) return;
  createBrowserPreferences(storageNamespace(options.base)).set('locale', locale);
}
