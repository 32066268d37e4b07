import type { Answer } from './answer.ts';
import { type ItemEvent, isScheduling } from './answer.ts';
import { DAY } from './day.ts';
import type { Schedule } from './fold.ts';
import type { MemoryState } from './fsrs.ts';

/** Probability of recall at a moment, in milliseconds UTC. */
export interface CurvePoint {
  readonly at: number;
  readonly recall: number;
}

/**
 * Predicted recall of an item from one moment to another, by today's weights: some {@link POINTS} points, and two at
 * each answer, before and after it. Lines start at the first answer, and anew after a reset. `history` is that of
 * `historyOf`; what lies after `to` is left out.
 */
export function drawMemoryCurve(
  history: readonly ItemEvent[],
  { trace }: Schedule,
  from: number,
  to: number,
): readonly (readonly CurvePoint[])[] {
  const { fsrs, dayOf } = trace.rules;
  const lines: CurvePoint[][] = [];
  let line: CurvePoint[] = [];
  let state: MemoryState | undefined;
  let last: Answer | undefined;
  const step = Math.max((to - from) / POINTS, 1);
  const drawTo = (end: number) => {
    if (!state || !last) return;
    const { stability } = state;
    const start = last.at;
    const recallAt = (at: number) => fsrs.retrievability(Math.max(0, at - start) / DAY, stability);
    // Points lie on one grid, so that the number of them does not grow with the number of answers.
    const first = from + Math.ceil((Math.max(from, start) - from) / step) * step;
    if (start >= from) line.push({ at: start, recall: 1 });
    for (let at = first; at < end; at += step) if (at > start) line.push({ at, recall: recallAt(at) });
    if (end >= from) line.push({ at: end, recall: recallAt(end) });
  };
  const close = () => {
    if (line.length > 0) lines.push(line);
    line = [];
  };
  for (const event of history) {
    if (event.at > to) break;
    if (event.type === 'card.reset') {
      drawTo(event.at);
      close();
      state = undefined;
      last = undefined;
    }
    if (!isScheduling(event)) continue;
    drawTo(event.at);
    state = fsrs.next(state, last ? dayOf(event) - dayOf(last) : 0, event.grade);
    last = event;
  }
  drawTo(to);
  close();
  return lines;
}

const POINTS = 120;
