import { GRADES } from '../../format/event.ts';
import { formatInterval } from '../interval-text.ts';
import type { Texts } from '../texts.ts';
import { GRADE_NAMES } from './act.ts';
import { type PressGuard, pressOfClick } from './press-guard.ts';
import type { Session } from './session.ts';
import type { CardView } from './view.ts';

interface Props {
  readonly view: CardView;
  readonly session: Session;
  readonly guard: PressGuard;
  readonly texts: Texts;
}

/** What to answer of the card in hand. */
export function GradeBar({ view, session, guard, texts }: Props) {
  const unlessDouble = (act: () => void) => (event: MouseEvent) => {
    if (!guard(pressOfClick(event))) act();
  };
  if (view.state === 'front')
    return (
      <button
        type="button"
        class="recall-button recall-button--wide"
        aria-keyshortcuts="Space Enter"
        onClick={unlessDouble(session.reveal)}
      >
        {texts('review.show')}
      </button>
    );
  return (
    <>
      {view.isCram && <p class="recall-review__cram">{texts('review.study.cram')}</p>}
      <div class="recall-review__grades">
        {GRADES.map((grade) => (
          <button
            key={grade}
            type="button"
            class={`recall-grade recall-grade--${GRADE_NAMES[grade]}`}
            aria-keyshortcuts={grade === 3 ? '3 Space Enter' : String(grade)}
            onClick={unlessDouble(() => session.grade(grade))}
          >
            <span class="recall-grade__name">{texts(`review.${GRADE_NAMES[grade]}`)}</span>
            {!view.isCram && (
              <span class="recall-grade__interval">
                {formatInterval(view.preview[grade].interval, texts)}
              </span>
            )}
          </button>
        ))}
      </div>
    </>
  );
}
