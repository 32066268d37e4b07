import type { ManifestItem } from '../format/deck.ts';
import type { Instant } from '../format/event.ts';
import type { ItemId, NoteId } from '../format/id.ts';
import { learnerDay, MINUTE, startOfDay } from './day.ts';
import type { Memories } from './fold.ts';
import { type CardMemory, isDue, memoryAt } from './memory.ts';
import { parseOptions, type SchedulerOptions } from './options.ts';

/** Why a card is in the queue: in its steps, due after days, or never seen. */
export type QueueKind = 'learning' | 'review' | 'fresh';

/** A card to study; `memory` is `undefined` for a fresh one. */
export interface QueueItem<Item extends ManifestItem = ManifestItem> {
  readonly kind: QueueKind;
  readonly item: Item;
  readonly memory: CardMemory | undefined;
}

/** What is to be studied now, first card first. */
export interface Queue<Item extends ManifestItem = ManifestItem> {
  readonly items: readonly QueueItem<Item>[];
  /** What is left of today: `learning` counts the cards in their steps that come later today, too. */
  readonly counts: Readonly<Record<QueueKind, number>>;
  /** When the next card in its steps becomes due, after `now`; a queue built then will put it first. */
  readonly nextDueAt: number | undefined;
}

/** What a queue is built from. */
export interface QueueInput<Item extends ManifestItem = ManifestItem> {
  /** Every card and question to choose from, in course order. A question never answered counts as a fresh card. */
  readonly deck: readonly Item[];
  /** Questions that are not to be asked, but whose wrong answers still pull their cards. */
  readonly unasked?: readonly ManifestItem[];
  readonly memories: Memories;
  readonly now: Instant;
  readonly options?: Partial<SchedulerOptions>;
}

/** Lists what is to be studied at `now`; build it anew after every answer. */
export function buildQueue<Item extends ManifestItem>({
  deck,
  unasked = [],
  memories,
  now,
  options: chosen,
}: QueueInput<Item>): Queue<Item> {
  const options = parseOptions(chosen);
  const items = deck.map((item) => createItem(item, memories.get(item.id), now, options));
  const today = learnerDay(now, options.rolloverHour);
  const tomorrowAt = startOfDay(today + 1, now.offsetMinutes, options.rolloverHour);
  const aheadAt = now.at + options.learnAheadMinutes * MINUTE;

  const learning = items.filter(({ kind }) => kind === 'learning').sort(byDue);
  const waiting = learning.filter((item) => dueAtOf(item) > now.at);
  const others = unasked.map((item) => createItem(item, memories.get(item.id), now, options));
  const missed = findMissedNotes([...items, ...others]);
  const claims = claimNotes(items, today, options.rolloverHour);
  const pulls = new Map<NoteId, ItemId>();
  const isMissed = (queued: QueueItem): boolean => missed.has(queued.item.note) && !isQuestion(queued);
  const isUnclaimed = (queued: QueueItem): boolean => claim(isMissed(queued) ? pulls : claims, queued.item);
  const reviews = items
    .filter((queued) => {
      const { kind, memory } = queued;
      return kind === 'review' && memory && (isMissed(queued) || isDue(memory, now, options.rolloverHour));
    })
    .sort(byDue)
    .filter(isUnclaimed);
  const allowance = Math.max(0, options.newPerDay - countNewToday(memories, now, options.rolloverHour));
  const fresh: QueueItem<Item>[] = [];
  for (const item of items) {
    if (fresh.length >= allowance) break;
    if (item.kind === 'fresh' && isUnclaimed(item)) fresh.push(item);
  }

  return {
    items: [
      ...learning.filter((item) => dueAtOf(item) <= now.at),
      ...interleave(reviews, fresh),
      ...waiting.filter((item) => dueAtOf(item) <= aheadAt),
    ],
    counts: {
      learning: learning.filter((item) => dueAtOf(item) < Math.max(tomorrowAt, aheadAt)).length,
      review: reviews.length,
      fresh: fresh.length,
    },
    nextDueAt: waiting[0]?.memory?.dueAt,
  };
}

/** How many cards were seen for the first time in the learner's day of `now`. Questions have no such limit. */
function countNewToday(memories: Memories, now: Instant, rolloverHour: number): number {
  const today = learnerDay(now, rolloverHour);
  let count = 0;
  for (const { history } of memories.values()) {
    const [first] = history;
    if (first?.type === 'card.reviewed' && learnerDay(first, rolloverHour) === today) count++;
  }
  return count;
}

/** Notes of which a question was last answered wrong, with no card of them reviewed since. */
function findMissedNotes(items: readonly QueueItem[]): ReadonlySet<NoteId> {
  const missedAt = new Map<NoteId, number>();
  for (const queued of items) {
    const { item, memory } = queued;
    if (memory?.lastGrade !== 1 || !isQuestion(queued)) continue;
    missedAt.set(item.note, Math.max(memory.lastReview.at, missedAt.get(item.note) ?? 0));
  }
  for (const queued of missedAt.size > 0 ? items : []) {
    const { item, memory } = queued;
    const at = missedAt.get(item.note);
    if (memory && at !== undefined && !isQuestion(queued) && memory.lastReview.at > at)
      missedAt.delete(item.note);
  }
  return new Set(missedAt.keys());
}

function isQuestion({ memory }: QueueItem): boolean {
  return memory?.history[0]?.type === 'question.answered';
}

function createItem<Item extends ManifestItem>(
  item: Item,
  whole: CardMemory | undefined,
  now: Instant,
  options: SchedulerOptions,
): QueueItem<Item> {
  if (!whole) return { kind: 'fresh', item, memory: undefined };
  const memory = memoryAt(whole, now, options);
  return { kind: memory.phase === 'review' ? 'review' : 'learning', item, memory };
}

/** Notes with a card in its steps or reviewed today, each with one such card: its siblings wait. */
function claimNotes(items: readonly QueueItem[], today: number, rolloverHour: number): Map<NoteId, ItemId> {
  const claims = new Map<NoteId, ItemId>();
  for (const { kind, item, memory } of items) {
    if (!memory) continue;
    const isToday = learnerDay(memory.lastReview, rolloverHour) === today;
    if (kind === 'learning' || isToday) claim(claims, item);
  }
  return claims;
}

/** Claims a card's note for it; `false` if a sibling was first. */
function claim(claims: Map<NoteId, ItemId>, item: ManifestItem): boolean {
  const owner = claims.get(item.note);
  if (owner === undefined) claims.set(item.note, item.id);
  return owner === undefined || owner === item.id;
}

/** Merges two lists so that each is spread evenly over the whole, the first list first where they tie. */
function interleave<T>(first: readonly T[], second: readonly T[]): T[] {
  const at = (list: readonly T[]) =>
    list.map((item, index) => ({ item, place: (index + 0.5) / list.length }));
  return [...at(first), ...at(second)].sort((a, b) => a.place - b.place).map(({ item }) => item);
}

function byDue(a: QueueItem, b: QueueItem): number {
  return dueAtOf(a) - dueAtOf(b) || (a.item.id < b.item.id ? -1 : 1);
}

function dueAtOf({ memory }: QueueItem): number {
  return memory?.dueAt ?? Number.POSITIVE_INFINITY;
}
