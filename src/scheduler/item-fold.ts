import type { ItemId } from '../format/id.ts';
import type { Answer, ItemEvent } from './answer.ts';
import { isScheduling } from './answer.ts';
import type { MemoryState } from './fsrs.ts';
import { applyHold, type Hold } from './hold.ts';
import {
  applyAnswer,
  applyDueSet,
  type CardMemory,
  createRules,
  type Rules,
  rescheduleMemory,
} from './memory.ts';
import { isBefore } from './place.ts';
import type { Rescheduling } from './settings.ts';

/** All that is known of one item. */
export interface ItemState {
  readonly memory: CardMemory | undefined;
  readonly hold: Hold | undefined;
}

/** A rescheduling with the rules by which it was made. */
export interface Moment extends Rescheduling {
  readonly rules: Rules;
  /** Whether its weights are those of today, so that stability need not be replayed. */
  readonly hasTodaysWeights: boolean;
}

/** Moments as {@link foldItem} takes them. */
export function createMoments(reschedulings: readonly Rescheduling[], today: Rules): readonly Moment[] {
  const { weights } = today.options;
  return reschedulings.map((rescheduling) => ({
    ...rescheduling,
    rules: createRules(rescheduling.options),
    hasTodaysWeights: rescheduling.options.weights.join() === weights.join(),
  }));
}

/** Folds one item's events, in canonical order, none of them undone. */
export function foldItem(
  item: ItemId,
  events: readonly ItemEvent[],
  rules: Rules,
  moments: readonly Moment[] = [],
): ItemState {
  let state: ItemState = { memory: undefined, hold: undefined };
  let passed = 0;
  const reschedule = (moment: Moment) => {
    const { memory } = state;
    if (!memory) return;
    const stability = moment.hasTodaysWeights ? memory.stability : replayStability(events, moment, rules);
    const { rolloverHour } = rules.options;
    state = { ...state, memory: rescheduleMemory(memory, stability, moment.rules, rolloverHour) };
  };
  for (const event of events) {
    for (let next = moments[passed]; next && isBefore(next, event); next = moments[passed]) {
      reschedule(next);
      passed += 1;
    }
    state = applyItemEvent(state, item, event, rules);
  }
  for (const moment of moments.slice(passed)) reschedule(moment);
  return state;
}

/** The state of an item after one more of its events. */
export function applyItemEvent(state: ItemState, item: ItemId, event: ItemEvent, rules: Rules): ItemState {
  const { memory, hold } = state;
  switch (event.type) {
    case 'card.reviewed':
    case 'question.answered':
      return isScheduling(event) ? { memory: applyAnswer(memory, item, event, rules), hold } : state;
    case 'card.reset':
      return { memory: undefined, hold };
    case 'due.set':
      return memory ? { memory: applyDueSet(memory, event, rules), hold } : state;
    default:
      return { memory, hold: applyHold(hold, event) };
  }
}

/** Stability at a moment as the weights then in force give it. */
function replayStability(events: readonly ItemEvent[], moment: Moment, { dayOf }: Rules): number {
  let state: MemoryState | undefined;
  let last: Answer | undefined;
  for (const event of events) {
    if (!isBefore(event, moment)) break;
    if (event.type === 'card.reset') {
      state = undefined;
      last = undefined;
    }
    if (!isScheduling(event)) continue;
    const elapsed = last ? dayOf(event) - dayOf(last) : 0;
    state = moment.rules.fsrs.next(state, elapsed, event.grade);
    last = event;
  }
  if (!state) throw new Error(`Inconsistent: no answer before the rescheduling ${moment.id}`);
  return state.stability;
}
