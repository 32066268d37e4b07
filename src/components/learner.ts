import { options } from 'virtual:recall/options';
import type { ReadonlySignal } from '@preact/signals';
import type { IdHistory } from '../format/deck.ts';
import type { Instant } from '../format/event.ts';
import { storageNamespace } from '../format/storage-keys.ts';
import type { Schedule } from '../scheduler/index.ts';
import { createBrowserPreferences, type LearnerLog, openBrowserLog } from '../store/index.ts';
import { readClock } from './data/answers.ts';
import { askAfterAnswer } from './data/storage-promise.ts';
import { openKeptSchedule } from './kept-schedule.ts';
import { followClock } from './learner-clock.ts';
import { applyRenames, createRenamer } from './renames.ts';

/** What a learner has done and what it adds up to, without the course. */
export interface Learner {
  readonly log: LearnerLog;
  /** What the whole log adds up to, kept up to date with what is done in this and other tabs. */
  readonly schedule: ReadonlySignal<Schedule>;
  /** The learner's clock. */
  now(): Instant;
  /** The same, for what has to follow it. */
  readonly clock: ReadonlySignal<Instant>;
}

type Renames = Pick<IdHistory, 'renamed'>;

let openedLog: Promise<LearnerLog> | undefined;
let learner: Promise<Learner> | undefined;

/**
 * Opens the log, once for all parts of a page. `history` is the course's and so the same whoever asks; where it cannot
 * be had, the next who asks tries again.
 */
export function openLearner(history: Renames | Promise<Renames>): Promise<Learner> {
  learner ??= createLearner(history).catch((error: unknown) => {
    learner = undefined;
    throw error;
  });
  return learner;
}

async function createLearner(loading: Renames | Promise<Renames>): Promise<Learner> {
  const namespace = storageNamespace(options.base);
  openedLog ??= openBrowserLog(namespace);
  const [history, log] = await Promise.all([loading, openedLog]);
  const preferences = createBrowserPreferences(namespace);
  const { schedule, refresh, keep } = openKeptSchedule({
    log,
    read: createRenamer(history),
    readSome: (events) => applyRenames(events, history),
    stamp: Object.entries(history.renamed).join(';'),
    now: readClock,
  });
  log.subscribe((added) => askAfterAnswer(added, log.events(), preferences));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
    else refresh();
  });
  return { log, schedule, now: readClock, clock: followClock(readClock) };
}
