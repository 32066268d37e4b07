import { options } from 'virtual:recall/options';
import type { Locale } from '../../format/locale.ts';
import { storageNamespace } from '../../format/storage-keys.ts';
import { findStorage } from '../../store/find-storage.ts';
import { createPreferences } from '../../store/preferences.ts';
import { createTexts, type Texts } from '../texts.ts';
import { openCourseSearch } from './course-search.ts';
import { createRecentSearches } from './recent.ts';
import { createSearchState, type SearchState } from './search-state.ts';

/** Everything that a panel needs. Rejects where the search cannot be loaded. */
export async function openPanel(
  locale: Locale,
): Promise<{ readonly state: SearchState; readonly texts: Texts }> {
  const search = await openCourseSearch(locale);
  const recent = createRecentSearches(createPreferences(findStorage(window), storageNamespace(options.base)));
  return {
    state: createSearchState(search, recent),
    texts: createTexts(search.index.texts, search.index.language),
  };
}
