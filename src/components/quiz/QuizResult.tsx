import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LessonId, QuestionId } from '../../format/id.ts';
import { type Attempt, moduleOf, seedOf, tallyBy } from '../../quiz/index.ts';
import type { ShownQuestion } from '../decks.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import { givenBy, unanswered } from './given-answer.ts';
import { Loading } from './OpenedStudy.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import type { ModuleChoice } from './SetupFields.tsx';

interface Props {
  readonly asked: readonly QuestionId[];
  /** At most one per question. */
  readonly attempts: readonly Attempt[];
  readonly study: Study;
  readonly modules: readonly ModuleChoice[];
  readonly texts: Texts;
  readonly lessonHref: (lesson: LessonId) => string;
  readonly onLeave: () => void;
}

/** The result of a session, in all and by module, and what was not wholly right with its feedback. */
export function QuizResult({ asked, attempts, study, modules, texts, lessonHref, onLeave }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const lessons = new Map(study.decks.questions.map(({ id, lesson }) => [id, lesson]));
  const [total] = tallyBy(asked, attempts, () => 'all');
  const open = asked.length - attempts.length;
  const byModule = tallyBy(asked, attempts, (id) => {
    const lesson = lessons.get(id);
    return lesson && moduleOf(lesson);
  });
  return (
    <section class="recall-result">
      <h2 ref={heading} tabIndex={-1}>
        {texts('quiz.result.title')}
      </h2>
      {total && (
        <p class="recall-result__score">
          {texts('quiz.result.score', { score: total.score, right: total.right, asked: total.asked })}
        </p>
      )}
      {open > 0 && <p class="recall-result__open">{texts.count('quiz.result.open', open)}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{texts('quiz.result.module')}</th>
            <th scope="col">{texts('quiz.result.right')}</th>
            <th scope="col">{texts('quiz.result.points')}</th>
          </tr>
        </thead>
        <tbody>
          {byModule.map(({ group, asked: count, right, score }) => (
            <tr key={group}>
              <th scope="row">{modules.find(({ id }) => id === group)?.title ?? group}</th>
              <td>
                {right} / {count}
              </td>
              <td>{score}%</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" class="recall-button" onClick={onLeave}>
        {texts('quiz.result.new')}
      </button>
      <NotRight asked={asked} attempts={attempts} study={study} texts={texts} lessonHref={lessonHref} />
    </section>
  );
}

function NotRight({ asked, attempts, study, texts, lessonHref }: Omit<Props, 'modules' | 'onLeave'>) {
  const loaded = useSignal<readonly ShownQuestion[] | undefined>(undefined);
  const attemptOf = (id: QuestionId) => attempts.find(({ question }) => question === id);
  const wanted = asked.filter((id) => attemptOf(id)?.verdict !== 'right');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a result does not change while it is shown
  useEffect(() => {
    const questions = study.decks.questions.filter(({ id }) => wanted.includes(id));
    // What cannot be loaded now is left out: the result stands without it.
    void Promise.allSettled(questions.map(study.decks.loadQuestion)).then((results) => {
      loaded.value = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    });
  }, []);
  if (wanted.length === 0) return null;
  if (!loaded.value) return <Loading texts={texts} />;
  return (
    <>
      <h3>{texts('quiz.result.review')}</h3>
      {loaded.value.map((question) => {
        const attempt = attemptOf(question.id);
        return (
          <QuestionCard
            key={question.id}
            question={question}
            seed={seedOf(question.id)}
            texts={texts}
            hints={attempt?.hints ?? 0}
            onHint={() => undefined}
            onAnswer={() => undefined}
            given={attempt ? givenBy(attempt, question) : unanswered(question)}
            lessonHref={lessonHref}
            note={attempt ? undefined : texts('quiz.result.unanswered')}
          />
        );
      })}
    </>
  );
}
