import type { Texts } from '../texts.ts';
import { Html } from './Html.tsx';

interface Props {
  readonly hints: readonly string[];
  readonly opened: number;
  readonly language: string;
  readonly texts: Texts;
  /** Absent where no more can be opened. */
  readonly onHint: (() => void) | undefined;
}

/** The hints opened so far, and the button to the next one with what it costs. */
export function Hints({ hints, opened, language, texts, onHint }: Props) {
  if (hints.length === 0) return null;
  const left = hints.length - opened;
  return (
    <div class="recall-hints">
      {/* There from the start: what appears in it is read out. */}
      <div role="status">
        {opened > 0 && (
          <ol>
            {hints.slice(0, opened).map((hint, index) => (
              <li key={hint}>
                <span class="recall-hints__label">{texts('quiz.hint-label', { number: index + 1 })}</span>{' '}
                <Html lang={language} html={hint} />
              </li>
            ))}
          </ol>
        )}
      </div>
      {onHint && left > 0 && (
        <button type="button" class="recall-quiet" onClick={onHint}>
          {texts('quiz.hint', { count: left })}
        </button>
      )}
    </div>
  );
}
