import { options } from 'virtual:recall/options';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { LessonId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import { storageNamespace } from '../../format/storage-keys.ts';
import { selectQuestions } from '../../quiz/index.ts';
import { createBrowserPreferences } from '../../store/index.ts';
import { Failed } from '../failure/Failed.tsx';
import { useInHand } from '../offline/use-in-hand.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import { ExamPaper } from './ExamPaper.tsx';
import { createExamRun, type ExamRun } from './exam-run.ts';
import { createKeptExam } from './kept-session.ts';
import { Loading, OpenedStudy } from './OpenedStudy.tsx';
import { QuizResult } from './QuizResult.tsx';
import { type ModuleChoice, parseScope, SetupFields } from './SetupFields.tsx';
import { createSeed } from './seed.ts';

interface Props {
  readonly locale: Locale;
  readonly texts: Texts;
  readonly modules: readonly ModuleChoice[];
}

const TICK_MS = 1000;
const MINUTE_MS = 60_000;

/** An exam: choose its size and time, sit it, and see the result by module. */
export function ExamScreen(props: Props) {
  return (
    <OpenedStudy locale={props.locale} texts={props.texts}>
      {(study) => <OpenExam {...props} study={study} />}
    </OpenedStudy>
  );
}

function OpenExam({ locale, texts, modules, study }: Props & { readonly study: Study }) {
  const run = useMemo(() => {
    const preferences = createBrowserPreferences(storageNamespace(options.base));
    const known = new Set(study.decks.questions.map(({ id }) => id));
    return createExamRun(study, createKeptExam(preferences, known));
  }, [study]);
  useEffect(() => {
    const timer = setInterval(run.tick, TICK_MS);
    // Timers sleep with the page; the clock does not.
    document.addEventListener('visibilitychange', run.tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', run.tick);
    };
  }, [run]);
  const view = run.view.value;
  useInHand(view.state === 'sitting' ? 'exam' : undefined);
  switch (view.state) {
    case 'setup':
      return <Setup texts={texts} modules={modules} study={study} run={run} />;
    case 'loading':
      return <Loading texts={texts} />;
    case 'failed':
      return <Failed failure={view.failure} texts={texts} retry={run.retry} />;
    case 'sitting':
      return <ExamPaper exam={view.exam} questions={view.questions} run={run} texts={texts} />;
    case 'finished':
      return (
        <QuizResult
          asked={view.exam.questions}
          attempts={view.exam.finish?.attempts ?? []}
          study={study}
          modules={modules}
          texts={texts}
          lessonHref={(lesson: LessonId) => `${options.base}${locale}/${lesson}/`}
          onLeave={run.leave}
        />
      );
  }
}

function Setup({ texts, modules, study, run }: Omit<Props, 'locale'> & SetupProps) {
  const scope = useSignal(parseScope(location.hash));
  const count = useSignal(20);
  const minutes = useSignal(20);
  const isEmpty = useSignal(false);
  const start = () => {
    const seed = createSeed();
    const chosen = selectQuestions(study.decks.questions, {
      scope: scope.value,
      choosing: { by: 'chance' },
      limit: count.value,
      seed,
    });
    isEmpty.value = chosen.length === 0;
    if (chosen.length > 0) {
      run.start(
        chosen.map(({ id }) => id),
        minutes.value * MINUTE_MS,
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
      <p>{texts('quiz.exam.description')}</p>
      <SetupFields
        scope={scope.value}
        modules={modules}
        count={count.value}
        counts={[10, 20, 40]}
        texts={texts}
        onScope={(next) => {
          scope.value = next;
        }}
        onCount={(next) => {
          count.value = next;
          minutes.value = next;
        }}
      />
      <label class="recall-field">
        <span>{texts('quiz.exam.minutes')}</span>
        <input
          type="number"
          min={1}
          max={180}
          required
          value={minutes.value}
          onInput={({ currentTarget }) => {
            if (currentTarget.validity.valid) minutes.value = currentTarget.valueAsNumber;
          }}
        />
      </label>
      <p role="alert">{isEmpty.value && texts('quiz.none')}</p>
      <button type="submit" class="recall-button">
        {texts('quiz.exam.start')}
      </button>
    </form>
  );
}

interface SetupProps {
  readonly study: Study;
  readonly run: ExamRun;
}
