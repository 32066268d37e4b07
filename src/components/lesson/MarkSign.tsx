import type { MarkState } from './card-status.ts';

/** The sign of a state: each has a shape of its own, so that none is told by colour alone. */
export function MarkSign({ state }: { readonly state: MarkState }) {
  return (
    <svg class="recall-mark__sign" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}

const SHAPES = {
  new: <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.4" />,
  learning: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.4" />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor" />
    </>
  ),
  fading: <path d="M.8 2h10.4L6 11.2z" fill="currentColor" />,
  known: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  suspended: <path d="M2.5 1.5h2.4v9H2.5zm4.6 0h2.4v9H7.1z" fill="currentColor" />,
} as const satisfies Record<MarkState, unknown>;
