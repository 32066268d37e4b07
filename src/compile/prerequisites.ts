import type { LessonId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import type { CourseModule, Unit } from './course.ts';
import { hasReadFrontmatter } from './document.ts';
import { createIssue } from './issue.ts';
import { checkListed, type ListedLesson } from './lesson-list.ts';

/** The lessons that each lesson wants read first, those only that exist, by lesson. */
export type Prerequisites = ReadonlyMap<LessonId, readonly LessonId[]>;

/** What lessons want read first: unknown lessons, circles, and differences between languages are reported. */
export function arrangePrerequisites(
  modules: readonly CourseModule[],
  locales: readonly Locale[],
): { prerequisites: Prerequisites; issues: readonly Issue[] } {
  const lessons = modules.flatMap((module) => module.lessons);
  const known = lessons.map(({ id }) => id);
  const written = new Map(lessons.map((lesson) => [lesson.id, writtenIn(lesson, locales)]));
  const prerequisites = new Map(
    [...written].map(([id, listed]) => [
      id,
      known.filter((candidate) => listed.some(({ lesson }) => lesson === candidate)),
    ]),
  );
  const issues = lessons.flatMap((lesson) => [
    ...[...lesson.pages.values()].flatMap(({ frontmatter }) => checkListed(frontmatter.prerequisites, known)),
    ...checkLocales(lesson, locales),
  ]);
  return { prerequisites, issues: [...issues, ...checkCircles(prerequisites, written)] };
}

/** As the first locale has it that has the page. */
function writtenIn({ pages }: Unit<LessonId>, locales: readonly Locale[]): readonly ListedLesson[] {
  const locale = locales.find((candidate) => pages.has(candidate)) ?? '';
  return pages.get(locale)?.frontmatter.prerequisites ?? [];
}

/** A difference between two languages is reported once, in the later one. */
function checkLocales({ pages }: Unit<LessonId>, locales: readonly Locale[]): Issue[] {
  const [first, ...others] = locales.flatMap((locale) => {
    const page = pages.get(locale);
    return page === undefined || !hasReadFrontmatter(page) ? [] : [page];
  });
  if (first === undefined) return [];
  const lessons = first.frontmatter.prerequisites.map(({ lesson }) => lesson);
  return others.flatMap(({ path, frontmatter }) => {
    const own = frontmatter.prerequisites.map(({ lesson }) => lesson);
    if (own.join() === lessons.join()) return [];
    const place = frontmatter.prerequisites[0]?.place ?? { file: path, line: 1, column: 1 };
    return [createIssue('prerequisites-differ', place, { other: first.path, lessons })];
  });
}

/** One issue for each circle, at its lesson that comes first in the course. */
function checkCircles(
  prerequisites: Prerequisites,
  written: ReadonlyMap<LessonId, readonly ListedLesson[]>,
): Issue[] {
  const done = new Set<LessonId>();
  const issues: Issue[] = [];
  const visit = (lesson: LessonId, trail: readonly LessonId[]) => {
    const start = trail.indexOf(lesson);
    if (start >= 0) {
      const [first = lesson, next = lesson] = [...trail.slice(start), lesson];
      const place = written.get(first)?.find((listed) => listed.lesson === next)?.place;
      const details = { lessons: [...trail.slice(start), lesson] };
      if (place !== undefined) issues.push(createIssue('prerequisite-cycle', place, details));
      return;
    }
    if (done.has(lesson)) return;
    for (const needed of prerequisites.get(lesson) ?? []) visit(needed, [...trail, lesson]);
    done.add(lesson);
  };
  for (const lesson of prerequisites.keys()) visit(lesson, []);
  return issues;
}
