import type { LessonId } from '../format/id.ts';
import type { Locale } from '../format/locale.ts';
import type { Document } from './document.ts';
import type { Item } from './issues/issue-kind.ts';
import type { NamelessNote, Note } from './note.ts';
import { proposeId, slugify } from './note-id.ts';

/**
 * A free id for every term and card without one: that of the same note in another language if it has one, else
 * one made of its words, the same for all languages in which it lacks one.
 */
export function proposeIds(
  documents: readonly Document[],
  locales: readonly Locale[],
  taken: ReadonlySet<string>,
): ReadonlyMap<NamelessNote, string> {
  const reserved = new Set(taken);
  const proposals = new Map<NamelessNote, string>();
  for (const pages of lessonPages(documents, locales)) {
    for (const item of ITEMS) {
      for (const [index, page] of pages.entries()) {
        const others = pages.filter((_, other) => other !== index);
        proposeForPage(page, others, item, proposals, reserved);
      }
    }
  }
  return proposals;
}

/** A note with or without an id, as it stands in its lesson. */
type Entry = Note | NamelessNote;

const ITEMS: readonly Item[] = ['term', 'card'];

function lessonPages(documents: readonly Document[], locales: readonly Locale[]): Document[][] {
  const lessons = new Map<LessonId, Document[]>();
  for (const document of documents) {
    const { location } = document;
    if (location.kind !== 'lesson') continue;
    const pages = lessons.get(location.lesson);
    if (pages) pages.push(document);
    else lessons.set(location.lesson, [document]);
  }
  const rank = ({ location }: Document) =>
    location.kind === 'lesson' ? locales.indexOf(location.locale) : 0;
  return [...lessons.values()].map((pages) => pages.sort((a, b) => rank(a) - rank(b)));
}

function proposeForPage(
  page: Document,
  others: readonly Document[],
  item: Item,
  proposals: Map<NamelessNote, string>,
  reserved: Set<string>,
): void {
  const own = new Set(page.notes.map(({ id }) => String(id)));
  const untranslated = others
    .flatMap(({ notes }) => notes.filter((note) => note.item === item && !own.has(note.id)))
    .map(({ id }) => String(id));
  const twins = others.map((other) => pairByPlace(page, other, item));
  const pending = page.nameless.filter((note) => note.item === item);
  for (const note of pending) {
    if (proposals.has(note)) continue;
    const counterparts = twins.flatMap((pairs) => pairs.get(note) ?? []);
    const slugs = note.candidates.map((candidate) => slugify(candidate));
    const named = counterparts.find((twin): twin is Note => 'id' in twin && !own.has(twin.id));
    const nameless = counterparts.filter((twin): twin is NamelessNote => !('id' in twin));
    const id =
      untranslated.find((candidate) => slugs.includes(candidate) && !own.has(candidate)) ??
      named?.id ??
      proposeId(byRank([note.candidates, ...nameless.map(({ candidates }) => candidates)]), reserved);
    for (const twin of [note, ...nameless]) if (!proposals.has(twin)) proposals.set(twin, id);
    reserved.add(id);
    own.add(id);
  }
}

/**
 * The notes of two pages that stand in corresponding places: the same number of notes after the same note with
 * an id in both, as far as the next such one.
 */
function pairByPlace(page: Document, other: Document, item: Item): ReadonlyMap<Entry, Entry> {
  const ids = (document: Document) => new Set(document.notes.map(({ id }) => String(id)));
  const [own, its] = [ids(page), ids(other)];
  const isShared = (id: string) => own.has(id) && its.has(id);
  const [segments, theirs] = [page, other].map((document) => splitAt(entriesOf(document, item), isShared));
  const pairs = new Map<Entry, Entry>();
  for (const [anchor, entries] of segments ?? []) {
    const others = theirs?.get(anchor) ?? [];
    if (others.length !== entries.length) continue;
    for (const [index, entry] of entries.entries()) {
      const twin = others[index];
      if (twin) pairs.set(entry, twin);
    }
  }
  return pairs;
}

function entriesOf({ notes, nameless }: Document, item: Item): Entry[] {
  return [...notes, ...nameless]
    .filter((entry) => entry.item === item)
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

/** The entries after each note that both pages have, by its id; those before the first one under `''`. */
function splitAt(
  entries: readonly Entry[],
  isShared: (id: string) => boolean,
): ReadonlyMap<string, readonly Entry[]> {
  const segments = new Map<string, Entry[]>();
  let anchor = '';
  for (const entry of entries) {
    if ('id' in entry && isShared(entry.id)) {
      anchor = entry.id;
      continue;
    }
    const segment = segments.get(anchor);
    if (segment) segment.push(entry);
    else segments.set(anchor, [entry]);
  }
  return segments;
}

/** The first of each list, then the second of each … */
function byRank(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }).flatMap((_, rank) => lists.flatMap((list) => list[rank] ?? []));
}
