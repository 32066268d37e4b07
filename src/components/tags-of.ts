import type { ManifestItem, TagUse } from '../format/deck.ts';
import type { TagId } from '../format/id.ts';

/** Looks up the tags of a card or question: those of its lesson, then those of its note. */
export function createTagsOf(use: TagUse | undefined): (item: ManifestItem) => readonly TagId[] {
  const lessons = invert(use?.lessons);
  const notes = invert(use?.notes);
  return ({ lesson, note }) => {
    const ofLesson = lessons.get(lesson) ?? NONE;
    const own = notes.get(note);
    return own === undefined ? ofLesson : [...ofLesson, ...own];
  };
}

const NONE: readonly TagId[] = [];

function invert(use: TagUse['lessons' | 'notes'] = {}): ReadonlyMap<string, readonly TagId[]> {
  const tags = new Map<string, TagId[]>();
  for (const [tag, ids] of Object.entries(use)) {
    for (const id of ids) tags.set(id, [...(tags.get(id) ?? []), tag as TagId]);
  }
  return tags;
}
