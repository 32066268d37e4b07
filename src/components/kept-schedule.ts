import { type ReadonlySignal, signal } from '@preact/signals';
import type { Instant, LearnerEvent } from '../format/event.ts';
import {
  applyToSchedule,
  decodeSchedule,
  encodeSchedule,
  foldLog,
  type Schedule,
} from '../scheduler/index.ts';
import type { LearnerLog } from '../store/index.ts';

/** What a schedule is kept up to date from. */
export interface KeptScheduleOptions {
  readonly log: Pick<LearnerLog, 'events' | 'subscribe' | 'watchLoss' | 'cache'>;
  /** Reads the whole log, or some events of it, under the ids of today. */
  readonly read: (events: readonly LearnerEvent[]) => readonly LearnerEvent[];
  readonly readSome: (events: readonly LearnerEvent[]) => readonly LearnerEvent[];
  /** Names what else the schedule depends on: a kept one of another stamp is not used. */
  readonly stamp: string;
  readonly now: () => Instant;
}

/** A schedule that follows its log. */
export interface KeptSchedule {
  readonly schedule: ReadonlySignal<Schedule>;
  /** Takes in what has come of age since: to be called when the page is looked at again. */
  refresh(): void;
  /** Keeps the schedule for the next time, if enough is new to be worth it. */
  keep(): void;
}

/** Opens the schedule of a log: from the one that was kept and what is newer, or by folding it all. */
export function openKeptSchedule({ log, read, readSome, stamp, now }: KeptScheduleOptions): KeptSchedule {
  const events = () => read(log.events());
  const known = log.events().length < FEW_EVENTS ? undefined : log.cache.get(NAME, stamp);
  const resumed = known === undefined ? undefined : decodeSchedule(known, events(), now());
  const schedule = signal(resumed?.schedule ?? foldLog(events(), now()));
  let keptCount = resumed ? log.events().length - resumed.newer : 0;
  log.subscribe((added) => {
    schedule.value = applyToSchedule(schedule.peek(), readSome(added), events(), now());
  });
  log.watchLoss(() => {
    schedule.value = foldLog(events(), now());
    keptCount = 0;
  });
  return {
    schedule,
    refresh() {
      schedule.value = applyToSchedule(schedule.peek(), [], events(), now());
    },
    keep() {
      const count = log.events().length;
      if (count < FEW_EVENTS || count - keptCount < FEW_NEW_EVENTS) return;
      const text = encodeSchedule(schedule.peek(), events());
      if (text !== undefined && log.cache.set(NAME, stamp, text)) keptCount = count;
    },
  };
}

const NAME = 'schedule';
// Below, folding takes no longer than reading what was kept.
const FEW_EVENTS = 5000;
// So many newer events are folded in a millisecond or two; writing takes some 20 ms.
const FEW_NEW_EVENTS = 200;
