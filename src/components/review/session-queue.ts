import type { Instant, LearnerEvent } from '../../format/event.ts';
import {
  type FilteredItem,
  type Queue,
  type QueueItem,
  type Schedule,
  type StudyFilter,
  selectFiltered,
} from '../../scheduler/index.ts';
import type { Decks } from '../decks.ts';
import type { RunAnswer } from './run.ts';

/** What a session asks, and how. */
export interface SessionItem extends QueueItem {
  /** Asked out of turn: its answer does not change the schedule. */
  readonly isCram?: boolean;
  /** Predicted probability of recall on the day of the exam that is studied for. */
  readonly examRecall?: number | undefined;
}

/** What is left of a session, first card first. */
export interface SessionQueue extends Queue {
  readonly items: readonly SessionItem[];
  /** How many cards chosen out of turn are predicted to be below the desired retention. */
  readonly weak?: number;
}

/** What a choice of cards is made from. */
export interface ChoiceInput {
  readonly decks: Pick<Decks, 'cards' | 'tagsOf'>;
  readonly schedule: Schedule;
  /** The log under the ids of today. */
  readonly events: readonly LearnerEvent[];
  readonly filter: StudyFilter;
  readonly answers: readonly RunAnswer[];
  readonly now: Instant;
}

/**
 * The cards that a learner chose to study apart from the daily queue, without its limits. One that is in turn counts
 * as in the daily review, and comes again within the run as long as it is in its steps; another comes again until it
 * was known.
 */
export function buildChosenQueue({
  decks,
  schedule,
  events,
  filter,
  answers,
  now,
}: ChoiceInput): SessionQueue {
  const { cards: deck, tagsOf } = decks;
  const { items, weak } = selectFiltered({ deck, tagsOf, schedule, events, filter, now });
  const last = new Map(answers.map((answer, index) => [answer.item, { ...answer, index }]));
  const aheadAt = now.at + schedule.options.learnAheadMinutes * 60_000;
  const first: SessionItem[] = [];
  const later: { readonly item: SessionItem; readonly rank: number }[] = [];
  let nextDueAt: number | undefined;
  for (const chosen of items) {
    const item = toSessionItem(chosen, filter);
    const answer = last.get(chosen.item.id);
    const { memory } = chosen;
    if (!answer) first.push(item);
    else if (answer.isCram && answer.grade === 1) later.push({ item, rank: answer.index });
    else if (!answer.isCram && memory && memory.phase !== 'review') {
      if (memory.dueAt <= now.at) first.unshift(item);
      else if (memory.dueAt <= aheadAt) later.push({ item, rank: memory.dueAt });
      if (memory.dueAt > now.at) nextDueAt = Math.min(nextDueAt ?? Number.POSITIVE_INFINITY, memory.dueAt);
    }
  }
  const left = [...first, ...later.sort((a, b) => a.rank - b.rank).map(({ item }) => item)];
  const counts = { learning: 0, review: 0, fresh: 0 };
  for (const { kind } of left) counts[kind] += 1;
  return { items: left, counts, held: { review: 0, fresh: 0 }, nextDueAt, weak };
}

function toSessionItem({ item, memory, kind, recall }: FilteredItem, { examDay }: StudyFilter): SessionItem {
  const isLearning = memory !== undefined && memory.phase !== 'review';
  return {
    kind: memory ? (isLearning ? 'learning' : 'review') : 'fresh',
    item,
    memory,
    changedSince: memory && item.rev > memory.lastRev ? memory.lastRev : undefined,
    isCram: kind === 'cram',
    examRecall: examDay === undefined ? undefined : recall,
  };
}
