import { Html } from '../quiz/Html.tsx';
import type { Texts } from '../texts.ts';

interface Props {
  /** What the meaning was before, as inline HTML of the course, where the author says it. */
  readonly was: string | undefined;
  readonly language: string;
  readonly texts: Texts;
}

/** Says that the author changed what a card means, so that what was right before is not held against anybody. */
export function ChangedNote({ was, language, texts }: Props) {
  return (
    <div class="recall-review__changed">
      <p>{texts('review.changed')}</p>
      {was !== undefined && (
        <p>
          <strong>{texts('review.changed.before')}</strong> <Html lang={language} html={was} />
        </p>
      )}
    </div>
  );
}
