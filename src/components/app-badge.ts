import { effect } from '@preact/signals';
import { buildQueue } from '../scheduler/index.ts';
import { selectReviewItems } from './outlook.ts';
import type { Study } from './study.ts';

/** Keeps the number of cards due on the icon of the installed app, where the browser has such badges. */
export function watchAppBadge(study: Study): void {
  if (!('setAppBadge' in navigator)) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const schedule = study.schedule.value;
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
