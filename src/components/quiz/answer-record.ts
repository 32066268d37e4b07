import type { EventId } from '../../format/id.ts';
import type { Attempt } from '../../quiz/index.ts';
import { previewGrades } from '../../scheduler/index.ts';
import type { Saved } from '../../store/index.ts';
import type { Study } from '../study.ts';

/** Writes an attempt to the log as an event that schedules its question from the moment it was answered. */
export function recordAttempt(
  study: Study,
  attempt: Attempt,
): { readonly event: EventId; readonly saved: Promise<Saved> } {
  const { question, grade, score, hints, response, durationMs, at } = attempt;
  const instant = { ...study.now(), at };
  const { interval } = previewGrades({ item: question, schedule: study.schedule.peek(), now: instant })[
    grade
  ];
  const { rev = 1 } = study.decks.questions.find(({ id }) => id === question) ?? {};
  const appended = study.log.append({
    ...instant,
    type: 'question.answered',
    question,
    grade,
    interval,
    ...(rev > 1 && { rev }),
    score,
    hints,
    response,
    durationMs: Math.round(durationMs),
  });
  return { event: appended.event.id, saved: appended.saved };
}

/**
 * Writes the attempts of an exam, all of one moment, to the log. One that the log has already is passed over, so that
 * a page closed in the middle of it writes the rest when it is opened again.
 */
export function recordExam(study: Study, attempts: readonly Attempt[]): void {
  const recorded = new Set<string>();
  for (const event of study.log.events()) {
    if (event.type === 'question.answered') recorded.add(`${event.question} ${event.at}`);
  }
  for (const attempt of attempts) {
    if (!recorded.has(`${attempt.question} ${attempt.at}`)) recordAttempt(study, attempt);
  }
}
