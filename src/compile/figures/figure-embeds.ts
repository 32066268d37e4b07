import type { Issue } from '../../format/issue.ts';
import type { Locale } from '../../format/locale.ts';
import type { Document } from '../document.ts';
import { createIssue, formatPlace, type Place } from '../issue.ts';
import { nearest } from '../nearest.ts';
import type { Location } from '../source.ts';

/**
 * Issues of the `::figure` lines of a course: unknown figures, shown twice in a page, missing in another language of
 * that page, or shown nowhere. `files` are those of all figures by id, also of figures that a mistake spoilt.
 */
export function checkFigureEmbeds(
  documents: readonly Document[],
  files: ReadonlyMap<string, string>,
  locales: readonly Locale[],
): Issue[] {
  const ids = [...files.keys()];
  const shown = new Set(documents.flatMap(({ figures }) => figures.map(({ id }) => id)));
  const unused = [...files].filter(([id]) => !shown.has(id));
  return [
    ...documents.flatMap((document) => checkPage(document, ids)),
    ...checkTranslations(documents, ids, locales),
    ...unused.map(([id, file]) => createIssue('figure-not-embedded', { file, line: 1, column: 1 }, { id })),
  ];
}

function checkPage({ figures }: Document, ids: readonly string[]): Issue[] {
  const shown = new Map<string, Place>();
  return figures.flatMap(({ id, place }): Issue[] => {
    if (id === undefined || !ids.includes(id)) {
      return [createIssue('unknown-figure', place, { id, near: id && nearest(id, ids) })];
    }
    const other = shown.get(id);
    shown.set(id, other ?? place);
    if (other === undefined) return [];
    return [createIssue('figure-embedded-twice', place, { id, other: formatPlace(other) })];
  });
}

function checkTranslations(
  documents: readonly Document[],
  ids: readonly string[],
  locales: readonly Locale[],
): Issue[] {
  const byPage = Map.groupBy(
    documents.filter(({ location }) => location.kind !== 'page'),
    ({ location }) => pageOf(location),
  );
  return [...byPage.values()].flatMap((pages) => {
    const [first] = pages;
    if (first === undefined || pages.length < 2 || locales.length < 2) return [];
    return pages.flatMap(({ figures }) =>
      figures.flatMap(({ id, place }) => {
        if (id === undefined || !ids.includes(id)) return [];
        return pages.flatMap((other) =>
          isMissing(id, other, ids)
            ? [createIssue('figure-missing-in-locale', place, { id, missingIn: other.path })]
            : [],
        );
      }),
    );
  });
}

/** A page that cannot be read, or that names an unknown figure, is reported for that alone. */
function isMissing(id: string, { figures, isReadable }: Document, ids: readonly string[]): boolean {
  const hasUnknown = figures.some((figure) => figure.id === undefined || !ids.includes(figure.id));
  return isReadable && !hasUnknown && figures.every((figure) => figure.id !== id);
}

function pageOf(location: Location): string {
  if (location.kind === 'page') return '';
  return location.kind === 'lesson' ? location.lesson : location.module;
}
