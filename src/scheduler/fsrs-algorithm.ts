// The only file that imports ts-fsrs. Importing it adds `scheduler`, `diff`, `format` and `dueFormat` to
// `Date.prototype`; nothing of ours calls them, and nothing of ours passes a `Date` to it.
import { FSRSAlgorithm, type Grade } from 'ts-fsrs';
import type { Weights } from './weights.ts';

/**
 * FSRS-6 by ts-fsrs, with what fsrs-rs 6.6.1 (`src/model.rs`) does otherwise: a first stability is the weight itself,
 * w19 may be 0, and the differences `1 − r`, `eˣ − 1` and `(s + 1)ʷ − 1` are taken in 32 bits. Weights within the
 * limits can make such a difference so small that its rounding moves stability by some 0.7 %.
 */
export class FsrsAlgorithm extends FSRSAlgorithm {
  readonly #decay: number;
  readonly #factor: number;

  /** `weights` are 21 that {@link parseWeights} took; the rest has been checked as well. */
  constructor(weights: Weights, desiredRetention: number, maximumIntervalDays: number) {
    super({
      w: weights,
      request_retention: desiredRetention,
      maximum_interval: maximumIntervalDays,
      enable_short_term: false,
    });
    // Switched on only now: ts-fsrs would raise w19 to 0.01 while it reads the weights.
    this.parameters.enable_short_term = true;
    this.#decay = f32(-this.#weight(20));
    this.#factor = f32(f32(Math.exp(f32(f32(Math.log(f32(0.9))) / this.#decay))) - 1);
  }

  /** Recall after whole days as fsrs-rs has it; {@link forgetting_curve} is the same curve in 64 bits. */
  recall(elapsedDays: number, stability: number): number {
    return f32(f32(f32(f32(elapsedDays / f32(stability)) * this.#factor) + 1) ** this.#decay);
  }

  override init_stability(grade: Grade): number {
    return this.#weight(grade - 1);
  }

  override next_recall_stability(
    difficulty: number,
    stability: number,
    recall: number,
    grade: Grade,
  ): number {
    const w10 = f32(this.#weight(10));
    const growth = f32(f32(Math.exp(f32(f32(1 - recall) * w10))) - 1);
    // The recall at which the formula in 64 bits grows by as much.
    return super.next_recall_stability(difficulty, stability, 1 - Math.log1p(growth) / w10, grade);
  }

  override next_forget_stability(difficulty: number, stability: number, recall: number): number {
    const w13 = f32(this.#weight(13));
    const rest = f32(f32(f32(stability + 1) ** w13) - 1);
    // The stability of which the formula in 64 bits leaves as much.
    return super.next_forget_stability(difficulty, Math.expm1(Math.log1p(rest) / w13), recall);
  }

  #weight(index: number): number {
    return this.parameters.w[index] ?? Number.NaN;
  }
}

const f32 = Math.fround;
