import type { LearnerEvent } from '../format/event.ts';
import type { EventId } from '../format/id.ts';

/** Which events an undo has taken back, whatever the order in which they came. */
export interface Undos {
  /** Whether an event no longer counts: something that counts has undone it. */
  readonly isUndone: (id: EventId) => boolean;
  /** The event at the end of a chain of undos, which is `id` itself if it is no undo. */
  readonly resolve: (id: EventId) => EventId;
}

/** Reads the undos out of a log. */
export function collectUndos(events: readonly LearnerEvent[]): Undos {
  const targets = new Map<EventId, EventId>();
  const undoers = new Map<EventId, EventId[]>();
  for (const event of events) {
    if (event.type !== 'review.undone') continue;
    targets.set(event.id, event.target);
    const others = undoers.get(event.target);
    if (others) others.push(event.id);
    else undoers.set(event.target, [event.id]);
  }
  return {
    // Most logs have no undo, and a look-up would hash every id.
    isUndone: (id) => undoers.size > 0 && undoers.has(id) && isUndone(id, undoers),
    resolve(id) {
      let found = id;
      // Damaged data may undo in a circle, which never reaches a review: a walk of its length is enough.
      for (let left = targets.size; left > 0; left--) {
        const target = targets.get(found);
        if (target === undefined) break;
        found = target;
      }
      return found;
    },
  };
}

/**
 * An undo has one target, so the undos above an event form a tree: listed from the root, walked from the
 * leaves, without recursion, since a learner may toggle for as long as they like.
 */
function isUndone(root: EventId, undoers: ReadonlyMap<EventId, readonly EventId[]>): boolean {
  const tree = new Set([root]);
  for (const id of tree) for (const undoer of undoers.get(id) ?? []) tree.add(undoer);
  const undone = new Set<EventId>();
  for (const id of [...tree].reverse()) {
    if ((undoers.get(id) ?? []).some((undoer) => !undone.has(undoer))) undone.add(id);
  }
  return undone.has(root);
}
