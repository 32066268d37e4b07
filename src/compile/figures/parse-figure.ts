import { NOTE_ID_PATTERN } from '../../format/id.ts';
import type { Issue } from '../../format/issue.ts';
import type { Locale } from '../../format/locale.ts';
import { createIssue, type Place } from '../issue.ts';
import { slugify } from '../note-id.ts';
import type { SourceFile } from '../source.ts';
import { checkFigure } from './check-figure.ts';
import { readSvg, type SvgElement } from './svg-reader.ts';

/** A figure without a mistake. */
export interface AuthoredFigure {
  readonly id: string;
  readonly root: SvgElement;
}

/** The id of a figure, which its path alone decides; `undefined` for a file that is none. */
export function figureId(path: string): string | undefined {
  return /^content\/figures\/([^/]+)\.svg$/.exec(path)?.[1];
}

/** Reads a figure and reports its mistakes, any of which costs the whole figure; never throws. */
export function parseFigure(
  file: SourceFile,
  id: string,
  locales: readonly Locale[],
): { figure: AuthoredFigure | undefined; issues: Issue[] } {
  // Positions would otherwise be off by one after the mark, and at every line for old line ends.
  const text = file.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const placeAt = createPlaces(file.path, text);
  const issues: Issue[] = [];
  if (!NOTE_ID_PATTERN.test(id)) {
    const details = { segment: id, proposal: slugify(id) || 'figure' };
    issues.push(createIssue('malformed-path', placeAt(0), details));
  }
  if (text.trim() === '') {
    issues.push(createIssue('empty-file', placeAt(0), { bodyOnly: false }));
    return { figure: undefined, issues };
  }
  const root = readSvg(text);
  if ('problem' in root) {
    const { offset, problem, fix } = root;
    issues.push(createIssue('figure-markup', placeAt(offset), { problem, fix }));
    return { figure: undefined, issues };
  }
  issues.push(...checkFigure(root, locales, placeAt));
  return { figure: issues.length === 0 ? { id, root } : undefined, issues };
}

function createPlaces(file: string, text: string): (offset: number) => Place {
  return (offset) => {
    const before = text.slice(0, offset).split('\n');
    return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
}
