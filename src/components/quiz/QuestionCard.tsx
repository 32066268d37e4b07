import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Response } from '../../format/event.ts';
import type { LessonId } from '../../format/id.ts';
import { isComplete, startResponse } from '../../quiz/index.ts';
import type { ShownQuestion } from '../decks.ts';
import type { Texts } from '../texts.ts';
import { Feedback } from './Feedback.tsx';
import type { GivenAnswer } from './given-answer.ts';
import { Hints } from './Hints.tsx';
import { QuestionForm } from './QuestionForm.tsx';

export type { GivenAnswer };

/** A question to be answered, and then what became of the answer. Whose session it belongs to is not its business. */
export interface QuestionCardProps {
  readonly question: ShownQuestion;
  /** Fixes the order of options; another one for each showing. The card starts anew with another question or seed. */
  readonly seed: number;
  readonly texts: Texts;
  /** Hints opened so far; `onHint` asks for one more. */
  readonly hints: number;
  readonly onHint: () => void;
  /** Called once, with a response that is complete, or with no keys for “I don’t know”. */
  readonly onAnswer: (response: Response) => void;
  /** The answer once it is given; from then on the card shows feedback. */
  readonly given: GivenAnswer | undefined;
  readonly lessonHref: (lesson: LessonId) => string;
  /** Whether the card takes the focus when it appears; not where it is one of several on a page. */
  readonly takesFocus?: boolean;
  /** Small print above the stem. */
  readonly note?: string | undefined;
  /** What stands below the feedback, e.g. the button to the next question. */
  readonly children?: ComponentChildren;
}

/** See {@link QuestionCardProps}. */
export function QuestionCard(props: QuestionCardProps) {
  return <Card key={`${props.question.id} ${props.seed}`} {...props} />;
}

function Card(props: QuestionCardProps) {
  const { question, seed, texts, hints, onHint, onAnswer, given, lessonHref, takesFocus, note, children } =
    props;
  const { text } = question;
  const draft = useSignal<Response | undefined>(startResponse(text, seed));
  const isReminded = useSignal(false);
  const article = useRef<HTMLElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  const wasGiven = useRef(given !== undefined);
  const isGiven = given !== undefined;
  // Focus follows what changed, so that a screen reader reads it and the keyboard stays at the card.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the answer is given
  useLayoutEffect(() => {
    if (isGiven && !wasGiven.current) answer.current?.focus();
    else if (takesFocus) (answer.current ?? article.current)?.focus({ preventScroll: true });
  }, [isGiven]);
  const submit = () => {
    const response = draft.value;
    if (isGiven) return;
    if (response && isComplete(text, response)) onAnswer(response);
    else isReminded.value = true;
  };

  return (
    <article class="recall-question" ref={article} tabIndex={-1}>
      {note && <p class="recall-question__note">{note}</p>}
      <QuestionForm
        question={question}
        seed={seed}
        response={given ? given.response : draft.value}
        outcome={given?.assessment.outcome}
        texts={texts}
        onChange={(response) => {
          draft.value = response;
          isReminded.value = false;
        }}
        onSubmit={submit}
      >
        <Hints
          hints={text.hints}
          opened={hints}
          language={question.language}
          texts={texts}
          onHint={isGiven ? undefined : onHint}
        />
        {!isGiven && (
          <div class="recall-question__actions">
            <p class="recall-question__reminder" role="alert">
              {isReminded.value && texts('quiz.incomplete')}
            </p>
            <button type="submit" class="recall-button">
              {texts('quiz.answer')}
            </button>
            <button type="button" class="recall-quiet" onClick={() => onAnswer({ keys: [] })}>
              {texts('quiz.dont-know')}
            </button>
          </div>
        )}
      </QuestionForm>
      {given && (
        <div ref={answer} tabIndex={-1} class="recall-feedback">
          <Feedback question={question} given={given} texts={texts} lessonHref={lessonHref} />
          {children}
        </div>
      )}
    </article>
  );
}
