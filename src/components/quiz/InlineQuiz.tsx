import { useSignal } from '@preact/signals';
import type { LessonId } from '../../format/id.ts';
import { assess, attemptSeed, createAttempt, thinkingTime } from '../../quiz/index.ts';
import type { ShownQuestion } from '../decks.ts';
import { UnsafeNote } from '../health/UnsafeNote.tsx';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import { recordAttempt } from './answer-record.ts';
import type { GivenAnswer } from './given-answer.ts';
import { PastAnswers } from './PastAnswers.tsx';
import { QuestionCard } from './QuestionCard.tsx';

interface Props {
  readonly questions: readonly ShownQuestion[];
  /** Fixes the orders of options on this page load. */
  readonly seed: number;
  readonly study: Study;
  readonly texts: Texts;
  readonly lessonHref: (lesson: LessonId) => string;
}

/** A lesson's questions one below the other, each answerable at its place, and again. */
export function InlineQuiz({ questions, ...rest }: Props) {
  return (
    <ol class="recall-inline">
      {questions.map((question) => (
        <li key={question.id}>
          <InlineQuestion question={question} {...rest} />
        </li>
      ))}
    </ol>
  );
}

function InlineQuestion(props: Omit<Props, 'questions'> & { readonly question: ShownQuestion }) {
  const { question, seed, study, texts, lessonHref } = props;
  const { id, text } = question;
  const round = useSignal(0);
  const hints = useSignal(0);
  const shownAt = useSignal(study.now().at);
  const given = useSignal<GivenAnswer | undefined>(undefined);
  return (
    <QuestionCard
      question={question}
      seed={attemptSeed(seed, id, round.value)}
      texts={texts}
      hints={hints.value}
      onHint={() => {
        hints.value++;
      }}
      onAnswer={(response) => {
        const { at } = study.now();
        const effort = { hints: hints.value, durationMs: thinkingTime(shownAt.value, at) };
        const assessment = assess(text, response, effort);
        recordAttempt(study, createAttempt({ question: id, response, ...effort, at }, assessment));
        given.value = { response, hints: hints.value, assessment };
      }}
      given={given.value}
      lessonHref={lessonHref}
      takesFocus={round.value > 0}
    >
      <UnsafeNote log={study.log} texts={texts} />
      <PastAnswers log={study.log} question={question} texts={texts} />
      <button
        type="button"
        class="recall-quiet"
        onClick={() => {
          given.value = undefined;
          hints.value = 0;
          shownAt.value = study.now().at;
          round.value++;
        }}
      >
        {texts('quiz.again')}
      </button>
    </QuestionCard>
  );
}
