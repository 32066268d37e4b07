import { type ReadonlySignal, signal } from '@preact/signals';
import type { Instant } from '../format/event.ts';

/**
 * The learner's clock as a signal: read anew every minute while the page is seen, and when it is looked at again, so that
 * a page left open shows today. It lives as long as the page.
 */
export function followClock(now: () => Instant): ReadonlySignal<Instant> {
  const clock = signal(now());
  const tick = () => {
    if (document.visibilityState === 'visible') clock.value = now();
  };
  document.addEventListener('visibilitychange', tick);
  setInterval(tick, MINUTE);
  return clock;
}

const MINUTE = 60_000;
