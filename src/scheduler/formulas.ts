import type { Grade } from '../format/event.ts';
import type { Weights } from './weights.ts';

/** What FSRS knows of a card: `stability` in days (until recall falls to 90 %), `difficulty` from 1 to 10. */
export interface MemoryState {
  readonly stability: number;
  readonly difficulty: number;
}

/** The formulas of FSRS-6 for one set of weights. */
export interface Formulas {
  /** Memory after the first grade. */
  readonly first: (grade: Grade) => MemoryState;
  /** Memory after a later one; 0 elapsed days are a review on the same day. */
  readonly next: (state: MemoryState, elapsedDays: number, grade: Grade) => MemoryState;
  /** Days, not rounded, after which recall has fallen to the desired retention. */
  readonly interval: (stability: number, desiredRetention: number) => number;
}

/**
 * FSRS-6 as fsrs-rs 6.6.1 computes it (`src/model.rs`), operation by operation in 32 bits. In 64 bits the differences
 * `1 − r` and `eˣ − 1` come out otherwise: weights within the limits can move stability by some 0.7 %.
 * `weights` are 21 that {@link parseWeights} took.
 */
export function createFormulas(weights: Weights): Formulas {
  const w = Float32Array.from(weights);
  const at = (index: number): number => w[index] ?? Number.NaN;
  const decay = -at(20);
  const factor = f32(exp(f32(ln(f32(0.9)) / decay)) - 1);
  const firstDifficulty = (grade: number): number => f32(f32(at(4) - exp(f32(at(5) * (grade - 1)))) + 1);
  const easyDifficulty = firstDifficulty(4);
  const successScale = exp(at(8));
  const failureScale = exp(f32(at(17) * at(18)));

  const nextDifficulty = (difficulty: number, grade: Grade): number => {
    const change = f32(-at(6) * (grade - 3));
    const damped = f32(difficulty + f32(f32(f32(10 - difficulty) * change) / 9));
    return clamp(f32(f32(at(7) * f32(easyDifficulty - damped)) + damped), 1, 10);
  };
  const onSameDay = (stability: number, grade: Grade): number => {
    const growth = f32(exp(f32(at(17) * f32(grade - 3 + at(18)))) * pow(stability, -at(19)));
    return f32(stability * (grade === 1 ? growth : Math.max(growth, 1)));
  };
  const afterFailure = (stability: number, difficulty: number, forgotten: number): number => {
    const scale = f32(at(11) * pow(difficulty, -at(12)));
    const base = f32(scale * f32(pow(f32(stability + 1), at(13)) - 1));
    return Math.min(f32(base * exp(f32(forgotten * at(14)))), f32(stability / failureScale));
  };
  const afterSuccess = (stability: number, difficulty: number, forgotten: number, grade: Grade): number => {
    const scale = f32(f32(successScale * f32(11 - difficulty)) * pow(stability, -at(9)));
    const gain = f32(scale * f32(exp(f32(forgotten * at(10))) - 1));
    const bonus = f32(f32(gain * (grade === 2 ? at(15) : 1)) * (grade === 4 ? at(16) : 1));
    return f32(stability * f32(bonus + 1));
  };
  return {
    first: (grade) => ({ stability: at(grade - 1), difficulty: clamp(firstDifficulty(grade), 1, 10) }),
    next(state, elapsedDays, grade) {
      const stability = clamp(f32(state.stability), LEAST_STABILITY, 36_500);
      const difficulty = f32(state.difficulty);
      const recall = pow(f32(f32(f32(f32(elapsedDays) / stability) * factor) + 1), decay);
      const forgotten = f32(1 - recall);
      const after =
        elapsedDays === 0
          ? onSameDay(stability, grade)
          : grade === 1
            ? afterFailure(stability, difficulty, forgotten)
            : afterSuccess(stability, difficulty, forgotten, grade);
      return {
        stability: clamp(after, LEAST_STABILITY, 36_500),
        difficulty: nextDifficulty(difficulty, grade),
      };
    },
    interval: (stability, desiredRetention) =>
      f32(f32(f32(stability) / factor) * f32(pow(f32(desiredRetention), f32(1 / decay)) - 1)),
  };
}

const f32 = Math.fround;
const exp = (value: number): number => f32(Math.exp(value));
const ln = (value: number): number => f32(Math.log(value));
const pow = (base: number, exponent: number): number => f32(base ** exponent);

const LEAST_STABILITY = f32(0.001);

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
