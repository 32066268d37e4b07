import type { Issue } from '../format/issue.ts';
import type { Document } from './document.ts';
import { createIssue } from './issue.ts';
import { checkLinks } from './links.ts';
import type { QuestionFile } from './question-file.ts';
import { checkQuestionLinks } from './question-links.ts';
import { ADDED_ROUTES, sitePages } from './site-pages.ts';
import { type CourseSource, pageAddress } from './source.ts';

/** Issues of pages as parts of a site: links that lead nowhere, and lessons that are too short or too long. */
export function checkPages(
  documents: readonly Document[],
  questionFiles: readonly QuestionFile[],
  { locales, routes = ADDED_ROUTES, lengths = {} }: CourseSource,
): Issue[] {
  const pages = sitePages(documents, locales, routes);
  const issues = documents.flatMap((document) => {
    const address = pageAddress(document.path);
    const locale = locales.find((candidate) => address.startsWith(`/${candidate}/`));
    return [
      ...checkLinks(document.links, { address, locale }, pages, locales),
      ...checkLength(document, lengths),
    ];
  });
  return [...issues, ...checkQuestionLinks(questionFiles, pages, locales)];
}

function checkLength(
  { path, location, isReadable, length }: Document,
  lengths: NonNullable<CourseSource['lengths']>,
): Issue[] {
  const limits = location.kind === 'lesson' ? lengths[location.locale] : undefined;
  if (limits === undefined || !isReadable || (length >= limits.min && length <= limits.max)) return [];
  const { min, max, unit } = limits;
  return [createIssue('lesson-length', { file: path, line: 1, column: 1 }, { length, unit, min, max })];
}
