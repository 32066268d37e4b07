import { options } from 'virtual:recall/options';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Instant, LearnerEvent } from '../format/event.ts';
import type { Locale } from '../format/locale.ts';
import { storageNamespace } from '../format/storage-keys.ts';
import { applyEvents, foldEvents, type Memories } from '../scheduler/index.ts';
import { type LearnerLog, openBrowserLog } from '../store/index.ts';
import { type Decks, loadDecks } from './decks.ts';
import { applyRenames } from './renames.ts';

/** What the learner studies and what they have done, joined: cards from the site, memory from the log. */
export interface Study {
  readonly decks: Decks;
  readonly log: LearnerLog;
  /** Memory of every card ever answered, kept up to date with answers of this and other tabs. */
  readonly memories: ReadonlySignal<Memories>;
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
  const read = (events: readonly LearnerEvent[]) => applyRenames(events, decks.history);
  const memories = signal(foldEvents(read(log.events())));
  log.subscribe((added) => {
    memories.value = applyEvents(memories.peek(), read(added), read(log.events()));
  });
  return {
    decks,
    log,
    memories,
    now: readClock,
  };
}

function readClock(): Instant {
  const date = new Date();
  return { at: date.getTime(), offsetMinutes: -date.getTimezoneOffset() };
}
