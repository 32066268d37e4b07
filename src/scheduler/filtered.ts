import type { ManifestItem } from '../format/deck.ts';
import type { Instant, LearnerEvent } from '../format/event.ts';
import type { ItemId, LessonId, TagId } from '../format/id.ts';
import { itemOf } from './answer.ts';
import { DAY, learnerDay, startOfDay } from './day.ts';
import type { Schedule } from './fold.ts';
import { isHeld } from './hold.ts';
import { isLeech } from './leech.ts';
import { type CardMemory, isDue, retrievability } from './memory.ts';
import { compareDue } from './order.ts';
import type { Phase } from './steps.ts';
import { collectUndos } from './undo.ts';

/** What a learner wants to study out of turn; all that is given must be met. */
export interface StudyFilter {
  readonly lessons?: readonly LessonId[];
  /** A folder of lessons. */
  readonly module?: string;
  readonly kinds?: readonly ManifestItem['kind'][];
  /** Has at least one of them. */
  readonly tags?: readonly TagId[];
  readonly phases?: readonly ('new' | Phase)[];
  /** Answered with Again in the last 7 days, in turn or not. */
  readonly failed?: true;
  readonly leeches?: true;
  /** The learner's day of an exam: what will be weakest then comes first. */
  readonly examDay?: number;
}

/** An item that a filter chose. */
export interface FilteredItem<Item extends ManifestItem = ManifestItem> {
  readonly item: Item;
  readonly memory: CardMemory | undefined;
  /** An answer counts for what is due or new; `cram` is asked out of turn and must be stored as such. */
  readonly kind: 'due' | 'fresh' | 'cram';
  /** Predicted recall now, or on the day of the exam; `undefined` for what was never learnt. */
  readonly recall: number | undefined;
}

/** What a filter chose, first to be asked first. */
export interface Filtered<Item extends ManifestItem = ManifestItem> {
  readonly items: readonly FilteredItem<Item>[];
  readonly counts: Readonly<Record<FilteredItem['kind'], number>>;
  /** Items that are predicted below the desired retention, or were never learnt. */
  readonly weak: number;
}

/** What a choice is made from. */
export interface FilteredInput<Item extends ManifestItem = ManifestItem> {
  readonly deck: readonly Item[];
  /** The tags of an item, where a filter names some; unless given, no item has a tag. */
  readonly tagsOf?: (item: ManifestItem) => readonly TagId[];
  readonly schedule: Schedule;
  /** The log that the schedule is the fold of. */
  readonly events: readonly LearnerEvent[];
  readonly filter: StudyFilter;
  readonly now: Instant;
}

/**
 * Chooses what to study out of turn, without the day's limits. What is held stays out. First what is due, then what is
 * new in course order, then the rest by recall; for an exam first what was learnt and will be weak, then what is new.
 */
export function selectFiltered<Item extends ManifestItem>({
  deck,
  tagsOf = () => [],
  schedule,
  events,
  filter,
  now,
}: FilteredInput<Item>): Filtered<Item> {
  const { options, memories, holds, trace } = schedule;
  const today = learnerDay(now, options.rolloverHour);
  const failed = filter.failed ? findFailed(events, now) : undefined;
  const { tags, examDay } = filter;
  const examAt =
    examDay === undefined ? now.at : startOfDay(examDay, now.offsetMinutes, options.rolloverHour);
  const then: Instant = { ...now, at: Math.max(now.at, examAt) };
  const chosen = deck.flatMap((item): FilteredItem<Item>[] => {
    const memory = memories.get(item.id);
    if (isHeld(holds.get(item.id), today) || !matches(item, memory, filter, schedule)) return [];
    if (failed && !failed.has(item.id)) return [];
    if (tags && !tagsOf(item).some((tag) => tags.includes(tag))) return [];
    const recall = memory && retrievability(memory, then, trace.rules);
    return [{ item, memory, kind: kindOf(item, memory, now, today), recall }];
  });
  const rankOf = examDay === undefined ? rankByTurn : rankForExam(options.desiredRetention);
  const items = chosen
    .map((item, index) => ({ item, index, rank: rankOf(item) }))
    .sort(
      (a, b) => a.rank - b.rank || compareWithin(a.item, b.item, examDay !== undefined) || a.index - b.index,
    )
    .map(({ item }) => item);
  const counts = { due: 0, fresh: 0, cram: 0 };
  for (const { kind } of items) counts[kind] += 1;
  return { items, counts, weak: items.filter(({ recall = 0 }) => recall < options.desiredRetention).length };
}

function matches(
  item: ManifestItem,
  memory: CardMemory | undefined,
  filter: StudyFilter,
  { options }: Schedule,
): boolean {
  const { lessons, module, kinds, phases, leeches } = filter;
  return (
    (!lessons || lessons.includes(item.lesson)) &&
    (module === undefined || item.lesson.startsWith(`${module}/`)) &&
    (!kinds || kinds.includes(item.kind)) &&
    (!phases || phases.includes(memory?.phase ?? 'new')) &&
    (!leeches || isLeech(memory, options))
  );
}

function kindOf(
  item: ManifestItem,
  memory: CardMemory | undefined,
  now: Instant,
  today: number,
): FilteredItem['kind'] {
  if (!memory) return 'fresh';
  const isInTurn = memory.phase !== 'review' || isDue(memory, now, today) || item.rev > memory.lastRev;
  return isInTurn ? 'due' : 'cram';
}

function rankByTurn({ kind }: FilteredItem): number {
  return kind === 'due' ? 0 : kind === 'fresh' ? 1 : 2;
}

function rankForExam(desiredRetention: number): (item: FilteredItem) => number {
  return ({ recall }) => (recall === undefined ? 1 : recall < desiredRetention ? 0 : 2);
}

function compareWithin(a: FilteredItem, b: FilteredItem, isExam: boolean): number {
  if (!a.memory || !b.memory) return 0;
  if (!isExam && a.kind === 'due') return compareDue(a.memory, b.memory);
  return (a.recall ?? 0) - (b.recall ?? 0);
}

/** Items with an Again that counts in the 7 days before `now`. */
function findFailed(events: readonly LearnerEvent[], now: Instant): ReadonlySet<ItemId> {
  const undos = collectUndos(events);
  const failed = new Set<ItemId>();
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const event = events[index] as LearnerEvent;
    if (event.at < now.at - 7 * DAY) break;
    const item = itemOf(event);
    const isAgain = 'grade' in event && event.grade === 1 && event.at <= now.at + DAY;
    if (isAgain && item !== undefined && !undos.isUndone(event.id)) failed.add(item);
  }
  return failed;
}
