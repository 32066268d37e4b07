import type { Texts } from '../texts.ts';
import type { Failure } from './failure.ts';

interface Props {
  readonly failure: Failure;
  readonly texts: Texts;
  readonly retry: () => void;
}

/** Says why no card can be shown, that nothing is lost, and what helps. */
export function Failed({ failure, texts, retry }: Props) {
  const isChanged = failure.kind === 'changed';
  return (
    <div class="recall-message" role="alert">
      <p>
        {failure.kind === 'other'
          ? texts('review.failed', { reason: failure.reason })
          : texts(`review.failed.${failure.kind}`)}
      </p>
      <button type="button" class="recall-button" onClick={isChanged ? () => location.reload() : retry}>
        {texts(isChanged ? 'review.reload' : 'review.retry')}
      </button>
    </div>
  );
}
