import type { Grade, Instant, LearnerEvent, WritableEvent } from '../../format/event.ts';
import type { EventId, ItemId } from '../../format/id.ts';
import type { StringKey } from '../../format/strings.ts';
import { findLastAct, itemOf } from '../../scheduler/index.ts';
import type { Decks } from '../decks.ts';
import { applyRenames } from '../renames.ts';
import type { Texts } from '../texts.ts';

/** The newest thing that the learner did to cards and can take back. */
export interface Act {
  readonly events: readonly EventId[];
  /** The items concerned, under their ids of today. */
  readonly items: readonly ItemId[];
  readonly type: WritableEvent['type'];
  /** Of an answer to a card. */
  readonly grade: Grade | undefined;
}

/** Finds the act that an undo would take back, in this run or before it, up to a day ago. */
export function findAct(
  events: readonly LearnerEvent[],
  now: Instant,
  { history }: Pick<Decks, 'history'>,
): Act | undefined {
  const found = findLastAct(events, now);
  // An answer may have switched its card off in the same moment: it is the answer that the learner gave.
  const first = found.find(({ type }) => type === 'card.reviewed') ?? found[0];
  if (!first) return undefined;
  return {
    events: found.map(({ id }) => id),
    items: [...new Set(applyRenames(found, history).flatMap((event) => itemOf(event) ?? []))],
    type: first.type,
    grade: first.type === 'card.reviewed' ? first.grade : undefined,
  };
}

/** Names an act in a word or two, e.g. `Good`, `suspended`, `suspended (12)`. */
export function nameAct({ type, grade, items }: Act, texts: Texts): string {
  const name = texts(grade ? `review.${GRADE_NAMES[grade]}` : (ACT_KEYS.get(type) ?? 'review.act.answered'));
  return items.length > 1 ? texts('review.act.several', { act: name, count: items.length }) : name;
}

/** The names of the grades, as texts and styles know them. */
export const GRADE_NAMES = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const satisfies Record<
  Grade,
  string
>;

const ACT_KEYS: ReadonlyMap<string, StringKey> = new Map([
  ['question.answered', 'review.act.answered'],
  ['card.suspended', 'review.act.suspended'],
  ['card.unsuspended', 'review.act.unsuspended'],
  ['card.buried', 'review.act.buried'],
  ['card.unburied', 'review.act.unburied'],
  ['card.reset', 'review.act.reset'],
  ['due.set', 'review.act.due-set'],
]);
