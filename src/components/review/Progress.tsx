import type { Texts } from '../texts.ts';
import type { Session } from './session.ts';

/** How far the day is, whether the last answer is safe, and the way back. */
export function Progress({ session, texts }: { readonly session: Session; readonly texts: Texts }) {
  const answered = session.answered.value;
  const left = session.queue.value.items.length;
  const saved = session.saved.value;
  return (
    <div class="recall-review__status">
      <progress aria-label={texts('review.progress')} value={answered} max={Math.max(1, answered + left)} />
      <div class="recall-review__figures">
        <span>{texts.count('review.left', left)}</span>
        <span class="recall-review__saved" role="status">
          {saved === 'saving' && texts('review.saving')}
          {saved === 'saved' && `✓ ${texts('review.saved')}`}
        </span>
        <button
          type="button"
          class="recall-review__undo"
          aria-keyshortcuts="U"
          disabled={answered === 0}
          onClick={session.undo}
        >
          {texts('review.undo')}
        </button>
      </div>
    </div>
  );
}
