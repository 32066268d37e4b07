import { isWithin, type Lock, type LockedItem, type PublishedItem } from './lock.ts';

/** A lock after a request of the author, or the sentence that says why it cannot be done. */
export type LockEdit =
  | { readonly lock: Lock; readonly ids: readonly string[] }
  | { readonly refusal: string };

/**
 * The lock with everything that a course publishes now. It only adds and refreshes: what {@link checkLock} reports
 * stays as it is, so that nothing published is lost by running it.
 */
export function updateLock(items: readonly PublishedItem[], lock: Lock): Lock {
  const isFormer = (id: string) => lock.renamed.has(id) || lock.retired.has(id);
  const locked = new Map<string, LockedItem>([...lock.items].filter(([id]) => !isFormer(id)));
  for (const { id, kind, lesson, rev, digest } of items) {
    const before = locked.get(id);
    const isRefused = before !== undefined && (before.kind !== kind || before.rev > rev);
    if (!isFormer(id) && !isRefused) locked.set(id, { kind, lesson, rev, digest });
  }
  return { ...lock, items: locked };
}

/** The lock in which a new id carries on a vanished one. Each may be a note, with all parts of it. */
export function renameIds(items: readonly PublishedItem[], lock: Lock, from: string, to: string): LockEdit {
  const live = new Set(items.map(({ id }) => id));
  const known = [...lock.items.keys()].filter((id) => isWithin(id, from));
  if (known.length === 0) return { refusal: `\`${from}\` has never been published.` };
  const gone = known.filter((id) => !live.has(id));
  if (gone.length === 0) {
    return { refusal: `\`${from}\` is still in the course: write \`${to}\` there first, in every language.` };
  }
  const pairs = gone
    .map((id): [string, string] => [id, to + id.slice(from.length)])
    .filter(([, target]) => live.has(target));
  if (pairs.length === 0)
    return { refusal: `\`${to}\` is not in the course, or has no part that \`${from}\` had.` };
  return {
    lock: {
      ...lock,
      items: without(lock.items, new Set(pairs.map(([id]) => id))),
      renamed: new Map([...lock.renamed, ...pairs]),
    },
    ids: pairs.map(([id]) => id),
  };
}

/** The lock in which a vanished id is given up. It may be a note, with all parts of it that are gone. */
export function retireIds(items: readonly PublishedItem[], lock: Lock, id: string): LockEdit {
  const live = new Set(items.map((item) => item.id));
  const known = [...lock.items.keys()].filter((candidate) => isWithin(candidate, id));
  if (known.length === 0) return { refusal: `\`${id}\` has never been published.` };
  const gone = known.filter((candidate) => !live.has(candidate));
  if (gone.length === 0) return { refusal: `\`${id}\` is still in the course: remove it there first.` };
  return {
    lock: {
      ...lock,
      items: without(lock.items, new Set(gone)),
      retired: new Set([...lock.retired, ...gone]),
    },
    ids: gone,
  };
}

function without<T>(map: ReadonlyMap<string, T>, keys: ReadonlySet<string>): ReadonlyMap<string, T> {
  return new Map([...map].filter(([key]) => !keys.has(key)));
}
