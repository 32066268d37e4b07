import type { Lesson, Module } from '../format/deck.ts';
import type { Locale } from '../format/locale.ts';

/** A page in the navigation: its label and its path below the locale, empty for the home. */
export interface Place {
  readonly label: string;
  readonly path: string;
}

/** What the navigation of one page shows of the course. */
export interface CourseNavigation {
  /** Modules in course order; only the reader's own has lessons. A place of no lessons is one link. */
  readonly modules: readonly (Place & { readonly lessons?: readonly Place[] })[];
  /** Whether the course has more modules, and the reader's module more lessons, than are listed. */
  readonly isModuleHidden: boolean;
  readonly isLessonHidden: boolean;
  readonly previous: Place | undefined;
  readonly next: Place | undefined;
}

/** So many modules, and so many lessons of one module, are listed; of more, those around the reader. */
export const LISTED = { modules: 16, lessons: 24 };

/**
 * Finds the navigation of a page by its path below the locale. What it shows has the same size in a course of any
 * size, and so has the work for one page: the course is walked once, here.
 */
export function createCourseNavigation(
  modules: readonly Module[],
  locale: Locale,
  defaultLocale: Locale,
): (path: string) => CourseNavigation {
  const placeOf = (item: Lesson | Module): Place => ({
    label: (item.pages[locale] ?? item.pages[defaultLocale])?.title ?? item.id,
    path: item.id,
  });
  const places = modules.map(placeOf);
  const moduleNumbers = new Map(modules.map(({ id }, number) => [id as string, number]));
  const pages = modules.flatMap((module) => [module, ...module.lessons]).map(placeOf);
  const pageNumbers = new Map(pages.map(({ path }, number) => [path, number]));

  return (path) => {
    const [moduleId = ''] = path.split('/');
    const moduleNumber = moduleNumbers.get(moduleId);
    const module = moduleNumber === undefined ? undefined : modules[moduleNumber];
    const lessonNumber = module?.lessons.findIndex(({ id }) => id === path) ?? 0;
    const lessons = around(module?.lessons ?? [], lessonNumber, LISTED.lessons).map(placeOf);
    const pageNumber = pageNumbers.get(path);
    return {
      modules: around(places, moduleNumber ?? 0, LISTED.modules).map((place) =>
        place.path === module?.id ? { ...place, lessons } : place,
      ),
      isModuleHidden: modules.length > LISTED.modules,
      isLessonHidden: (module?.lessons.length ?? 0) > LISTED.lessons,
      previous: pageNumber === undefined ? undefined : pages[pageNumber - 1],
      next: pageNumber === undefined ? undefined : pages[pageNumber + 1],
    };
  };
}

/** At most so many neighbours of an item, itself among them. */
function around<Item>(items: readonly Item[], number: number, most: number): readonly Item[] {
  const start = Math.max(0, Math.min(number - most / 2, items.length - most));
  return items.slice(start, start + most);
}
