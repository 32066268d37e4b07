import type { LessonId } from '../../format/id.ts';
import { QuestionCard } from '../quiz/QuestionCard.tsx';
import type { Texts } from '../texts.ts';
import type { QuestionView, Session } from './session.ts';

interface Props {
  readonly view: QuestionView;
  readonly session: Session;
  readonly texts: Texts;
  readonly lessonHref: (lesson: LessonId) => string;
}

/** A due question among the cards: answered, then read about, then left. */
export function ReviewQuestion({ view, session, texts, lessonHref }: Props) {
  return (
    <QuestionCard
      question={view.question}
      seed={view.seed}
      texts={texts}
      hints={view.hints}
      onHint={session.hint}
      onAnswer={session.answer}
      given={view.given}
      lessonHref={lessonHref}
      takesFocus
    >
      <button type="button" class="recall-button recall-button--wide" onClick={session.next}>
        {texts('review.continue')}
      </button>
    </QuestionCard>
  );
}
