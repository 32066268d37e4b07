import type { ModuleChoice } from '../quiz/SetupFields.tsx';
import type { Study } from '../study.ts';
import { nameTags, type TagChoice } from '../tag-choices.ts';
import type { Texts } from '../texts.ts';
import type { Session } from './session.ts';
import type { StudyLink } from './study-link.ts';

interface Props {
  readonly link: StudyLink;
  readonly study: Study;
  readonly session: Session;
  readonly modules: readonly ModuleChoice[];
  readonly tags: readonly TagChoice[];
  readonly texts: Texts;
  readonly language: string;
  /** The daily review. */
  readonly reviewHref: string;
}

/** Says what is studied apart from the daily review, what that does to the schedule, and the way back. */
export function StudyHeader({ study, reviewHref, ...named }: Props) {
  const { link, session, texts } = named;
  const { weak = 0 } = session.queue.value;
  const { desiredRetention } = study.schedule.value.options;
  return (
    <aside class="recall-review__study" aria-label={texts('review.study')}>
      <p>
        <strong>{nameStudy(named)}</strong>{' '}
        {link.examDay !== undefined &&
          texts('review.study.weak', { count: weak, percent: Math.round(100 * desiredRetention) })}
      </p>
      <a href={reviewHref}>{texts('review.study.leave')}</a>
    </aside>
  );
}

function nameStudy(named: Omit<Props, 'study' | 'reviewHref'>): string {
  const { link, session, modules, tags, texts, language } = named;
  const view = session.view.value;
  const lesson = 'face' in view ? view.face.lessonTitle : texts('review.study.lesson');
  const parts = [
    link.lessons ? (link.lessons.length === 1 ? lesson : texts('review.study.lessons')) : undefined,
    link.lessons || link.module === undefined
      ? undefined
      : (modules.find(({ id }) => id === link.module)?.title ?? link.module),
    link.kind && texts(`review.study.kind.${link.kind}`),
    link.tags && nameTags(link.tags, tags).join(' / '),
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
