import { useEffect, useRef } from 'preact/hooks';
import { GRADES } from '../../format/event.ts';
import type { LessonId } from '../../format/id.ts';
import type { StringKey } from '../../format/strings.ts';
import { forecast, learnerDay } from '../../scheduler/index.ts';
import { formatWait } from '../interval-text.ts';
import { putOffTheRest, selectReviewItems } from '../outlook.ts';
import { applyRenames } from '../renames.ts';
import type { Study } from '../study.ts';
import type { Texts } from '../texts.ts';
import { GRADE_NAMES } from './act.ts';
import { type DaySummary, summarizeDay } from './day-summary.ts';
import { HardestCards } from './HardestCards.tsx';
import type { Session } from './session.ts';
import { Week } from './Week.tsx';

interface Props {
  readonly study: Study;
  readonly session: Session;
  readonly texts: Texts;
  readonly language: string;
  /** Where the lessons are. */
  readonly home: string;
  readonly lessonHref: (lesson: LessonId) => string;
  /** The daily review, where it is not that which has come to its end. */
  readonly reviewHref: string | undefined;
  /** Offers to study something else. */
  readonly onChoose: () => void;
}

/** The end of a day's queue: what was done, what comes next, what more could come, and the way on. */
export function Finished(props: Props) {
  const { study, session, texts, language, home, lessonHref, reviewHref, onChoose } = props;
  const { decks, log, now } = study;
  const schedule = study.schedule.value;
  const today = learnerDay(now(), schedule.options.rolloverHour);
  const summary = summarizeDay(applyRenames(log.events(), decks.history), schedule, today);
  const answers = GRADES.reduce((sum, grade) => sum + summary.grades[grade], 0);
  const { deck } = selectReviewItems(decks, schedule.memories, schedule.options.reviewQuestions);
  const week = putOffTheRest(forecast(schedule, deck, now(), 8), 0).slice(1);
  const { nextDueAt } = session.queue.value;
  const heading = useRef<HTMLHeadingElement>(null);
  // The last card and its buttons are gone: the keyboard and a screen reader go on from here.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div class="recall-review__finished">
      <h2 ref={heading} tabIndex={-1}>
        {texts(headingOf(props, answers))}
      </h2>
      {answers > 0 && <DayFigures summary={summary} answers={answers} texts={texts} />}
      {nextDueAt !== undefined && (
        <p>{texts('review.again-later', { when: formatWait(nextDueAt - now().at, texts) })}</p>
      )}
      {!reviewHref && <More session={session} texts={texts} />}
      {summary.hardest.length > 0 && (
        <HardestCards
          items={summary.hardest}
          decks={decks}
          texts={texts}
          language={language}
          lessonHref={lessonHref}
        />
      )}
      {week.some((count) => count > 0) && (
        <Week counts={week} today={today} texts={texts} language={language} />
      )}
      <p class="recall-review__ways">
        <a class="recall-button" href={reviewHref ?? home}>
          {texts(reviewHref ? 'review.study.leave' : 'review.back')}
        </a>
        <button type="button" class="recall-quiet" onClick={onChoose}>
          {texts('review.study')}
        </button>
      </p>
    </div>
  );
}

function headingOf({ session, reviewHref }: Props, answersToday: number): StringKey {
  if (!reviewHref) return answersToday > 0 ? 'review.finished' : 'review.empty';
  return session.run.answers.value.length > 0 ? 'review.study.finished' : 'review.study.none';
}

interface FiguresProps {
  readonly summary: DaySummary;
  readonly answers: number;
  readonly texts: Texts;
}

function DayFigures({ summary, answers, texts }: FiguresProps) {
  const { started, grades, reviewed, recalled, durationMs } = summary;
  return (
    <>
      <dl class="recall-review__day">
        <Figure name={texts('review.day.answers')} value={String(answers)} />
        {started > 0 && <Figure name={texts('review.day.started')} value={String(started)} />}
        {reviewed > 0 && (
          <Figure
            name={texts('review.day.recalled')}
            value={texts('review.day.percent', { count: Math.round((100 * recalled) / reviewed) })}
          />
        )}
        <Figure name={texts('review.day.time')} value={formatWait(durationMs, texts)} />
      </dl>
      <ul class="recall-review__by-grade">
        {GRADES.map((grade) => (
          <li key={grade} class={`recall-grade--${GRADE_NAMES[grade]}`}>
            {texts(`review.${GRADE_NAMES[grade]}`)} <strong>{grades[grade]}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** What today's limits keep back, and the ways to have it all the same. */
function More({ session, texts }: { readonly session: Session; readonly texts: Texts }) {
  const { held } = session.queue.value;
  const { fresh, review } = session.extension.value;
  if (fresh + review === 0) return null;
  return (
    <div class="recall-review__more-today">
      {review > 0 && <p>{texts('review.held.review', { count: held.review })}</p>}
      {fresh > 0 && <p>{texts('review.held.fresh', { count: held.fresh })}</p>}
      <p>
        {review > 0 && (
          <button type="button" class="recall-quiet" onClick={() => session.extend('review')}>
            {texts('review.extend.review', { count: review })}
          </button>
        )}
        {fresh > 0 && (
          <button type="button" class="recall-quiet" onClick={() => session.extend('fresh')}>
            {texts('review.extend.fresh', { count: fresh })}
          </button>
        )}
      </p>
    </div>
  );
}
