import { formatWait } from '../interval-text.ts';
import type { Texts } from '../texts.ts';
import type { Session } from './session.ts';

interface Props {
  readonly session: Session;
  readonly texts: Texts;
  /** Where the lessons are. */
  readonly home: string;
}

/** The end of a day's queue: what was done, what comes next, and the way on. */
export function Finished({ session, texts, home }: Props) {
  const answered = session.answered.value;
  const tomorrow = session.tomorrow.value;
  const { nextDueAt } = session.queue.value;
  return (
    <div class="recall-review__finished">
      <h2>{texts(answered > 0 ? 'review.finished' : 'review.empty')}</h2>
      {answered > 0 && <p>{texts.count('review.answered', answered)}</p>}
      {nextDueAt !== undefined && (
        <p>{texts('review.again-later', { when: formatWait(nextDueAt - Date.now(), texts) })}</p>
      )}
      {tomorrow > 0 && <p>{texts('review.tomorrow', { count: tomorrow })}</p>}
      <p>
        <a class="recall-button" href={home}>
          {texts('review.back')}
        </a>
      </p>
    </div>
  );
}
