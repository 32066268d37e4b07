import { type Carrier, carryFrom } from './carrier.ts';
import { baseOfKey, isChunkOfKey } from './chunk.ts';
import type { PackedSide } from './packed-side.ts';

/** The keys that name one chunk, by their base: the chunk's own and those of its mirrors, in a permanent order. */
export function groupMirrors(keys: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const key of [...keys].toSorted()) {
    const group = groups.get(baseOfKey(key));
    if (group) group.push(key);
    else groups.set(baseOfKey(key), [key]);
  }
  return groups;
}

/** Whether there may be mirrors; cheaper than grouping. */
export function mayHaveMirrors(keys: Iterable<string>): boolean {
  return [...keys].some((key) => key.includes('~'));
}

/**
 * The keys of a group that are not needed: all undamaged ones but the first. Every tab keeps the same one, and what is
 * damaged stays.
 */
export function findSurplus(
  group: readonly string[],
  read: (key: string) => string | undefined,
): readonly string[] {
  return group.filter((key) => isChunkOfKey(key, read(key))).slice(1);
}

/** Gives each chunk that only this side holds a mirror, if there is room; removes the mirrors of all others. */
export async function mirrorSide(side: PackedSide): Promise<void> {
  const generation = side.ledger.generation();
  const isForbidden = () => !side.mayChange() || side.ledger.generation() !== generation;
  for (const [base, group] of groupMirrors(side.ledger.chunks().keys())) {
    const isHeldElsewhere = side.isHeldElsewhere({ key: base, events: eventsOf(side, group) });
    if (isHeldElsewhere ? group.length < 2 : group.filter(side.isSound).length > 1) continue;
    await side.pause();
    if (isForbidden()) return;
    const texts = new Map((await side.read(group)).map(({ key, text }) => [key, text]));
    if (isForbidden()) return;
    if (isHeldElsewhere) {
      const surplus = findSurplus(group, (key) => texts.get(key));
      if (surplus.length > 0) side.ledger.forget(await side.remove(surplus));
      continue;
    }
    const [key, ...others] = group.filter((one) => isChunkOfKey(one, texts.get(one)));
    const text = texts.get(key ?? '');
    if (text === undefined || others.length > 0) continue;
    await mirrorChunk(side, carryFrom(base, text, eventsOf(side, group)));
  }
}

/** Gives a chunk of a side a mirror, unless the other side holds it. */
export async function mirrorChunk(side: PackedSide, chunk: Carrier): Promise<void> {
  if (side.isHeldElsewhere(chunk)) return;
  const generation = side.ledger.generation();
  const key = await side.mirror(chunk);
  if (key !== undefined && side.ledger.generation() === generation) side.ledger.note(key, chunk.events);
}

/** Of what was read under several keys the most: the others are damaged. */
function eventsOf(side: PackedSide, group: readonly string[]): Carrier['events'] {
  const lists = group.map((key) => side.ledger.chunks().get(key) ?? []);
  return lists.reduce((most, list) => (list.length > most.length ? list : most));
}
