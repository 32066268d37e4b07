import type { ItemId } from '../../format/id.ts';
import type { Choosing } from '../../quiz/index.ts';
import { isHeld, learnerDay, recallOf } from '../../scheduler/index.ts';
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
function predictRecall({ decks, schedule, now }: Study): Map<ItemId, number> {
  const instant = now();
  const recall = new Map<ItemId, number>();
  for (const { id } of decks.questions) {
    const predicted = recallOf(schedule.peek(), id, instant);
    if (predicted !== undefined) recall.set(id, predicted);
  }
  return recall;
}

/** Questions whose interval ends before the learner's day does. */
function findDueToday({ decks, schedule, now }: Study): Set<ItemId> {
  const { memories, holds, options } = schedule.peek();
  const today = learnerDay(now(), options.rolloverHour);
  const due = decks.questions.filter(({ id }) => {
    const memory = memories.get(id);
    return memory && memory.dueDay <= today && !isHeld(holds.get(id), today);
  });
  return new Set(due.map(({ id }) => id));
}
