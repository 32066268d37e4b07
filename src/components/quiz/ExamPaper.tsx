import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Exam, examSeed, responseOf, startResponse } from '../../quiz/index.ts';
import type { Texts } from '../texts.ts';
import { AnswerSheet } from './AnswerSheet.tsx';
import type { ExamQuestions, ExamRun } from './exam-run.ts';
import { QuestionForm } from './QuestionForm.tsx';

interface Props {
  readonly exam: Exam;
  readonly questions: ExamQuestions;
  readonly run: ExamRun;
  readonly texts: Texts;
}

/** The question in hand, the clock, the answer sheet, and the way to hand in. */
export function ExamPaper({ exam, questions, run, texts }: Props) {
  const article = useRef<HTMLElement>(null);
  const isSure = useSignal(false);
  const { place } = exam;
  const id = exam.questions[place];
  const question = id && questions.get(id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when another question is turned to
  useLayoutEffect(() => article.current?.focus({ preventScroll: true }), [place]);
  const open = exam.questions.filter((asked) => !responseOf(exam, asked)).length;
  const handIn = () => {
    if (open === 0 || isSure.value) run.handIn();
    else isSure.value = true;
  };
  const isLast = place === exam.questions.length - 1;

  return (
    <div class="recall-run">
      <Clock leftMs={run.leftMs.value} texts={texts} />
      {question && (
        <article class="recall-question" ref={article} tabIndex={-1}>
          <p class="recall-question__note">
            {texts('quiz.exam.place', { place: place + 1, count: exam.questions.length })}
          </p>
          <QuestionForm
            key={question.id}
            question={question}
            seed={examSeed(exam, question.id)}
            response={
              responseOf(exam, question.id) ?? startResponse(question.text, examSeed(exam, question.id))
            }
            texts={texts}
            onChange={(response) => run.respond(question.id, response)}
            onSubmit={() => run.turn(place + 1)}
          >
            <div class="recall-question__actions">
              <button
                type="button"
                class="recall-quiet"
                aria-disabled={place === 0}
                onClick={() => run.turn(place - 1)}
              >
                {texts('quiz.exam.previous')}
              </button>
              {!isLast && (
                <button type="submit" class="recall-button">
                  {texts('quiz.next')}
                </button>
              )}
              <label class="recall-flag">
                <input
                  type="checkbox"
                  checked={exam.flags.includes(question.id)}
                  onChange={() => run.flag(question.id)}
                />{' '}
                {texts('quiz.exam.flag')}
              </label>
              <button
                type="button"
                class="recall-quiet"
                aria-disabled={!responseOf(exam, question.id)}
                onClick={() => run.respond(question.id, undefined)}
              >
                {texts('quiz.exam.clear')}
              </button>
            </div>
          </QuestionForm>
        </article>
      )}
      <AnswerSheet exam={exam} texts={texts} onTurn={run.turn} />
      <p role="alert">{isSure.value && open > 0 && texts('quiz.exam.hand-in-open', { count: open })}</p>
      <button type="button" class={isLast ? 'recall-button' : 'recall-quiet'} onClick={handIn}>
        {texts('quiz.exam.hand-in')}
      </button>
    </div>
  );
}

/** The time left; said aloud only when there is little. */
function Clock({ leftMs, texts }: { readonly leftMs: number; readonly texts: Texts }) {
  const seconds = Math.ceil(leftMs / 1000);
  const minutes = Math.ceil(seconds / 60);
  const isCalled = minutes <= 5;
  return (
    <div class="recall-run__status">
      <span>
        {texts('quiz.exam.time')}{' '}
        <span role="timer" class="recall-clock">
          {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
        </span>
      </span>
      <span class="recall-unseen" role="status">
        {isCalled && texts('quiz.exam.time-low', { count: minutes })}
      </span>
    </div>
  );
}
