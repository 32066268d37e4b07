import type { Issue } from '../format/issue.ts';
import { compare, createIssue } from './issue.ts';
import type { IssueDetails } from './issues/registry.ts';
import { isWithin, type Lock, type LockedItem, type PublishedItem, resolveId } from './lock.ts';
import type { LockText } from './lock-text.ts';

/** What the check knows of a course beside its items. */
export interface LockContext {
  readonly placeOf: LockText['placeOf'];
  /** Whether an item is absent only because of a mistake that is reported apart. */
  readonly isSpoilt: (id: string, item: LockedItem) => boolean;
}

/** Issues of a course against what it has published: every id is still there, renamed or retired. */
export function checkLock(items: readonly PublishedItem[], lock: Lock, context: LockContext): Issue[] {
  const live = new Map(items.map((item) => [item.id, item]));
  const vanished = findVanished(live, lock, context);
  return [
    ...checkNew(items, lock, vanished, context),
    ...vanished.map((details) =>
      createIssue('vanished-id', context.placeOf('items', details.ids[0] ?? details.id), details),
    ),
    ...checkChanged(live, lock, context),
    ...checkRaised(items, lock, context),
    ...checkHistory(live, lock, context),
  ];
}

type Live = ReadonlyMap<string, PublishedItem>;

/** A new id that most likely is a vanished one renamed is reported there, with the way to say so. */
function checkNew(
  items: readonly PublishedItem[],
  lock: Lock,
  vanished: readonly IssueDetails['vanished-id'][],
  { placeOf }: LockContext,
): Issue[] {
  const isGuessed = (id: string) =>
    vanished.some(({ renamed }) => renamed !== undefined && isWithin(id, renamed));
  const ids = items
    .map(({ id }) => id)
    .filter((id) => !lock.items.has(id) && !isFormer(id, lock) && !isGuessed(id));
  if (ids.length === 0) return [];
  return [createIssue('unlocked-id', placeOf('items', ''), { ids: [...new Set(ids)].sort(compare) })];
}

/** One finding for each note or part that has gone, however many items it gave. */
function findVanished(live: Live, lock: Lock, { isSpoilt }: LockContext): IssueDetails['vanished-id'][] {
  const gone = [...lock.items].filter(
    ([id, item]) => !live.has(id) && !isFormer(id, lock) && !isSpoilt(id, item),
  );
  const liveStems = new Set([...live.keys()].flatMap(stemsOf));
  const groups = new Map<string, string[]>();
  for (const [id] of gone) {
    const stem = stemsOf(id).find((candidate) => !liveStems.has(candidate)) ?? id;
    const group = groups.get(stem);
    if (group) group.push(id);
    else groups.set(stem, [id]);
  }
  const candidates = [...live.values()].filter(({ id }) => !isFormer(id, lock));
  return [...groups].flatMap(([stem, ids]) => {
    const item = lock.items.get(ids[0] ?? stem);
    if (item === undefined) return [];
    return [
      { id: stem, ids, lesson: item.lesson, renamed: guessRename(stem, ids, groups, candidates, lock) },
    ];
  });
}

function checkChanged(live: Live, lock: Lock, { placeOf }: LockContext): Issue[] {
  return [...lock.items].flatMap(([id, locked]) => {
    const item = live.get(id);
    if (item === undefined) return [];
    const { kind, lesson, rev } = item;
    const place = placeOf('items', id);
    if (kind !== locked.kind)
      return [createIssue('changed-kind', place, { id, lesson, kind, published: locked.kind })];
    if (rev >= locked.rev) return [];
    return [createIssue('lowered-revision', place, { id, lesson, rev, published: locked.rev })];
  });
}

/** What a learner was told of a change must not be taken back, so the file knows of it. */
function checkRaised(items: readonly PublishedItem[], lock: Lock, { placeOf }: LockContext): Issue[] {
  const raised = items
    .filter(({ id, kind, rev }) => {
      const locked = lock.items.get(id);
      return locked !== undefined && locked.kind === kind && rev > locked.rev && !isFormer(id, lock);
    })
    .map(({ id, rev }) => ({ id, rev }))
    .sort((a, b) => compare(a.id, b.id));
  return raised.length === 0
    ? []
    : [createIssue('unlocked-revision', placeOf('items', ''), { items: raised })];
}

function checkHistory(live: Live, lock: Lock, { placeOf, isSpoilt }: LockContext): Issue[] {
  const inUse = (id: string, section: 'renamed' | 'retired') => {
    const item = live.get(id);
    if (item === undefined) return [];
    return [createIssue('reused-id', placeOf(section, id), { id, lesson: item.lesson, section })];
  };
  const renames = [...lock.renamed].flatMap(([from, to]) => {
    const last = resolveId(from, lock.renamed);
    const locked = lock.items.get(last ?? '');
    const isKnown =
      last !== undefined &&
      (live.has(last) || lock.retired.has(last) || (locked !== undefined && isSpoilt(last, locked)));
    if (isKnown) return inUse(from, 'renamed');
    const isCircle = last === undefined;
    return [createIssue('broken-rename', placeOf('renamed', from), { from, to, isCircle })];
  });
  return [...renames, ...[...lock.retired].flatMap((id) => inUse(id, 'retired'))];
}

/** The id that most likely carries on a vanished one: the same text, or the only new one in its place. */
function guessRename(
  stem: string,
  ids: readonly string[],
  groups: ReadonlyMap<string, readonly string[]>,
  candidates: readonly PublishedItem[],
  lock: Lock,
): string | undefined {
  for (const id of ids) {
    const item = lock.items.get(id);
    if (item === undefined) continue;
    const suffix = id.slice(stem.length);
    const stemOf = (candidate: PublishedItem) =>
      suffix === '' ? candidate.id : candidate.id.slice(0, -suffix.length);
    const alike = candidates.filter(({ id: other, kind }) => kind === item.kind && other.endsWith(suffix));
    const same = alike.filter(({ digest }) => digest === item.digest);
    if (same[0] !== undefined && same.length === 1) return stemOf(same[0]);
    const here = alike.filter(({ id: other, lesson }) => lesson === item.lesson && !lock.items.has(other));
    const rivals = [...groups.values()].flat().filter((other) => {
      const rival = lock.items.get(other);
      return rival?.kind === item.kind && rival.lesson === item.lesson;
    });
    if (here[0] !== undefined && here.length === 1 && rivals.length === 1) return stemOf(here[0]);
  }
  return undefined;
}

function isFormer(id: string, lock: Lock): boolean {
  return lock.renamed.has(id) || lock.retired.has(id);
}

/** An id with the ids of what holds it, the widest first: `a`, `a.b`, `a.b.c`. */
function stemsOf(id: string): string[] {
  const parts = id.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}
