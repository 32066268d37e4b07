import type { ModuleChoice } from '../quiz/SetupFields.tsx';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import type { Session } from './session.ts';
import type { StudyLink } from './study-link.ts';

interface Props {
  readonly link: StudyLink;
  readonly study: Study;
  readonly session: Session;
  readonly modules: readonly ModuleChoice[];
  readonly texts: Texts;
  readonly language: string;
  /** The daily review. */
  readonly reviewHref: string;
}

/** Says what is studied apart from the daily review, what that does to the schedule, and the way back. */
export function StudyHeader({ link, study, session, modules, texts, language, reviewHref }: Props) {
  const { weak = 0 } = session.queue.value;
  const { desiredRetention } = study.schedule.value.options;
  return (
    <aside class="recall-review__study" aria-label={texts('review.study')}>
      <p>
        <strong>{nameStudy({ link, session, modules, texts, language })}</strong>{' '}
        {link.examDay !== undefined &&
          texts('review.study.weak', { count: weak, percent: Math.round(100 * desiredRetention) })}
      </p>
      <a href={reviewHref}>{texts('review.study.leave')}</a>
    </aside>
  );
}

function nameStudy(props: Pick<Props, 'link' | 'session' | 'modules' | 'texts' | 'language'>): string {
  const { link, session, modules, texts, language } = props;
  const view = session.view.value;
  const lesson = 'face' in view ? view.face.lessonTitle : texts('review.study.lesson');
  const parts = [
    link.lessons ? (link.lessons.length === 1 ? lesson : texts('review.study.lessons')) : undefined,
    link.lessons || link.module === undefined
      ? undefined
      : (modules.find(({ id }) => id === link.module)?.title ?? link.module),
    link.tag && texts(`review.study.tag.${link.tag}`),
    link.failed && texts('review.study.failed'),
    link.leeches && texts('review.study.leeches'),
    link.examDay === undefined
      ? undefined
      : texts('review.study.exam-on', { day: formatDay(link.examDay, language) }),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : texts('review.study.all');
}

function formatDay(day: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day * DAY);
}

const DAY = 86_400_000;
