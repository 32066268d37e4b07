/** The 21 numbers of FSRS-6, checked and migrated by {@link parseWeights}. */
export type Weights = readonly number[];

/** The published FSRS-6 defaults, fitted on some 700 million reviews. */
export const DEFAULT_WEIGHTS: Weights = Object.freeze([
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]);

/**
 * Weights of FSRS-6 (21), FSRS-5 (19) or FSRS-4.5 (17) as weights of FSRS-6, by the same migration as
 * fsrs-rs (`check_and_fill_parameters`, in 32 bits, then clipping what the migration itself made).
 * Throws a `RangeError` with the sentence of {@link findWeightsProblem}.
 */
export function parseWeights(weights: readonly number[]): Weights {
  const problem = findWeightsProblem(weights);
  if (problem !== undefined) throw new RangeError(problem);
  return migrate([...weights]).map((weight, index) => {
    const [least, most] = RANGES[index] ?? ANY;
    return Math.min(Math.max(weight, least), most);
  });
}

/** Why weights cannot be used: their number, or the first of them that is none or lies outside of its limits. */
export type WeightsFault =
  | { readonly kind: 'count'; readonly count: number }
  | {
      readonly kind: 'number';
      readonly index: number;
      readonly value: unknown;
      readonly least: number;
      readonly most: number;
    };

/** What is wrong with these weights, or `undefined` if they can be used. */
export function findWeightsFault(weights: readonly number[]): WeightsFault | undefined {
  if (![17, 19, 21].includes(weights.length)) return { kind: 'count', count: weights.length };
  for (let index = 0; index < weights.length; index++) {
    const value: unknown = weights[index];
    const [least, most] =
      (weights.length === 17 ? FSRS_4_RANGES.get(index) : undefined) ?? RANGES[index] ?? ANY;
    // An optimiser that works in 32 bits writes its own limit 0.8 as 0.800000011920929.
    const isWithin = typeof value === 'number' && value >= least * (1 - SLACK) && value <= most * (1 + SLACK);
    if (!isWithin) return { kind: 'number', index, value, least, most };
  }
  return undefined;
}

/** One sentence that says why these weights cannot be used, or `undefined` if they can. */
export function findWeightsProblem(weights: readonly number[]): string | undefined {
  const list: unknown = weights;
  // They may come from a backup or from plain JavaScript.
  if (!Array.isArray(list) && !ArrayBuffer.isView(list)) {
    return `FSRS weights must be a list of numbers, but they are ${String(list)}.`;
  }
  const fault = findWeightsFault(weights);
  if (!fault) return undefined;
  if (fault.kind === 'count') {
    return `FSRS weights must be 21 numbers (or 19 of FSRS-5, or 17 of FSRS-4.5), but there are ${fault.count}.`;
  }
  const { index, value, least, most } = fault;
  const rule = Number.isFinite(value) ? `from ${least} to ${most}` : 'a finite number';
  return `FSRS weight w${index} must be ${rule}, but it is ${String(value)}.`;
}

function migrate(weights: readonly number[]): readonly number[] {
  if (weights.length === 21) return weights;
  if (weights.length === 19) return [...weights, 0, FSRS_5_DECAY];
  const f32 = Math.fround;
  const [w4 = 0, w5 = 0, w6 = 0] = weights.slice(4, 7).map(f32);
  return [
    ...weights.slice(0, 4),
    f32(w4 + 2 * w5),
    f32(f32(Math.log(f32(3 * w5 + 1))) / 3),
    f32(w6 + 0.5),
    ...weights.slice(7),
    0,
    0,
    0,
    FSRS_5_DECAY,
  ];
}

const FSRS_5_DECAY = 0.5;

const SLACK = 1e-6;

type Range = readonly [least: number, most: number];

const ANY: Range = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** The limits at which fsrs-rs clips (`parameter_clipper.rs`), one relearning step, w19 from 0. */
const RANGES: readonly Range[] = [
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0, 0.8],
  [0.1, 0.8],
];

/** Where the optimiser of FSRS-4.5 had wider limits than that of FSRS-6. */
const FSRS_4_RANGES: ReadonlyMap<number, Range> = new Map<number, Range>([
  [5, [0.001, 5]],
  [6, [0.001, 5]],
  [7, [0, 0.75]],
]);
