import { effect, type ReadonlySignal } from '@preact/signals';
import type { Instant } from '../format/event.ts';
import { buildQueue, type Schedule } from '../scheduler/index.ts';
import type { Decks } from './decks.ts';
import { selectReviewItems } from './outlook.ts';

/** Keeps the number of cards due on the icon of the installed app, where the browser has such badges. */
export function watchAppBadge(study: Counted): void {
  if (!('setAppBadge' in navigator)) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const schedule = study.schedule.value;
    // A page left open over night counts the new day's cards.
    void study.clock.value;
    clearTimeout(waiting);
    // Answers come quickly one after another; the icon may lag behind.
    waiting = setTimeout(() => {
      const { counts } = buildQueue({
        ...selectReviewItems(study.decks, schedule.memories, schedule.options.reviewQuestions),
        schedule,
        now: study.now(),
      });
      const due = counts.learning + counts.review;
      // Refused where the app is not installed, which changes nothing.
      (due > 0 ? navigator.setAppBadge(due) : navigator.clearAppBadge()).catch(() => undefined);
    }, SETTLE_MS);
  });
}

const SETTLE_MS = 1000;

interface Counted {
  readonly decks: Decks;
  readonly schedule: ReadonlySignal<Schedule>;
  readonly clock: ReadonlySignal<Instant>;
  now(): Instant;
}
