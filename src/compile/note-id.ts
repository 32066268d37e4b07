import { NOTE_ID_PATTERN, type NoteId } from '../format/id.ts';

/** Whether an authored id is well formed. */
export function isNoteId(id: string): id is NoteId {
  return NOTE_ID_PATTERN.test(id);
}

/** A well-formed id made of the ASCII words of a text, or `''` if it has none that can start an id. */
export function slugify(text: string, maxWords = 6): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const first = words?.findIndex((word) => /^[a-z]/.test(word)) ?? -1;
  if (words === null || first < 0) return '';
  return words
    .slice(first, first + maxWords)
    .join('-')
    .slice(0, MAX_PROPOSED)
    .replace(/-+$/, '');
}

/** An id not yet taken: the first candidate with a usable word, numbered if needed. */
export function proposeId(candidates: readonly string[], taken: ReadonlySet<string>): string {
  const stem = candidates.map((candidate) => slugify(candidate)).find((slug) => slug.length > 1) ?? 'note';
  let id = stem;
  for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
  return id;
}

// Leaves room for a number within the 48 characters of an id.
const MAX_PROPOSED = 40;
