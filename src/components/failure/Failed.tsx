import { useEffect } from 'preact/hooks';
import type { Texts } from '../texts.ts';
import type { Failure } from './failure.ts';

interface Props {
  readonly failure: Failure;
  readonly texts: Texts;
  readonly retry: () => void;
}

/** Says why something cannot be shown, that nothing is lost, and what helps; goes on by itself once there is a network. */
export function Failed({ failure, texts, retry }: Props) {
  useEffect(() => {
    if (failure !== 'offline') return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [failure, retry]);
  const isChanged = failure === 'changed';
  return (
    <div class="recall-message" role="alert">
      <p>{texts(`failed.${failure}`)}</p>
      <button type="button" class="recall-button" onClick={isChanged ? () => location.reload() : retry}>
        {texts(isChanged ? 'failed.reload' : 'failed.retry')}
      </button>
    </div>
  );
}
