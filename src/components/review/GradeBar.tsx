import { GRADES, type Grade } from '../../format/event.ts';
import type { StringKey } from '../../format/strings.ts';
import { formatInterval } from '../interval-text.ts';
import type { Texts } from '../texts.ts';
import type { Session, View } from './session.ts';

const NAMES = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const satisfies Record<Grade, string>;

interface Props {
  readonly view: Extract<View, { state: 'front' | 'back' }>;
  readonly session: Session;
  readonly texts: Texts;
}

/** What to do with the card in hand, within a thumb's reach. */
export function GradeBar({ view, session, texts }: Props) {
  return (
    <div class="recall-review__bar">
      {view.state === 'front' ? (
        <button
          type="button"
          class="recall-button recall-button--wide"
          aria-keyshortcuts="Space"
          onClick={session.reveal}
        >
          {texts('review.show')}
        </button>
      ) : (
        <div class="recall-review__grades">
          {GRADES.map((grade) => (
            <button
              key={grade}
              type="button"
              class={`recall-grade recall-grade--${NAMES[grade]}`}
              aria-keyshortcuts={String(grade)}
              onClick={() => session.grade(grade)}
            >
              <span class="recall-grade__name">{texts(`review.${NAMES[grade]}` satisfies StringKey)}</span>
              <span class="recall-grade__interval">
                {formatInterval(view.preview[grade].interval, texts)}
              </span>
            </button>
          ))}
        </div>
      )}
      <p class="recall-review__keys" aria-hidden="true">
        {texts('review.keys')}
      </p>
    </div>
  );
}
