import type { CardTexts } from '../../format/card-texts.ts';
import type { ManifestItem } from '../../format/deck.ts';
import type { Instant } from '../../format/event.ts';
import type { ItemId, TagId } from '../../format/id.ts';
import {
  type CardMemory,
  isLeech,
  learnerDay,
  recallOf,
  type Schedule,
  type StateName,
  stateOf,
} from '../../scheduler/index.ts';
import type { Decks } from '../decks.ts';

/** A card or question as the list of all cards shows it. */
export interface CardRow {
  readonly item: ManifestItem;
  readonly isQuestion: boolean;
  readonly tags: readonly TagId[];
  /** Plain text; the id where there is none. */
  readonly front: string;
  readonly back: string;
  readonly state: StateName;
  readonly isDue: boolean;
  readonly isLeech: boolean;
  /** Whether its author changed its meaning since the learner's last answer. */
  readonly isChanged: boolean;
  /** `undefined` for what was never answered. */
  readonly memory: CardMemory | undefined;
  /** Probability of recall now, where there is a memory. */
  readonly recall: number | undefined;
}

/** Every card, and every question that the learner has met, in course order. */
export function createRows(
  { cards, questions, tagsOf }: Pick<Decks, 'cards' | 'questions' | 'tagsOf'>,
  texts: CardTexts,
  schedule: Schedule,
  now: Instant,
): readonly CardRow[] {
  const today = learnerDay(now, schedule.options.rolloverHour);
  const createRow = (item: ManifestItem, isQuestion: boolean): CardRow => {
    const memory = schedule.memories.get(item.id);
    const state = stateOf(schedule, item.id, now);
    const isActive = state !== 'suspended' && state !== 'buried';
    const [front = item.id, back = ''] = texts[item.id] ?? [];
    const isChanged = memory !== undefined && item.rev > memory.lastRev;
    return {
      item,
      isQuestion,
      tags: tagsOf(item),
      front,
      back,
      state,
      isDue:
        isActive && memory !== undefined && (isChanged || memory.dueAt <= now.at || memory.dueDay <= today),
      isLeech: isLeech(memory, schedule.options),
      isChanged,
      memory,
      recall: recallOf(schedule, item.id, now),
    };
  };
  const isMet = ({ id }: ManifestItem) => schedule.memories.has(id) || schedule.holds.has(id);
  return [
    ...cards.map((card) => createRow(card, false)),
    ...questions.filter(isMet).map((question) => createRow(question, true)),
  ];
}

/** Items with a memory that the course no longer has. */
export function findGone(
  { cards, questions }: Pick<Decks, 'cards' | 'questions'>,
  { memories }: Pick<Schedule, 'memories'>,
): readonly ItemId[] {
  const known = new Set<ItemId>([...cards, ...questions].map(({ id }) => id));
  return [...memories.keys()].filter((id) => !known.has(id)).sort();
}
