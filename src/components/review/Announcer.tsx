import { plainText } from '../../search/plain-text.ts';
import type { Texts } from '../texts.ts';
import { nameAct } from './act.ts';
import type { Session } from './session.ts';

/**
 * Tells a screen reader what the eye sees change: what was done or taken back, and the side of the card that shows.
 * Focus goes to elements that have names of their own, so nothing is said twice.
 */
export function Announcer({ session, texts }: { readonly session: Session; readonly texts: Texts }) {
  const notice = session.notice.value;
  const view = session.view.value;
  const done = notice && texts(`review.${notice.type}`, { act: nameAct(notice.act, texts) });
  const side = view.state === 'front' ? view.face.front : view.state === 'back' ? view.face.back : undefined;
  return (
    <div class="sr-only" aria-live="polite">
      {view.state !== 'back' && done && <p>{done}</p>}
      {side !== undefined && 'face' in view && (
        <p key={`${view.state} ${view.shownAt}`} lang={view.face.language}>
          {plainText(side)}
        </p>
      )}
    </div>
  );
}
