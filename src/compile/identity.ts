import type { LessonId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import { checkClozeLabels } from './cloze-labels.ts';
import type { Document } from './document.ts';
import { proposeIds } from './id-proposals.ts';
import { createIssue, formatPlace } from './issue.ts';
import type { Note } from './note.ts';
import { proposeId } from './note-id.ts';

/** Issues of ids over the whole course: missing, malformed, used twice, or different between languages. */
export function checkIdentity(documents: readonly Document[], locales: readonly Locale[]): Issue[] {
  const taken = new Set(documents.flatMap(({ notes }) => notes.map(({ id }) => String(id))));
  const held = locales.map((locale) => collect(documents, locale, taken));
  return [
    ...held.flatMap(({ issues }) => issues),
    ...checkNameless(documents, locales, taken),
    ...compareLocales(documents, held),
    ...checkClozeLabels(documents),
  ];
}

/** A note with the lesson that it stands in. */
interface Held {
  readonly note: Note;
  readonly lesson: LessonId;
}

interface LocaleNotes {
  readonly locale: Locale;
  readonly byId: ReadonlyMap<string, Held>;
  readonly issues: readonly Issue[];
}

function collect(documents: readonly Document[], locale: Locale, taken: ReadonlySet<string>): LocaleNotes {
  const byId = new Map<string, Held>();
  const issues: Issue[] = [];
  for (const { location, notes } of documents) {
    if (location.kind !== 'lesson' || location.locale !== locale) continue;
    for (const note of notes) {
      const first = byId.get(note.id);
      if (first === undefined) {
        byId.set(note.id, { note, lesson: location.lesson });
        continue;
      }
      const other = formatPlace(first.note.place);
      issues.push(
        createIssue('duplicate-id', note.place, {
          id: note.id,
          other,
          proposal: proposeId([note.id], taken),
        }),
      );
    }
  }
  return { locale, byId, issues };
}

function checkNameless(
  documents: readonly Document[],
  locales: readonly Locale[],
  taken: ReadonlySet<string>,
): Issue[] {
  return [...proposeIds(documents, locales, taken)].map(([{ item, place, written, snippet }, proposal]) =>
    written === undefined
      ? createIssue('missing-id', place, { item, snippet: snippet(proposal) })
      : createIssue('malformed-id', place, { id: written, proposal }),
  );
}

function compareLocales(documents: readonly Document[], held: readonly LocaleNotes[]): Issue[] {
  const files = new Map<string, Document>();
  for (const document of documents) {
    const { location } = document;
    if (location.kind === 'lesson') files.set(`${location.locale} ${location.lesson}`, document);
  }
  return held.flatMap(({ byId }, index) =>
    [...byId.values()].flatMap(({ note, lesson }) => {
      const { id, item, place, rev } = note;
      return held.flatMap(({ locale, byId: others }, otherIndex): Issue[] => {
        const twin = others.get(id);
        if (twin === undefined) {
          const file = files.get(`${locale} ${lesson}`);
          if (file === undefined || !file.isReadable || mayBeNameless(file, note)) return [];
          return [createIssue('id-missing-in-locale', place, { item, id, missingIn: file.path })];
        }
        // A difference between two languages is reported once, in the later one.
        if (otherIndex >= index) return [];
        const other = formatPlace(twin.note.place);
        if (twin.lesson !== lesson)
          return [createIssue('id-moved-between-lessons', place, { item, id, other })];
        if (twin.note.item !== item)
          return [createIssue('id-of-another-kind', place, { item, id, otherItem: twin.note.item, other })];
        const { rev: otherRev } = twin.note;
        if (otherRev === rev) return [];
        return [createIssue('revision-differs', place, { item, id, rev, other, otherRev })];
      });
    }),
  );
}

/** Whether a note that seems missing may be one whose own mistake is reported already. */
function mayBeNameless(file: Document, note: Note): boolean {
  return file.nameless.some(({ item }) => item === note.item);
}
