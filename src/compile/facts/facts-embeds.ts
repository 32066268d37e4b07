import type { Issue } from '../../format/issue.ts';
import type { Document } from '../document.ts';
import { createIssue, formatPlace, type Place } from '../issue.ts';
import { nearest } from '../nearest.ts';
import type { AuthoredTable } from './fact-table.ts';

/**
 * Issues of the `::facts` lines of a course: unknown tables, tables in a lesson that is not theirs, shown twice in a
 * page, or missing. `ids` are those of all files, also of tables that a mistake spoilt.
 */
export function checkFactsEmbeds(
  documents: readonly Document[],
  tables: readonly AuthoredTable[],
  ids: readonly string[],
): Issue[] {
  const byId = new Map(tables.map((table) => [String(table.id), table]));
  const inPages = documents.flatMap((document) => checkPage(document, byId, ids));
  return [...inPages, ...tables.flatMap((table) => checkShown(table, documents))];
}

function checkPage(
  document: Document,
  tables: ReadonlyMap<string, AuthoredTable>,
  ids: readonly string[],
): Issue[] {
  const shown = new Map<string, Place>();
  return document.facts.flatMap(({ id, place }): Issue[] => {
    if (id === undefined || !ids.includes(id)) {
      return [createIssue('unknown-facts', place, { id, near: id && nearest(id, ids) })];
    }
    const other = shown.get(id);
    if (other !== undefined)
      return [createIssue('facts-embedded-twice', place, { id, other: formatPlace(other) })];
    shown.set(id, place);
    const table = tables.get(id);
    if (table === undefined || lessonOf(document) === table.lesson) return [];
    return [
      createIssue('facts-in-other-lesson', place, { id, lesson: table.lesson, file: table.place.file }),
    ];
  });
}

function checkShown({ id, lesson, place }: AuthoredTable, documents: readonly Document[]): Issue[] {
  const pages = documents
    .filter((document) => document.isReadable && lessonOf(document) === lesson)
    .filter(({ facts }) => facts.every((embed) => embed.id !== id))
    .map(({ path }) => path);
  return pages.length === 0 ? [] : [createIssue('facts-not-embedded', place, { id, pages })];
}

function lessonOf({ location }: Document): string | undefined {
  return location.kind === 'lesson' ? location.lesson : undefined;
}
