import type { LessonId, ModuleId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import type { Locale } from '../format/locale.ts';
import type { Document } from './document.ts';
import { compare, createIssue, type Place } from './issue.ts';
import { DOCS_FOLDER, lessonPath, modulePath } from './source.ts';

/** A lesson or a module with its page in each locale that has one. */
export interface Unit<Id extends string> {
  readonly id: Id;
  readonly pages: ReadonlyMap<Locale, Document>;
}

/** A module with its lessons in course order. */
export interface CourseModule extends Unit<ModuleId> {
  readonly lessons: readonly Unit<LessonId>[];
}

/** The modules of a course in course order, and what is missing or ambiguous among its pages. */
export function arrangeCourse(
  documents: readonly Document[],
  locales: readonly Locale[],
): { modules: CourseModule[]; issues: Issue[] } {
  const moduleIds = new Set<ModuleId>();
  const modulePages = new Map<ModuleId, Map<Locale, Document>>();
  const lessonPages = new Map<ModuleId, Map<LessonId, Map<Locale, Document>>>();
  for (const document of documents) {
    const { location } = document;
    if (location.kind === 'page') continue;
    moduleIds.add(location.module);
    if (location.kind === 'module') {
      entry(modulePages, location.module).set(location.locale, document);
    } else {
      entry(entry(lessonPages, location.module), location.lesson).set(location.locale, document);
    }
  }
  const modules = [...moduleIds].map((id) => ({
    id,
    pages: modulePages.get(id) ?? new Map<Locale, Document>(),
    lessons: inOrder(
      [...(lessonPages.get(id) ?? [])].map(([lesson, pages]) => ({ id: lesson, pages })),
      locales,
    ),
  }));
  const issues = modules.flatMap((module) => checkModule(module, locales));
  if (modules.every(({ lessons }) => lessons.length === 0)) {
    issues.push(createIssue('empty-course', { file: DOCS_FOLDER, line: 1, column: 1 }, {}));
  }
  return { modules: inOrder(modules, locales), issues };
}

/** By `sidebar.order` of the first locale that has the page, then by path. */
function inOrder<T extends Unit<string>>(units: readonly T[], locales: readonly Locale[]): T[] {
  const orderOf = ({ pages }: T) => {
    const locale = locales.find((candidate) => pages.has(candidate)) ?? '';
    return pages.get(locale)?.frontmatter.order ?? Number.MAX_VALUE;
  };
  return [...units].sort((a, b) => orderOf(a) - orderOf(b) || compare(a.id, b.id));
}

function checkModule(module: CourseModule, locales: readonly Locale[]): Issue[] {
  const [firstLesson] = module.lessons;
  const [firstPage] = firstLesson?.pages.values() ?? [];
  const [defaultLocale = ''] = locales;
  const issues = locales.flatMap((locale) => checkOrder(module, locale));
  if (module.pages.size > 0) {
    issues.push(...checkTranslation(module.pages, locales, (locale) => modulePath(locale, module.id)));
  } else if (firstPage !== undefined) {
    const expected = modulePath(defaultLocale, module.id);
    issues.push(createIssue('missing-module-index', topOf(firstPage), { expected }));
  }
  for (const { id, pages } of module.lessons) {
    issues.push(...checkTranslation(pages, locales, (locale) => lessonPath(locale, id)));
  }
  return issues;
}

function checkTranslation(
  pages: ReadonlyMap<Locale, Document>,
  locales: readonly Locale[],
  pathIn: (locale: Locale) => string,
): Issue[] {
  const [defaultLocale = ''] = locales;
  const [anyPage] = pages.values();
  const page = pages.get(defaultLocale) ?? anyPage;
  if (page === undefined) return [];
  return locales
    .filter((locale) => !pages.has(locale))
    .map((locale) => {
      const code = locale === defaultLocale ? 'lesson-missing-in-default' : 'untranslated-lesson';
      return createIssue(code, topOf(page), { expected: pathIn(locale) });
    });
}

function checkOrder(module: CourseModule, locale: Locale): Issue[] {
  const seen = new Map<number, Document>();
  return module.lessons.flatMap(({ pages }) => {
    const page = pages.get(locale);
    const order = page?.frontmatter.order;
    if (page === undefined || order === undefined) return [];
    const first = seen.get(order);
    if (first !== undefined)
      return [createIssue('duplicate-order', topOf(page), { order, other: first.path })];
    seen.set(order, page);
    return [];
  });
}

function topOf(page: Document): Place {
  return { file: page.path, line: 1, column: 1 };
}

function entry<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const map = maps.get(key) ?? new Map<L, V>();
  maps.set(key, map);
  return map;
}
