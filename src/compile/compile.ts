import type { Deck } from '../format/deck.ts';
import type { Issue } from '../format/issue.ts';
import { arrangeCourse } from './course.ts';
import { assembleDeck } from './deck.ts';
import { type Document, parseDocument } from './document.ts';
import { checkIdentity } from './identity.ts';
import { compare, sortIssues } from './issue.ts';
import { type CourseSource, locateFile } from './source.ts';

/** A course compiled: the deck of everything that is right, and every mistake, sorted by place. */
export interface CompileResult {
  readonly deck: Deck;
  readonly issues: readonly Issue[];
}

/** Compiles a course. Never reads a file and never throws at an author; the order of files does not matter. */
export function compile({ locales, files, base }: CourseSource): CompileResult {
  const documents: Document[] = [];
  for (const file of [...files].sort((a, b) => compare(a.path, b.path))) {
    const location = locateFile(file.path, locales);
    if (location !== undefined) documents.push(parseDocument(file, location));
  }
  const course = arrangeCourse(documents, locales);
  const issues = [
    ...documents.flatMap((document) => document.issues),
    ...checkIdentity(documents, locales),
    ...course.issues,
  ];
  return { deck: assembleDeck(course.modules, locales, base), issues: sortIssues(issues) };
}
