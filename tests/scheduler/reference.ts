import type { MemoryState } from '../../src/scheduler/fsrs.ts';
import type { Review } from '../../src/scheduler/replay.ts';

/** FSRS-6 written anew from fsrs-rs 6.6.1 `src/model.rs`, in 64 bits and without its rounding, for comparison. */
export function replayByReference(reviews: readonly Review[], weights: readonly number[]): MemoryState {
  const w = (index: number): number => weights[index] ?? Number.NaN;
  const clamp = (value: number, least: number, most: number): number =>
    Math.min(Math.max(value, least), most);
  const firstDifficulty = (grade: number): number => w(4) - Math.exp(w(5) * (grade - 1)) + 1;
  const factor = Math.exp(Math.log(0.9) / -w(20)) - 1;
  let [s, d] = [0, 0];
  for (const [index, { grade, elapsedDays }] of reviews.entries()) {
    if (index === 0) {
      [s, d] = [w(grade - 1), clamp(firstDifficulty(grade), 1, 10)];
      continue;
    }
    const recall = ((elapsedDays / s) * factor + 1) ** -w(20);
    const shortTerm = Math.exp(w(17) * (grade - 3 + w(18))) * s ** -w(19);
    const bonus = (grade === 2 ? w(15) : 1) * (grade === 4 ? w(16) : 1);
    const growth = Math.exp(w(8)) * (11 - d) * s ** -w(9) * (Math.exp((1 - recall) * w(10)) - 1) * bonus;
    const forgotten = w(11) * d ** -w(12) * ((s + 1) ** w(13) - 1) * Math.exp((1 - recall) * w(14));
    let stability = s * (growth + 1);
    if (grade === 1) stability = Math.min(forgotten, s / Math.exp(w(17) * w(18)));
    if (elapsedDays === 0) stability = s * (grade > 1 ? Math.max(shortTerm, 1) : shortTerm);
    const damped = d - (w(6) * (grade - 3) * (10 - d)) / 9;
    d = clamp(w(7) * (firstDifficulty(4) - damped) + damped, 1, 10);
    s = clamp(stability, 0.001, 36_500);
  }
  return { stability: s, difficulty: d };
}
