import { options } from 'virtual:recall/options';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ItemId, LessonId } from '../../format/id.ts';
import { storageNamespace } from '../../format/storage-keys.ts';
import { createBrowserPreferences } from '../../store/index.ts';
import { BackupReminder } from '../data/BackupReminder.tsx';
import { Failed } from '../failure/Failed.tsx';
import { HealthBanner } from '../health/HealthBanner.tsx';
import { KeptLine } from '../health/KeptLine.tsx';
import { readInterfaceSetting } from '../interface-settings.ts';
import { nextTask } from '../next-task.ts';
import { useInHand } from '../offline/use-in-hand.ts';
import type { ModuleChoice } from '../quiz/SetupFields.tsx';
import type { ScreenProps } from '../screen/mount-screen.tsx';
import { Opened } from '../screen/Opened.tsx';
import { openStudy, type Study } from '../study.ts';
import type { TagChoice } from '../tag-choices.ts';
import { Announcer } from './Announcer.tsx';
import { ChooseDialog } from './ChooseDialog.tsx';
import { Finished } from './Finished.tsx';
import { GradeBar } from './GradeBar.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { type DialogName, handleKey } from './keys.ts';
import { LeechNote } from './LeechNote.tsx';
import { MoreDialog } from './MoreDialog.tsx';
import { Progress } from './Progress.tsx';
import { createPressGuard } from './press-guard.ts';
import { adoptQuestionsPreference } from './questions-choice.ts';
import { ReviewCard } from './ReviewCard.tsx';
import { ReviewQuestion } from './ReviewQuestion.tsx';
import { forgetReturnPoint, keepReturnPoint, readReturnPoint } from './return-point.ts';
import { StudyHeader } from './StudyHeader.tsx';
import { createSession, type Session } from './session.ts';
import { formatStudyLink, parseStudyLink, type StudyLink, toFilter } from './study-link.ts';
import { Tools } from './Tools.tsx';

/** Ends a link that offers at once to study something else. */
const CHOOSE = '#choose';

const REFRESH_MS = 20_000;

const preferences = createBrowserPreferences(storageNamespace(options.base));

type WithStudy = { readonly study: Study };

type Run = {
  readonly session: Session;
  /** What is studied instead of the daily queue. */
  readonly link: StudyLink | undefined;
};

type Course = { readonly modules: readonly ModuleChoice[]; readonly tags: readonly TagChoice[] };

/** The daily review: opens the learner's log and the deck, then shows card after card. */
export function ReviewScreen(props: ScreenProps & Course) {
  const open = async () => {
    const study = await openStudy(props.locale);
    await nextTask();
    adoptQuestionsPreference(study, preferences);
    const first = startRun(study);
    await nextTask();
    return { study, first };
  };
  return (
    <Opened texts={props.texts} loading={props.texts('review.loading')} open={open}>
      {({ study, first }) => <Runs {...props} study={study} first={first} />}
    </Opened>
  );
}

/** One run after another, as the address says. */
function Runs({ study, first, ...props }: ScreenProps & Course & WithStudy & { readonly first: Run }) {
  const run = useSignal(first);
  useEffect(() => {
    const restart = () => {
      run.peek().session.close();
      run.value = startRun(study);
    };
    addEventListener('hashchange', restart);
    return () => removeEventListener('hashchange', restart);
  }, [study, run]);
  return <OpenReview {...props} study={study} {...run.value} />;
}

function startRun(study: Study): Run {
  const link = parseStudyLink(location.hash);
  const point = readReturnPoint(options.base);
  forgetReturnPoint(options.base);
  const left = point?.review === location.pathname + location.hash ? point : undefined;
  return { link, session: createSession(study, link && toFilter(link), left) };
}

function OpenReview({
  locale,
  language,
  texts,
  study,
  session,
  link,
  modules,
  tags,
}: ScreenProps & Course & WithStudy & Run) {
  const dialog = useSignal<DialogName>(location.hash === CHOOSE ? 'choose' : 'none');
  const guard = useMemo(createPressGuard, []);
  const view = session.view.value;
  useInHand('shownAt' in view ? `review ${view.shownAt}` : undefined);
  const home = `${options.base}${locale}/`;
  const lessonHref = (lesson: LessonId) => `${home}${lesson}/`;
  const reviewHref = `${home}review/`;
  const openDialog = (name: DialogName) => () => {
    dialog.value = name;
  };
  const closeDialog = openDialog('none');
  /** The source leads back to the card that it was opened from. */
  const leave = (source: string, item: ItemId) =>
    keepReturnPoint(options.base, {
      source,
      review: location.pathname + location.hash,
      label: texts('review.return'),
      closeName: texts('review.close'),
      item,
      answers: session.run.answers.peek(),
    });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handleKey(event, session, dialog, guard);
    // A card in its steps becomes due by the clock alone, and a phone may wake on another day.
    const timer = setInterval(session.refresh, REFRESH_MS);
    document.addEventListener('keydown', listener);
    document.addEventListener('visibilitychange', session.refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('keydown', listener);
      document.removeEventListener('visibilitychange', session.refresh);
    };
  }, [session, dialog, guard]);

  return (
    <>
      <HealthBanner log={study.log} texts={texts} />
      <Progress study={study} session={session} texts={texts} />
      {link && <StudyHeader {...{ link, study, session, modules, tags, texts, language, reviewHref }} />}
      <LeechNote study={study} session={session} texts={texts} lessonHref={lessonHref} />
      <Announcer session={session} texts={texts} />
      {view.state === 'loading' && <p class="recall-message">{texts('review.loading')}</p>}
      {view.state === 'failed' && <Failed texts={texts} failure={view.failure} retry={session.refresh} />}
      {view.state === 'finished' && (
        <>
          <Finished
            {...{ study, session, texts, language, home, lessonHref }}
            reviewHref={link && reviewHref}
            onChoose={openDialog('choose')}
          />
          <BackupReminder study={study} texts={texts} locale={locale} />
          <KeptLine log={study.log} now={study.now} texts={texts} locale={locale} />
        </>
      )}
      {view.state === 'question' && (
        <ReviewQuestion log={study.log} view={view} session={session} texts={texts} lessonHref={lessonHref} />
      )}
      {(view.state === 'front' || view.state === 'back') && (
        <ReviewCard
          {...{ view, session, guard, texts, lessonHref }}
          isTypedIn={readInterfaceSetting(study.schedule.value, 'type-in')}
          isSwiped={readInterfaceSetting(study.schedule.value, 'swipe')}
          onSource={leave}
        />
      )}
      <div class={`recall-review__bar${view.state === 'finished' ? ' recall-review__bar--resting' : ''}`}>
        {(view.state === 'front' || view.state === 'back') && (
          <GradeBar view={view} session={session} guard={guard} texts={texts} />
        )}
        {view.state === 'question' && view.given && (
          <button
            type="button"
            class="recall-button recall-button--wide"
            aria-keyshortcuts="Space Enter"
            onClick={session.next}
          >
            {texts('review.continue')}
          </button>
        )}
        <Tools session={session} dialog={dialog} texts={texts} />
      </div>
      {dialog.value === 'more' && (
        <MoreDialog
          study={study}
          session={session}
          texts={texts}
          cardsHref={`${home}cards/`}
          isDaily={!link}
          onHelp={openDialog('help')}
          onChoose={openDialog('choose')}
          onClose={closeDialog}
        />
      )}
      {dialog.value === 'choose' && (
        <ChooseDialog
          {...{ study, texts, modules, tags, link }}
          onStart={(chosen) => {
            closeDialog();
            location.hash = formatStudyLink(chosen);
          }}
          onClose={closeDialog}
        />
      )}
      {dialog.value === 'help' && <HelpDialog texts={texts} onClose={closeDialog} />}
    </>
  );
}
