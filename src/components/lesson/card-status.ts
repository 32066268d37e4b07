import type { ManifestCard } from '../../format/deck.ts';
import type { Instant } from '../../format/event.ts';
import type { LessonId } from '../../format/id.ts';
import { recallOf, type Schedule, selectFiltered, stateOf } from '../../scheduler/index.ts';

/** What a lesson says of a card in one word. Fading: due, or less likely to be recalled than the learner wants. */
export type MarkState = 'fading' | 'learning' | 'new' | 'known' | 'suspended';

// From the one that asks most of a learner to the one that asks nothing.
const MARK_STATES: readonly MarkState[] = ['fading', 'learning', 'new', 'known', 'suspended'];

/** How a card stands with the learner. */
export interface CardStatus {
  readonly card: ManifestCard;
  readonly state: MarkState;
  /** Put off by the learner for now, whatever its state. */
  readonly isBuried: boolean;
  readonly isDue: boolean;
  /** Predicted probability of recall, 0 to 1; `undefined` for what was never learnt. */
  readonly recall: number | undefined;
  /** When it comes, in milliseconds since 1970; `undefined` for what was never learnt or is held. */
  readonly dueAt: number | undefined;
}

/** How the cards of a lesson stand at `now`, in their order. */
export function readStatuses(
  cards: readonly ManifestCard[],
  lesson: LessonId,
  schedule: Schedule,
  now: Instant,
): readonly CardStatus[] {
  // What the review of this lesson would ask as due is due here, too.
  const { items } = selectFiltered({
    deck: cards,
    schedule,
    events: [],
    filter: { lessons: [lesson] },
    now,
  });
  const due = new Set(items.filter(({ kind }) => kind === 'due').map(({ item }) => item.id));
  return cards.map((card) => {
    const memory = schedule.memories.get(card.id);
    const recall = recallOf(schedule, card.id, now);
    const held = stateOf(schedule, card.id, now);
    const isDue = due.has(card.id);
    const isSuspended = held === 'suspended';
    return {
      card,
      state: isSuspended ? 'suspended' : stateFrom(memory?.phase, isDue, recall, schedule),
      isBuried: held === 'buried',
      isDue,
      recall,
      dueAt: held === 'suspended' || held === 'buried' ? undefined : memory?.dueAt,
    };
  });
}

/** The state of a note: of its cards the one that asks most, and how many are in it. */
export function worstOf(statuses: readonly CardStatus[]): {
  readonly state: MarkState;
  readonly count: number;
} {
  const state = MARK_STATES.find((name) => statuses.some((status) => status.state === name)) ?? 'new';
  return { state, count: statuses.filter((status) => status.state === state).length };
}

function stateFrom(
  phase: 'learning' | 'review' | 'relearning' | undefined,
  isDue: boolean,
  recall: number | undefined,
  { options }: Schedule,
): MarkState {
  if (phase === undefined) return 'new';
  if (phase !== 'review') return 'learning';
  return isDue || (recall ?? 0) < options.desiredRetention ? 'fading' : 'known';
}
