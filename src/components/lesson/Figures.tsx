import { addUp } from './lesson-figures.ts';
import type { LessonStudy } from './lesson-study.ts';
import { formatUntil } from './status-text.ts';

/** How the cards of a lesson stand, in figures. */
export function Figures({
  lessonStudy: { learner, statuses, texts },
}: {
  readonly lessonStudy: LessonStudy;
}) {
  const { fresh, due, known, suspended, recallPercent, nextDueAt } = addUp(statuses.value);
  const moment = { now: learner.now(), options: learner.schedule.value.options };
  const counts = [
    [fresh, texts('lesson-cards.new')],
    [due, texts('lesson-cards.due')],
    [known, texts('lesson-cards.known')],
  ] as const;
  return (
    <>
      <ul class="recall-lesson-cards__counts">
        {counts.map(([count, name]) => (
          <li key={name}>
            <strong>{count}</strong> {name}
          </li>
        ))}
      </ul>
      <p class="recall-lesson-cards__note">
        {recallPercent !== undefined && (
          <span>{texts('lesson-cards.recall', { percent: recallPercent })}</span>
        )}
        {nextDueAt !== undefined && (
          <span>{texts('lesson-cards.next', { when: formatUntil(nextDueAt, moment, texts) })}</span>
        )}
        {suspended > 0 && <span>{texts('lesson-cards.suspended', { count: suspended })}</span>}
      </p>
    </>
  );
}
