import { type ReadonlySignal, signal } from '@preact/signals';
import type { Grade } from '../../format/event.ts';
import type { EventId, ItemId } from '../../format/id.ts';

/** One answer of a run. */
export interface RunAnswer {
  readonly event: EventId;
  readonly item: ItemId;
  readonly grade: Grade;
  readonly durationMs: number;
  /** Given out of turn. */
  readonly isCram: boolean;
}

/** What was answered since the review was opened. */
export interface Run {
  /** Without those taken back, the oldest first. */
  readonly answers: ReadonlySignal<readonly RunAnswer[]>;
  add(answer: RunAnswer): void;
  /** Forgets answers that were taken back. */
  remove(events: readonly EventId[]): void;
}

/** Starts with what an interrupted run had, or with nothing. */
export function createRun(kept: readonly RunAnswer[] = []): Run {
  const answers = signal(kept);
  return {
    answers,
    add: (answer) => {
      answers.value = [...answers.value, answer];
    },
    remove: (events) => {
      answers.value = answers.value.filter(({ event }) => !events.includes(event));
    },
  };
}
