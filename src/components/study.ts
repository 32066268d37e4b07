import { options } from 'virtual:recall/options';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Instant } from '../format/event.ts';
import type { Locale } from '../format/locale.ts';
import { storageNamespace } from '../format/storage-keys.ts';
import type { Memories, Schedule } from '../scheduler/index.ts';
import { createBrowserPreferences, type LearnerLog, openBrowserLog } from '../store/index.ts';
import { watchAppBadge } from './app-badge.ts';
import { readClock } from './data/answers.ts';
import { hasFolder } from './data/folder-choice.ts';
import type { FolderKeeper } from './data/folder-keeper.ts';
import { askAfterAnswer } from './data/storage-promise.ts';
import { type Decks, loadDecks } from './decks.ts';
import { openKeptSchedule } from './kept-schedule.ts';
import { applyRenames, createRenamer } from './renames.ts';

/** What the learner studies and what they have done, joined: cards from the site, memory from the log. */
export interface Study {
  readonly decks: Decks;
  readonly log: LearnerLog;
  /** What the whole log adds up to, kept up to date with what is done in this and other tabs. */
  readonly schedule: ReadonlySignal<Schedule>;
  /** The memories of {@link Study.schedule}. */
  readonly memories: ReadonlySignal<Memories>;
  /** The automatic backup, once it has been loaded, where a folder was chosen. */
  readonly folder: ReadonlySignal<FolderKeeper | undefined>;
  /** The learner's clock. */
  now(): Instant;
}

/**
 * Opens the log and loads the deck of the site in one locale.
 * @throws Error in plain words when the deck cannot be read; the log opens whatever the browser allows.
 */
export async function openStudy(locale: Locale): Promise<Study> {
  const [decks, log] = await Promise.all([
    loadDecks(options.base, locale),
    openBrowserLog(storageNamespace(options.base)),
  ]);
  const preferences = createBrowserPreferences(storageNamespace(options.base));
  const { schedule, refresh, keep } = openKeptSchedule({
    log,
    read: createRenamer(decks.history),
    readSome: (events) => applyRenames(events, decks.history),
    stamp: Object.entries(decks.history.renamed).join(';'),
    now: readClock,
  });
  log.subscribe((added) => askAfterAnswer(added, log.events(), preferences));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
    else refresh();
  });
  const folder = signal<FolderKeeper | undefined>(undefined);
  if (hasFolder(preferences)) {
    void import('./data/open-folder-keeper.ts').then(({ openFolderKeeper }) => {
      folder.value = openFolderKeeper(log, preferences);
    });
  }
  const study: Study = {
    decks,
    log,
    schedule,
    memories: computed(() => schedule.value.memories),
    folder,
    now: readClock,
  };
  watchAppBadge(study);
  return study;
}
