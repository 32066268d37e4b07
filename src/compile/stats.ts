import type { Deck } from '../format/deck.ts';
import type { LessonId, ModuleId } from '../format/id.ts';
import type { Locale } from '../format/locale.ts';
import { parseDocuments } from './compile.ts';
import type { CourseSource } from './source.ts';

/** What one lesson, one module or a whole course holds. */
export interface Amounts {
  /** Length of the prose by locale: characters of a script without spaces, and words of others. */
  readonly lengths: Readonly<Record<Locale, number>>;
  readonly terms: number;
  readonly cards: number;
  readonly authored: number;
  readonly generated: number;
  /** Of the locale that shows the most. */
  readonly figures: number;
}

/** A course in numbers, in course order. */
export interface CourseStats {
  readonly modules: readonly {
    readonly id: ModuleId;
    readonly lessons: readonly { readonly id: LessonId; readonly amounts: Amounts }[];
    readonly total: Amounts;
  }[];
  readonly total: Amounts;
}

/** Counts what a course holds; `deck` is what it compiles to. */
export function measureCourse(source: CourseSource, deck: Deck): CourseStats {
  const documents = parseDocuments(source);
  const modules = deck.modules.map(({ id, lessons }) => {
    const counted = lessons.map((lesson) => {
      const pages = documents.filter(
        ({ location }) => location.kind === 'lesson' && location.lesson === lesson.id,
      );
      const lengths = source.locales.map((locale): [Locale, number] => {
        const page = pages.find(({ location }) => location.kind === 'lesson' && location.locale === locale);
        return [locale, page?.length ?? 0];
      });
      const isHere = (item: { readonly lesson: LessonId }) => item.lesson === lesson.id;
      const questions = deck.questions.filter(isHere);
      const authored = questions.filter(({ origin }) => origin === 'author').length;
      const amounts: Amounts = {
        lengths: Object.fromEntries(lengths),
        terms: deck.terms.filter(isHere).length,
        cards: deck.cards.filter(isHere).length,
        authored,
        generated: questions.length - authored,
        figures: Math.max(0, ...pages.map(({ figureCount }) => figureCount)),
      };
      return { id: lesson.id, amounts };
    });
    return {
      id,
      lessons: counted,
      total: sum(
        counted.map(({ amounts }) => amounts),
        source.locales,
      ),
    };
  });
  return {
    modules,
    total: sum(
      modules.map(({ total }) => total),
      source.locales,
    ),
  };
}

function sum(parts: readonly Amounts[], locales: readonly Locale[]): Amounts {
  const add = (pick: (part: Amounts) => number) => parts.reduce((total, part) => total + pick(part), 0);
  return {
    lengths: Object.fromEntries(
      locales.map((locale) => [locale, add(({ lengths }) => lengths[locale] ?? 0)]),
    ),
    terms: add(({ terms }) => terms),
    cards: add(({ cards }) => cards),
    authored: add(({ authored }) => authored),
    generated: add(({ generated }) => generated),
    figures: add(({ figures }) => figures),
  };
}
