import type { Tag, TagUse } from '../format/deck.ts';
import type { LessonId, NoteId, TagId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import { isKindName } from '../format/kind-name.ts';
import type { Locale } from '../format/locale.ts';
import type { CourseModule } from './course.ts';
import { type Document, hasReadFrontmatter } from './document.ts';
import { createIssue, formatPlace, type Place } from './issue.ts';
import { nearest } from './nearest.ts';
import { slugify } from './note-id.ts';
import type { SourceFile } from './source.ts';
import { isTagId, readTagFile, type TagFile } from './tag-file.ts';
import { formatTagMark, type ListedTag } from './tag-list.ts';

/** The tags of a course and what has them; of a tag with a mistake nothing is made. */
export function compileTags(
  files: readonly SourceFile[],
  modules: readonly CourseModule[],
  locales: readonly Locale[],
): { tags: readonly Tag[]; tagUse: TagUse; issues: readonly Issue[] } {
  const file = readTagFile(files, locales);
  const issues = [...file.issues];
  const used = new Set<string>();
  const lessons = new Map<TagId, LessonId[]>();
  const notes = new Map<TagId, NoteId[]>();
  const choose = (listed: readonly string[]) =>
    file.tags.map(({ id }) => id).filter((id) => listed.includes(id));

  for (const { id, pages } of modules.flatMap((module) => module.lessons)) {
    const documents = locales.flatMap((locale) => pages.get(locale) ?? []);
    const [first] = documents;
    if (first === undefined) continue;
    const own = choose(first.frontmatter.tags.map(({ tag }) => tag));
    for (const tag of own) lessons.set(tag, [...(lessons.get(tag) ?? []), id]);
    const known = new Map<NoteId, NoteTags>();
    for (const document of documents) {
      const { frontmatter } = document;
      const given = frontmatter.tags.map(({ tag }) => tag);
      issues.push(...checkTags(frontmatter.tags, file, []), ...compareLessons(first, document));
      for (const tag of given) used.add(tag);
      for (const note of document.notes) {
        const listed = note.tags.map((tag) => ({ tag, place: note.place }));
        const held = { place: note.place, tags: note.tags.filter((tag) => !given.includes(tag)) };
        issues.push(...checkTags(listed, file, given), ...compareNotes(known.get(note.id), held));
        for (const tag of note.tags) used.add(tag);
        if (known.has(note.id)) continue;
        known.set(note.id, held);
        const more = choose(held.tags).filter((tag) => !own.includes(tag));
        for (const tag of more) notes.set(tag, [...(notes.get(tag) ?? []), note.id]);
      }
    }
  }
  const unused = (file.declared ?? []).filter(({ tag }) => !used.has(tag));
  issues.push(...unused.map(({ tag, place }) => createIssue('unused-tag', place, { tag })));
  const inOrder = <Id>(use: ReadonlyMap<TagId, readonly Id[]>) =>
    Object.fromEntries(file.tags.flatMap(({ id }) => (use.has(id) ? [[id, use.get(id) ?? []]] : [])));
  const tagUse = { lessons: inOrder(lessons), notes: inOrder(notes) };
  return { tags: file.tags, tagUse, issues };
}

/** What a note has beyond its lesson in one language. */
interface NoteTags {
  readonly tags: readonly string[];
  readonly place: Place;
}

/** Issues of a list of tags; `above` are those of the lesson around it. */
function checkTags(
  listed: readonly ListedTag[],
  { tags, declared }: TagFile,
  above: readonly string[],
): Issue[] {
  return listed.flatMap(({ tag, place }, index): Issue[] => {
    if (!isTagId(tag)) {
      // A tag is easily written by its name.
      const named = tags.find(({ names }) => Object.values(names).includes(tag));
      return [
        createIssue('malformed-tag', place, { tag, proposal: named?.id ?? (slugify(tag) || undefined) }),
      ];
    }
    if (isKindName(tag)) return [createIssue('reserved-tag', place, { tag })];
    const known = declared?.map((other) => other.tag);
    if (known && !known.includes(tag)) {
      return [createIssue('unknown-tag', place, { tag, near: nearest(tag, known) })];
    }
    if (above.includes(tag)) return [createIssue('repeated-tag', place, { tag, isOfLesson: true })];
    const isTwice = listed.slice(0, index).some((other) => other.tag === tag);
    return isTwice ? [createIssue('repeated-tag', place, { tag, isOfLesson: false })] : [];
  });
}

/** A difference between two languages is reported in the later one. */
function compareLessons(first: Document, { frontmatter, ...document }: Document): Issue[] {
  if (!hasReadFrontmatter(first) || !hasReadFrontmatter({ frontmatter, ...document })) return [];
  const tags = first.frontmatter.tags.map(({ tag }) => tag);
  const own = frontmatter.tags.map(({ tag }) => tag);
  if (isSame(own, tags)) return [];
  const place = frontmatter.tags[0]?.place ?? { file: document.path, line: 1, column: 1 };
  const snippet = tags.length === 0 ? undefined : `tags: [${tags.join(', ')}]`;
  return [createIssue('tags-differ', place, { other: first.path, snippet })];
}

function compareNotes(first: NoteTags | undefined, note: NoteTags): Issue[] {
  if (first === undefined || first.place.file === note.place.file || isSame(first.tags, note.tags)) return [];
  const snippet = formatTagMark(first.tags).trim() || undefined;
  return [createIssue('tags-differ', note.place, { other: formatPlace(first.place), snippet })];
}

/** In any order. */
function isSame(tags: readonly string[], others: readonly string[]): boolean {
  return new Set(tags).symmetricDifference(new Set(others)).size === 0;
}
