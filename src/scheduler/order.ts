import type { Instant } from '../format/event.ts';
import type { ItemId } from '../format/id.ts';
import type { Mix, ReviewOrder } from '../format/settings.ts';
import { DAY } from './day.ts';
import { fuzzFactor } from './fuzz.ts';
import { type CardMemory, type Rules, retrievability } from './memory.ts';

/** Due reviews in the order chosen, the first to be asked first; equal ones by due date, then id. */
export function orderReviews<T extends { readonly memory: CardMemory | undefined }>(
  reviews: readonly T[],
  now: Instant,
  today: number,
  rules: Rules,
): T[] {
  const rankOf = RANKS[rules.options.reviewOrder];
  return reviews
    .map((review) => ({ review, rank: review.memory ? rankOf(review.memory, now, today, rules) : 0 }))
    .sort((a, b) => a.rank - b.rank || compareDue(a.review.memory, b.review.memory))
    .map(({ review }) => review);
}

/** By due date, then id. */
export function compareDue(a: CardMemory | undefined, b: CardMemory | undefined): number {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
  return a.dueAt - b.dueAt || (a.item < b.item ? -1 : 1);
}

/** Items in an order that chance gave them once and for all. */
export function shuffleById<T extends { readonly item: { readonly id: ItemId } }>(items: readonly T[]): T[] {
  return items
    .map((queued) => ({ queued, rank: fuzzFactor(queued.item.id, 0) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ queued }) => queued);
}

/** Reviews and new cards in one list. */
export function mixQueue<T>(reviews: readonly T[], fresh: readonly T[], mix: Mix): readonly T[] {
  if (mix === 'reviews-first') return [...reviews, ...fresh];
  if (mix === 'new-first') return [...fresh, ...reviews];
  return interleave(reviews, fresh);
}

/** Merges two lists so that each is spread evenly over the whole, the first list first where they tie. */
function interleave<T>(first: readonly T[], second: readonly T[]): T[] {
  const at = (list: readonly T[]) =>
    list.map((item, index) => ({ item, place: (index + 0.5) / list.length }));
  return [...at(first), ...at(second)].sort((a, b) => a.place - b.place).map(({ item }) => item);
}

const RANKS = {
  due: () => 0,
  // The time waited as a multiple of the time it should have waited: what was planned for a day cannot wait a week.
  'relative-overdueness': ({ lastReview, scheduledDays }, now) =>
    -Math.max(0, now.at - lastReview.at) / DAY / Math.max(1, scheduledDays),
  'retrievability-ascending': (memory, now, _, rules) => retrievability(memory, now, rules),
  'retrievability-descending': (memory, now, _, rules) => -retrievability(memory, now, rules),
  random: ({ item }, _, today) => fuzzFactor(item, today),
} satisfies Record<ReviewOrder, (memory: CardMemory, now: Instant, today: number, rules: Rules) => number>;
