import { options } from 'virtual:recall/options';
import { storageNamespace } from '../format/storage-keys.ts';
import { createBrowserPreferences } from '../store/index.ts';
import { registerServiceWorker } from './service-worker-registration.ts';
import { allowSearch } from './trusted-types.ts';

rememberLocale();
allowSearch(options.base);
if (options.isKeptOffline) registerServiceWorker(options.base);
// Most of a page's scripts are not needed before something on it is touched.
if (document.querySelector('.recall-gloss')) {
  void import('./glossary/term-popover.ts').then(({ explainTerms }) => explainTerms(options.base));
}

/** The start page opens what was read last. */
function rememberLocale(): void {
  const locale = location.pathname.slice(options.base.length).split('/')[0] ?? '';
  if (!(locale in options.languages)) return;
  createBrowserPreferences(storageNamespace(options.base)).set('locale', locale);
}
