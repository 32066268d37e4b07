import type { LessonId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import type { Document } from './document.ts';
import { createIssue, formatPlace } from './issue.ts';
import type { Item } from './issue-details.ts';
import type { Note } from './note.ts';
import { proposeId, slugify } from './note-id.ts';

/** Issues of ids over the whole course: missing, malformed, used twice, or different between languages. */
export function checkIdentity(documents: readonly Document[], locales: readonly Locale[]): Issue[] {
  const taken = new Set(documents.flatMap(({ notes }) => notes.map(({ id }) => String(id))));
  const held = locales.map((locale) => collect(documents, locale, taken));
  return [
    ...held.flatMap(({ issues }) => issues),
    ...checkNameless(documents, taken),
    ...compareLocales(documents, held),
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

function checkNameless(documents: readonly Document[], taken: ReadonlySet<string>): Issue[] {
  const reserved = new Set(taken);
  return documents.flatMap((document) => {
    const used = new Set<string>();
    return document.nameless.map(({ item, place, written, candidates, snippet }) => {
      const untranslated = untranslatedIds(documents, document, item);
      const isOneToOne =
        document.nameless.filter((note) => note.item === item).length === untranslated.length;
      const twins = untranslated.filter((id) => !used.has(id));
      const slugs = candidates.map((candidate) => slugify(candidate));
      // The same note in another language most likely has the id already.
      const twin = twins.find((id) => slugs.includes(id)) ?? (isOneToOne ? twins[0] : undefined);
      const proposal = twin ?? proposeId(candidates, reserved);
      reserved.add(proposal);
      used.add(proposal);
      return written === undefined
        ? createIssue('missing-id', place, { item, snippet: snippet(proposal) })
        : createIssue('malformed-id', place, { id: written, proposal });
    });
  });
}

/** Ids that the same lesson has in other languages and this file has not. */
function untranslatedIds(documents: readonly Document[], document: Document, item: Item): string[] {
  const { location } = document;
  if (location.kind !== 'lesson') return [];
  const own = new Set(document.notes.map(({ id }) => id));
  return documents
    .filter((other) => other.location.kind === 'lesson' && other.location.lesson === location.lesson)
    .flatMap(({ notes }) => notes.filter((note) => note.item === item && !own.has(note.id)))
    .map(({ id }) => id);
}

function compareLocales(documents: readonly Document[], held: readonly LocaleNotes[]): Issue[] {
  const files = new Map<string, Document>();
  for (const document of documents) {
    const { location } = document;
    if (location.kind === 'lesson') files.set(`${location.locale} ${location.lesson}`, document);
  }
  return held.flatMap(({ byId }, index) =>
    [...byId.values()].flatMap(({ note, lesson }) => {
      const { id, item, place } = note;
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
        if (twin.note.item === item) return [];
        return [createIssue('id-of-another-kind', place, { item, id, otherItem: twin.note.item, other })];
      });
    }),
  );
}

/** Whether a note that seems missing may be one whose own mistake is reported already. */
function mayBeNameless(file: Document, note: Note): boolean {
  return file.nameless.some(({ item }) => item === note.item);
}
