import type { LessonId } from '../../format/id.ts';
import type { LearnerLog } from '../../store/index.ts';
import { PastAnswers } from '../quiz/PastAnswers.tsx';
import { QuestionCard } from '../quiz/QuestionCard.tsx';
import type { Texts } from '../texts.ts';
import { ChangedNote } from './ChangedNote.tsx';
import type { Session } from './session.ts';
import type { QuestionView } from './view.ts';

interface Props {
  readonly view: QuestionView;
  readonly log: LearnerLog;
  readonly session: Session;
  readonly texts: Texts;
  readonly lessonHref: (lesson: LessonId) => string;
}

/** A due question among the cards: answered, then read about, then left. */
export function ReviewQuestion({ log, view, session, texts, lessonHref }: Props) {
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
      {view.changedSince !== undefined && (
        <ChangedNote was={view.question.was} language={view.question.language} texts={texts} />
      )}
      <PastAnswers log={log} question={view.question} texts={texts} />
    </QuestionCard>
  );
}
