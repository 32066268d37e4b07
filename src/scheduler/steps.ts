import type { Grade } from '../format/event.ts';
import type { SchedulerOptions } from './options.ts';

/** Where a card stands: in its first steps, coming back after days, or in the steps after a lapse. */
export type Phase = 'learning' | 'review' | 'relearning';

/** A card's phase and the index of its step there; a card never reviewed is at step 0 of learning. */
export interface Position {
  readonly phase: Phase;
  readonly step: number;
}

/** A step to repeat or to take: after so many minutes, at that index. */
export interface Step {
  readonly minutes: number;
  readonly step: number;
}

/** The phase whose steps a grade leads through: a reviewed card that lapses relearns. */
export function steppedPhase(position: Position): 'learning' | 'relearning' {
  return position.phase === 'learning' ? 'learning' : 'relearning';
}

/** The step after a grade, or `undefined` if the card then waits for days. As in Anki and py-fsrs. */
export function nextStep(
  position: Position,
  grade: Grade,
  options: Pick<SchedulerOptions, 'learningSteps' | 'relearningSteps'>,
): Step | undefined {
  const steps = steppedPhase(position) === 'learning' ? options.learningSteps : options.relearningSteps;
  const [first, second] = steps;
  if (first === undefined) return undefined;
  if (grade === 1) return { minutes: first, step: 0 };
  const current = steps[position.step];
  if (position.phase === 'review' || grade === 4 || current === undefined) return undefined;
  if (grade === 3) {
    const next = steps[position.step + 1];
    return next === undefined ? undefined : { minutes: next, step: position.step + 1 };
  }
  if (position.step > 0) return { minutes: current, step: position.step };
  const minutes = second === undefined ? Math.min(first * 1.5, 1439) : (first + second) / 2;
  return { minutes: Math.round(minutes), step: 0 };
}
