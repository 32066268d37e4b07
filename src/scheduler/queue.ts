import type { ManifestItem } from '../format/deck.ts';
import type { Instant } from '../format/event.ts';
import type { ItemId, NoteId } from '../format/id.ts';
import { measureAllowance } from './allowance.ts';
import { learnerDay, MINUTE, startOfDay } from './day.ts';
import type { Memories, Schedule } from './fold.ts';
import { isHeld } from './hold.ts';
import { type CardMemory, isDue } from './memory.ts';
import { compareDue, mixQueue, orderReviews, shuffleById } from './order.ts';

/** Why a card is in the queue: in its steps, waited for days, or never seen. */
export type QueueKind = 'learning' | 'review' | 'fresh';

/** A card to study; `memory` is `undefined` for a fresh one. */
export interface QueueItem<Item extends ManifestItem = ManifestItem> {
  readonly kind: QueueKind;
  readonly item: Item;
  readonly memory: CardMemory | undefined;
  /** The revision that was answered last, where the course has a newer one now. */
  readonly changedSince: number | undefined;
}

/** What is to be studied now, first card first. */
export interface Queue<Item extends ManifestItem = ManifestItem> {
  readonly items: readonly QueueItem<Item>[];
  /** What is left of today: `learning` counts the cards in their steps that come later today, too. */
  readonly counts: Readonly<Record<QueueKind, number>>;
  /** What waits for another day because today's limits are reached: reviews that are due, and all new cards left. */
  readonly held: Readonly<Record<'review' | 'fresh', number>>;
  /** When the next card in its steps becomes due, after `now`; a queue built then will put it first. */
  readonly nextDueAt: number | undefined;
}

/** What a queue is built from. */
export interface QueueInput<Item extends ManifestItem = ManifestItem> {
  /** Every card and question to choose from, in course order. A question never answered counts as a fresh card. */
  readonly deck: readonly Item[];
  /** Questions that are not to be asked, but whose wrong answers still pull their cards. */
  readonly unasked?: readonly ManifestItem[];
  readonly schedule: Schedule;
  readonly now: Instant;
}

/** Lists what is to be studied at `now`; build it anew after every answer. */
export function buildQueue<Item extends ManifestItem>({
  deck,
  unasked = [],
  schedule,
  now,
}: QueueInput<Item>): Queue<Item> {
  const { options, memories, holds } = schedule;
  const today = learnerDay(now, options.rolloverHour);
  const tomorrowAt = startOfDay(today + 1, now.offsetMinutes, options.rolloverHour);
  const aheadAt = now.at + options.learnAheadMinutes * MINUTE;
  const missed = findMissedNotes([deck, unasked], memories);
  const isPulled = (item: ManifestItem, memory: CardMemory | undefined): boolean =>
    missed.has(item.note) && !memory?.isQuestion;
  const claims = new Map<NoteId, ItemId>();
  const learning: QueueItem<Item>[] = [];
  const due: QueueItem<Item>[] = [];
  // Not due, but the course has changed them or a question was answered wrong.
  const early: QueueItem<Item>[] = [];
  const unseen: QueueItem<Item>[] = [];
  for (const item of deck) {
    const memory = memories.get(item.id);
    const isToday = memory?.lastDay === today;
    if (isToday && options.burySiblings) claim(claims, item);
    if (holds.size > 0 && isHeld(holds.get(item.id), today)) continue;
    if (!memory) unseen.push({ kind: 'fresh', item, memory, changedSince: undefined });
    else {
      const changedSince = item.rev > memory.lastRev ? memory.lastRev : undefined;
      if (memory.phase !== 'review') learning.push({ kind: 'learning', item, memory, changedSince });
      else if (isDue(memory, now, today)) due.push({ kind: 'review', item, memory, changedSince });
      else if (changedSince !== undefined || isPulled(item, memory))
        early.push({ kind: 'review', item, memory, changedSince });
    }
  }
  learning.sort(byDue);
  if (options.burySiblings) for (const { item } of learning) claim(claims, item);
  const waiting = learning.filter((item) => dueAtOf(item) > now.at);
  const pulls = new Map<NoteId, ItemId>();
  const isUnclaimed = ({ item, memory }: QueueItem): boolean => {
    if (isPulled(item, memory)) return claim(pulls, item);
    return !options.burySiblings || claim(claims, item);
  };
  // Of two siblings the one that waits longer comes, whatever the order: or a frequent one would starve the other.
  const chosen = new Set([...early.sort(byDue), ...due.sort(byDue)].filter(isUnclaimed));
  const ordered = orderReviews(due, now, today, schedule.trace.rules);
  const asked = [...early, ...ordered].filter((queued) => chosen.has(queued));
  const allowance = measureAllowance(memories, options, today);
  const reviews = asked.slice(0, allowance.total);
  const freshAllowance = Math.min(allowance.fresh, allowance.total - reviews.length);
  const fresh: QueueItem<Item>[] = [];
  for (const queued of options.newOrder === 'random' ? shuffleById(unseen) : unseen) {
    if (fresh.length >= freshAllowance) break;
    if (isUnclaimed(queued)) fresh.push(queued);
  }

  return {
    items: [
      ...learning.filter((item) => dueAtOf(item) <= now.at),
      ...mixQueue(reviews, fresh, options.mix),
      ...waiting.filter((item) => dueAtOf(item) <= aheadAt),
    ],
    counts: {
      learning: learning.filter((item) => dueAtOf(item) < Math.max(tomorrowAt, aheadAt)).length,
      review: reviews.length,
      fresh: fresh.length,
    },
    held: { review: asked.length - reviews.length, fresh: unseen.length - fresh.length },
    nextDueAt: waiting[0]?.memory?.dueAt,
  };
}

/** Notes of which a question was last answered wrong, with no card of them reviewed since. */
function findMissedNotes(
  decks: readonly (readonly ManifestItem[])[],
  memories: Memories,
): ReadonlySet<NoteId> {
  const missedAt = new Map<NoteId, number>();
  for (const { id, note } of decks.flat()) {
    const memory = memories.get(id);
    if (!memory?.isQuestion || memory.lastGrade !== 1) continue;
    missedAt.set(note, Math.max(memory.lastReview.at, missedAt.get(note) ?? 0));
  }
  for (const { id, note } of missedAt.size > 0 ? decks.flat() : []) {
    const at = missedAt.get(note);
    const memory = at === undefined ? undefined : memories.get(id);
    if (at !== undefined && memory && !memory.isQuestion && memory.lastReview.at > at) missedAt.delete(note);
  }
  return new Set(missedAt.keys());
}

/** Claims a card's note for it; `false` if a sibling was first. */
function claim(claims: Map<NoteId, ItemId>, item: ManifestItem): boolean {
  const owner = claims.get(item.note);
  if (owner === undefined) claims.set(item.note, item.id);
  return owner === undefined || owner === item.id;
}

function byDue(a: QueueItem, b: QueueItem): number {
  return compareDue(a.memory, b.memory);
}

function dueAtOf({ memory }: QueueItem): number {
  return memory?.dueAt ?? Number.POSITIVE_INFINITY;
}
