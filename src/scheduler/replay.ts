import type { Grade } from '../format/event.ts';
import { createFsrs, type MemoryState } from './fsrs.ts';

/** A grade and the learner's days since the review before it; the first review's days do not count. */
export interface Review {
  readonly grade: Grade;
  readonly elapsedDays: number;
}

/**
 * Memory after these reviews, in order, as fsrs-rs `memory_state` computes it: within 2e-5, relative.
 * Weights as {@link parseWeights} takes them; throws a `RangeError` that says why if it refuses them, also without
 * reviews, where both numbers are 0. Throws one for a grade that is not 1 to 4 and for days that are not finite; days
 * below 0 count as 0.
 */
export function replayMemory(reviews: readonly Review[], weights: readonly number[]): MemoryState {
  const fsrs = createFsrs({ weights, desiredRetention: 0.9, maximumIntervalDays: 1 });
  let state: MemoryState | undefined;
  for (const { grade, elapsedDays } of reviews) state = fsrs.next(state, elapsedDays, grade);
  return state ?? { stability: 0, difficulty: 0 };
}
