import type { Grade, LearnerEvent } from '../../format/event.ts';
import type { ItemId } from '../../format/id.ts';
import { type Answer, itemOf, learnerDay, type Schedule } from '../../scheduler/index.ts';

/** What a learner did on one of their days, in every session and tab. */
export interface DaySummary {
  /** Cards seen for the first time. */
  readonly started: number;
  readonly grades: Readonly<Record<Grade, number>>;
  /** Items that came back after days, each counted once. */
  readonly reviewed: number;
  /** Those of them that were known at the first try. */
  readonly recalled: number;
  readonly durationMs: number;
  /** What was forgotten most often, the worst first. */
  readonly hardest: readonly ItemId[];
}

/** Sums up a learner's day. `events` is the log that `schedule` is the fold of, under the ids of today. */
export function summarizeDay(events: readonly LearnerEvent[], schedule: Schedule, day: number): DaySummary {
  const { options, memories } = schedule;
  const grades = { 1: 0, 2: 0, 3: 0, 4: 0 };
  const first = new Map<ItemId, Grade>();
  const lapses = new Map<ItemId, number>();
  let durationMs = 0;
  for (const answer of listAnswers(events, schedule, day)) {
    const item = itemOf(answer) as ItemId;
    grades[answer.grade] += 1;
    durationMs += answer.durationMs;
    if (answer.grade === 1) lapses.set(item, (lapses.get(item) ?? 0) + 1);
    const isCram = answer.type === 'card.reviewed' && answer.cram === true;
    if (!isCram && !first.has(item)) first.set(item, answer.grade);
  }
  const reviewed = [...first].filter(([item]) => memories.get(item)?.reviewedDay === day);
  const started = [...first.keys()].filter((item) => {
    const memory = memories.get(item);
    return memory && !memory.isQuestion && learnerDay(memory.firstReview, options.rolloverHour) === day;
  });
  return {
    started: started.length,
    grades,
    reviewed: reviewed.length,
    recalled: reviewed.filter(([, grade]) => grade > 1).length,
    durationMs,
    hardest: [...lapses].sort(([, a], [, b]) => b - a).map(([item]) => item),
  };
}

/** The answers of a day that count, in the order of the log; found from its end, for a log is long and a day short. */
function listAnswers(
  events: readonly LearnerEvent[],
  { options, trace }: Schedule,
  day: number,
): readonly Answer[] {
  const answers: Answer[] = [];
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index] as LearnerEvent;
    const of = learnerDay(event, options.rolloverHour);
    // A journey can put an event of the day before behind one of this day.
    if (of < day - 1) break;
    const isAnswer = event.type === 'card.reviewed' || event.type === 'question.answered';
    if (of === day && isAnswer && !trace.undos.isUndone(event.id)) answers.push(event);
  }
  return answers.reverse();
}
