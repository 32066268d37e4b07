import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Failed } from '../failure/Failed.tsx';
import { explainFailure, type Failure } from '../failure/failure.ts';
import { nextTask } from '../next-task.ts';
import type { Texts } from '../texts.ts';

interface Props<T> {
  readonly texts: Texts;
  /** What is said meanwhile. */
  readonly loading: string;
  readonly open: () => Promise<T>;
  readonly children: (opened: T) => ComponentChildren;
}

/** Opens what a screen is made of, once, says so meanwhile, and what helps if it cannot be had. */
export function Opened<T>({ texts, loading, open, children }: Props<T>) {
  const opened = useSignal<T | undefined>(undefined);
  const failure = useSignal<Failure | undefined>(undefined);
  // In a task of its own, and before the next frame: what has to be fetched is what the learner waits for.
  const start = () => {
    failure.value = undefined;
    void nextTask()
      .then(open)
      .then(
        (value) => {
          opened.value = value;
        },
        (error: unknown) => {
          failure.value = explainFailure(error);
        },
      );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is the lifetime of what was opened
  useLayoutEffect(start, []);
  if (failure.value) return <Failed failure={failure.value} texts={texts} retry={start} />;
  if (opened.value === undefined) return <p class="recall-message">{loading}</p>;
  return <>{children(opened.value)}</>;
}
