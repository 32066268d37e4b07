import type { Mark } from '../../quiz/index.ts';
import type { Texts } from '../texts.ts';

/** What became of one part, as an icon and in words. */
export function MarkLabel({
  code,
  texts,
}: {
  readonly code: Mark['code'] | undefined;
  readonly texts: Texts;
}) {
  if (code === undefined || code === 'left') return null;
  return (
    <span class={`recall-outcome recall-outcome--${code}`}>
      <span aria-hidden="true">{ICONS[code]}</span> {texts(`quiz.mark.${code}`)}
    </span>
  );
}

const ICONS = { right: '✓', wrong: '✗', missed: '○' } as const;
