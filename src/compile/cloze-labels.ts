import type { Issue } from '../format/issue.ts';
import type { Document } from './document.ts';
import { createIssue } from './issue.ts';
import type { ClozeNote } from './note.ts';

/** Issues of clozes that a card has in one language and not in another. */
export function checkClozeLabels(documents: readonly Document[]): Issue[] {
  const held = documents.flatMap((document) =>
    document.notes.flatMap((note) => (note.item === 'cloze card' ? [{ note, document }] : [])),
  );
  return held.flatMap(({ note, document }) =>
    held
      .filter((other) => other.note.id === note.id && other.document.path !== document.path)
      .flatMap((other) => missingIn(note, other.note, other.document.path)),
  );
}

function missingIn(note: ClozeNote, twin: ClozeNote, path: string): Issue[] {
  // What is wrong with the twin is reported already.
  if (twin.content === undefined) return [];
  const labels = new Set(twin.content.clozes.map(({ label }) => label));
  return (note.content?.clozes ?? [])
    .filter(({ label }) => !labels.has(label))
    .map(({ label, place }) =>
      createIssue('cloze-missing-in-locale', place, { label, id: note.id, missingIn: path }),
    );
}
