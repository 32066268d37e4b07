import { NOTE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { LessonId } from '../../format/id.ts';
import { plainText } from '../../search/plain-text.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import type { Session } from './session.ts';

interface Props {
  readonly study: Study;
  readonly session: Session;
  readonly texts: Texts;
  readonly lessonHref: (lesson: LessonId) => string;
}

/** Says quietly that a card is forgotten again and again, with the ways out of that. */
export function LeechNote({ study, session, texts, lessonHref }: Props) {
  const leech = session.leech.value;
  if (!leech) return null;
  const { card, face } = leech;
  const { memories, holds } = study.schedule.value;
  const isSuspended = holds.get(card.id)?.suspended === true;
  const lapses = memories.get(card.id)?.lapses ?? 0;
  return (
    <aside class="recall-review__leech" aria-label={texts('review.leech')}>
      <p role="status">
        <strong lang={face.language}>{plainText(face.front)}</strong>{' '}
        {texts(isSuspended ? 'review.leech.suspended' : 'review.leech.text', { count: lapses })}
      </p>
      <p>
        <a href={`${lessonHref(card.lesson)}#${NOTE_ANCHOR_PREFIX}${card.note}`}>{texts('review.source')}</a>
        {!isSuspended && (
          <button type="button" class="recall-quiet" onClick={() => session.handle('suspend', leech)}>
            {texts('review.more.suspend')}
          </button>
        )}
        <button type="button" class="recall-quiet" onClick={() => session.handle('reset', leech)}>
          {texts('review.more.reset')}
        </button>
      </p>
    </aside>
  );
}
