import { options } from 'virtual:recall/options';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { LessonId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import { storageNamespace } from '../../format/storage-keys.ts';
import { firstAttempts, selectQuestions } from '../../quiz/index.ts';
import { createBrowserPreferences } from '../../store/index.ts';
import { Failed } from '../failure/Failed.tsx';
import { useInHand } from '../offline/use-in-hand.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import { createKeptPractice } from './kept-session.ts';
import { Loading, OpenedStudy } from './OpenedStudy.tsx';
import { PastAnswers } from './PastAnswers.tsx';
import { createPracticeRun, type PracticeRun } from './practice-run.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { QuizResult } from './QuizResult.tsx';
import { choosingBy, PREFERENCES, type Preference } from './question-pool.ts';
import { type ModuleChoice, parseScope, SetupFields } from './SetupFields.tsx';
import { createSeed } from './seed.ts';

interface Props {
  readonly locale: Locale;
  readonly texts: Texts;
  readonly modules: readonly ModuleChoice[];
}

/** Practice: choose questions, answer them with feedback at once, and see the result. */
export function PracticeScreen(props: Props) {
  return (
    <OpenedStudy locale={props.locale} texts={props.texts}>
      {(study) => <OpenPractice {...props} study={study} />}
    </OpenedStudy>
  );
}

function OpenPractice({ locale, texts, modules, study }: Props & WithStudy) {
  const run = useMemo(() => {
    const preferences = createBrowserPreferences(storageNamespace(options.base));
    const known = new Set(study.decks.questions.map(({ id }) => id));
    return createPracticeRun(study, createKeptPractice(preferences, known));
  }, [study]);
  const lessonHref = (lesson: LessonId) => `${options.base}${locale}/${lesson}/`;
  const view = run.view.value;
  useInHand(
    view.state === 'asking' ? `practice ${view.practice.queue.length} ${view.question.id}` : undefined,
  );
  switch (view.state) {
    case 'setup':
      return <Setup texts={texts} modules={modules} study={study} run={run} />;
    case 'loading':
      return <Loading texts={texts} />;
    case 'failed':
      return <Failed failure={view.failure} texts={texts} retry={run.retry} />;
    case 'asking':
      return <Asking study={study} texts={texts} run={run} view={view} lessonHref={lessonHref} />;
    case 'finished':
      return (
        <QuizResult
          asked={view.practice.questions.filter((id) =>
            view.practice.attempts.some(({ question }) => question === id),
          )}
          attempts={firstAttempts(view.practice)}
          study={study}
          modules={modules}
          texts={texts}
          lessonHref={lessonHref}
          onLeave={run.leave}
        />
      );
  }
}

function Setup({ texts, modules, study, run }: Omit<Props, 'locale'> & WithStudy & WithRun) {
  const scope = useSignal(parseScope(location.hash));
  const count = useSignal(10);
  const preference = useSignal<Preference>('chance');
  const isEmpty = useSignal(false);
  const start = () => {
    const seed = createSeed();
    const choosing = choosingBy(preference.value, study);
    const chosen = selectQuestions(study.decks.questions, {
      scope: scope.value,
      choosing,
      seed,
      ...(count.value > 0 && { limit: count.value }),
    });
    isEmpty.value = chosen.length === 0;
    if (chosen.length > 0) {
      run.start(
        chosen.map(({ id }) => id),
        seed,
      );
    }
  };
  return (
    <form
      class="recall-setup"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <p>{texts('quiz.practice.description')}</p>
      <SetupFields
        scope={scope.value}
        modules={modules}
        count={count.value}
        counts={[5, 10, 20, 0]}
        texts={texts}
        onScope={(next) => {
          scope.value = next;
        }}
        onCount={(next) => {
          count.value = next;
        }}
      />
      <label class="recall-field">
        <span>{texts('quiz.order')}</span>
        <select
          value={preference.value}
          onChange={({ currentTarget: { value } }) => {
            preference.value = PREFERENCES.find((known) => known === value) ?? 'chance';
          }}
        >
          {PREFERENCES.map((known) => (
            <option key={known} value={known}>
              {texts(`quiz.order.${known}`)}
            </option>
          ))}
        </select>
      </label>
      <p role="alert">{isEmpty.value && texts('quiz.none')}</p>
      <button type="submit" class="recall-button">
        {texts('quiz.practice.start')}
      </button>
    </form>
  );
}

function Asking({
  study,
  texts,
  run,
  view,
  lessonHref,
}: Pick<Props, 'texts'> & WithStudy & WithRun & AskingProps) {
  const { practice, question, seed, isAgain, given } = view;
  const left = practice.queue.length;
  const done = practice.questions.length - left;
  return (
    <div class="recall-run">
      <progress aria-label={texts('quiz.progress')} value={done} max={practice.questions.length} />
      <div class="recall-run__status">
        <span>{texts.count('quiz.left', left)}</span>
        <button type="button" class="recall-quiet" onClick={run.end}>
          {texts('quiz.end')}
        </button>
      </div>
      <QuestionCard
        question={question}
        seed={seed}
        texts={texts}
        hints={practice.hints}
        onHint={run.hint}
        onAnswer={run.answer}
        given={given}
        lessonHref={lessonHref}
        takesFocus
        note={isAgain ? texts('quiz.repeated') : undefined}
      >
        <PastAnswers log={study.log} question={question} texts={texts} />
        <button type="button" class="recall-button" onClick={run.next}>
          {texts('quiz.next')}
        </button>
      </QuestionCard>
    </div>
  );
}

interface WithStudy {
  readonly study: Study;
}

interface WithRun {
  readonly run: PracticeRun;
}

interface AskingProps {
  readonly view: Extract<PracticeRun['view']['value'], { readonly state: 'asking' }>;
  readonly lessonHref: (lesson: LessonId) => string;
}
