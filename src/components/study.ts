import { options } from 'virtual:recall/options';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Locale } from '../format/locale.ts';
import { storageNamespace } from '../format/storage-keys.ts';
import type { Memories } from '../scheduler/index.ts';
import { createBrowserPreferences } from '../store/index.ts';
import { watchAppBadge } from './app-badge.ts';
import { hasFolder } from './data/folder-choice.ts';
import type { FolderKeeper } from './data/folder-keeper.ts';
import { type Decks, loadDecks } from './decks.ts';
import { keepPromises } from './keep-promises.ts';
import { type Learner, openLearner } from './learner.ts';

/** What the learner studies and what they have done, joined: cards from the site, memory from the log. */
export interface Study extends Learner {
  readonly decks: Decks;
  /** The memories of {@link Study.schedule}. */
  readonly memories: ReadonlySignal<Memories>;
  /** The automatic backup, once it has been loaded, where a folder was chosen. */
  readonly folder: ReadonlySignal<FolderKeeper | undefined>;
}

/**
 * Opens the log and loads the deck of the site in one locale, once for all parts of a page.
 * @throws Error when the deck cannot be read, as {@link loadDecks}; the log opens whatever the browser allows.
 */
export const openStudy = keepPromises(async (locale: Locale): Promise<Study> => {
  const loading = loadDecks(options.base, locale);
  const [decks, learner] = await Promise.all([loading, openLearner(loading.then(({ history }) => history))]);
  const { log, schedule } = learner;
  const preferences = createBrowserPreferences(storageNamespace(options.base));
  const folder = signal<FolderKeeper | undefined>(undefined);
  if (hasFolder(preferences)) {
    void import('./data/open-folder-keeper.ts').then(({ openFolderKeeper }) => {
      folder.value = openFolderKeeper(log, preferences);
    });
  }
  const study: Study = {
    ...learner,
    decks,
    memories: computed(() => schedule.value.memories),
    folder,
  };
  watchAppBadge(study);
  return study;
});
