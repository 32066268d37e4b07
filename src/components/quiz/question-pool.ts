import type { ItemId } from '../../format/id.ts';
import type { Choosing } from '../../quiz/index.ts';
import { DEFAULT_OPTIONS, learnerDay, memoryAt, retrievability, startOfDay } from '../../scheduler/index.ts';
import type { Study } from '../study.ts';

/** What the learner wants first. */
export const PREFERENCES = ['chance', 'weakest', 'new', 'due'] as const;

/** One of {@link PREFERENCES}. */
export type Preference = (typeof PREFERENCES)[number];

/** How questions are chosen by a preference, as the learner's memory stands now. */
export function choosingBy(preference: Preference, study: Study): Choosing {
  switch (preference) {
    case 'chance':
      return { by: 'chance' };
    case 'weakest':
      return { by: 'weakness', recall: predictRecall(study), unseen: 'last' };
    case 'new':
      return { by: 'weakness', recall: predictRecall(study), unseen: 'first' };
    case 'due':
      return { by: 'due', due: findDueToday(study) };
  }
}

/** Predicted recall of every question ever answered. */
function predictRecall({ decks, memories, now }: Study): Map<ItemId, number> {
  const instant = now();
  const recall = new Map<ItemId, number>();
  for (const { id } of decks.questions) {
    const memory = memories.peek().get(id);
    if (memory) recall.set(id, retrievability(memoryAt(memory, instant), instant));
  }
  return recall;
}

/** Questions whose interval ends before the learner's day does. */
function findDueToday({ decks, memories, now }: Study): Set<ItemId> {
  const instant = now();
  const { rolloverHour } = DEFAULT_OPTIONS;
  const tomorrowAt = startOfDay(learnerDay(instant, rolloverHour) + 1, instant.offsetMinutes, rolloverHour);
  const due = decks.questions.filter(({ id }) => {
    const memory = memories.peek().get(id);
    return memory && memoryAt(memory, instant).dueAt < tomorrowAt;
  });
  return new Set(due.map(({ id }) => id));
}
