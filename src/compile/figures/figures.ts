import type { Deck, Figure } from '../../format/deck.ts';
import type { Issue } from '../../format/issue.ts';
import type { Document } from '../document.ts';
import { compare } from '../issue.ts';
import type { CourseSource } from '../source.ts';
import { checkFigureEmbeds } from './figure-embeds.ts';
import { figureId, parseFigure } from './parse-figure.ts';
import { renderFigure } from './render-figure.ts';

/** What the figures of a course give to its deck, in course order, and the mistakes in them. */
export function compileFigures(
  { files, locales }: CourseSource,
  modules: Deck['modules'],
  documents: readonly Document[],
): { readonly figures: readonly Figure[]; readonly issues: readonly Issue[] } {
  const lessons = modules.flatMap((module) => module.lessons.map(({ id }) => id));
  const issues: Issue[] = [];
  const figures: Figure[] = [];
  const fileOf = new Map<string, string>();
  for (const file of [...files].sort((a, b) => compare(a.path, b.path))) {
    const id = figureId(file.path);
    if (id === undefined) continue;
    fileOf.set(id, file.path);
    const { figure, issues: own } = parseFigure(file, id, locales);
    issues.push(...own);
    if (figure === undefined) continue;
    figures.push({
      id,
      lesson: lessons.find((lesson) => documents.some((document) => shows(document, lesson, id))),
      markup: Object.fromEntries(locales.map((locale) => [locale, renderFigure(figure, locale)])),
    });
  }
  const placeOf = ({ lesson }: Figure) => (lesson === undefined ? lessons.length : lessons.indexOf(lesson));
  return {
    figures: figures.sort((a, b) => placeOf(a) - placeOf(b) || compare(a.id, b.id)),
    issues: [...issues, ...checkFigureEmbeds(documents, fileOf, locales)],
  };
}

function shows({ location, figures }: Document, lesson: string, id: string): boolean {
  return (
    location.kind === 'lesson' && location.lesson === lesson && figures.some((figure) => figure.id === id)
  );
}
