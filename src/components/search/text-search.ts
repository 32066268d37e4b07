import type { ConceptSearch } from '../../search/concepts.ts';
import type { Attempt, SearchPlan } from '../../search/plan.ts';
import { gather, type Scored, unite } from '../../search/rank.ts';
import { CJK, cutByDictionary } from '../../search/words.ts';
import type { FoundPage, FullText } from './full-text.ts';
import type { FoundLesson, PageLines } from './page-lines.ts';
import type { ItemLine, LessonLine, Scope } from './results.ts';

/** What a search in the texts goes by. */
export interface TextRequest {
  readonly plan: SearchPlan;
  /** The lessons that define the concepts which were named. */
  readonly homes: ReadonlySet<string>;
  readonly scope: Scope;
}

/** Follows the plan of a search through the texts of one language. */
export interface TextSearch {
  findLessons(request: TextRequest): Promise<{
    readonly lessons: readonly LessonLine[];
    readonly corrected: string | undefined;
    readonly isInPart: boolean;
  }>;
  findItems(request: TextRequest): Promise<{
    readonly items: readonly ItemLine[];
    readonly corrected: string | undefined;
  }>;
}

/** The search in the texts of a language, tagged as `language`. */
export function createTextSearch(
  texts: FullText,
  lines: PageLines,
  { names, language }: Pick<ConceptSearch, 'names'> & { readonly language: string },
): TextSearch {
  /** The best of the pages as lines. */
  const toLessonLines = async (
    hits: readonly Scored<FoundPage>[],
    terms: readonly string[],
    homes: ReadonlySet<string>,
  ) => {
    const pages = await Promise.all(
      hits.slice(0, LOADED).map(async ({ score, value }) => {
        const page = await value.load();
        const { line, titleHits, titleShare, found } = lines.toLesson(page, terms);
        const home = !homes.has(page.lesson) ? 0 : homes.size === 1 ? HOME : HOME_AMONG;
        const title = (titleHits / Math.max(1, terms.length)) * (1 + titleShare / 4);
        const aside = titleHits === 0 && !isLesson(page.lesson) ? ASIDE : 0;
        return { line, found, score: score + home + title - aside };
      }),
    );
    return pages.filter(({ found }) => found.size > 0).sort((a, b) => b.score - a.score);
  };

  const findLessons: TextSearch['findLessons'] = async ({
    plan: { attempts, also, pieces },
    homes,
    scope: { module },
  }) => {
    const find = (terms: readonly string[]) => texts.find(terms, 'lesson', module);
    const gatherPieces = async (some: readonly string[]) =>
      gather(
        await Promise.all(
          [...new Set(some)].slice(0, MOST_PIECES).map(async (piece) => {
            return { hits: await find([piece]), isName: names.has(piece) };
          }),
        ),
      );
    const others = await Promise.all(also.map(async (terms) => ({ hits: await find(terms), weight: 0.7 })));
    const all = (terms: readonly string[]) => [...new Set([...terms, ...also.flat()])];
    for (const { terms, corrected } of attempts) {
      const hits = await find(terms);
      if (hits.length === 0) continue;
      const isFew = hits.length < FEW;
      const rest = isFew ? [{ hits: await gatherPieces(pieces), weight: 1 }] : [];
      const wanted = isFew ? [...all(terms), ...pieces] : all(terms);
      const found = await toLessonLines(
        unite([{ hits, weight: 1 }, ...others, ...rest]),
        [...new Set(wanted)],
        homes,
      );
      if (terms.every((term) => found.some((lesson) => lesson.found.has(term))))
        return { lessons: toShown(found), corrected, isInPart: false };
    }
    // A name stays whole: parts of it are other words.
    const cut = pieces.flatMap((piece) =>
      CJK.test(piece) && !names.has(piece) ? [piece, ...cutByDictionary(piece, language)] : [piece],
    );
    const hits = unite([...others, { hits: await gatherPieces(cut), weight: 1 }]);
    return {
      lessons: toShown(await toLessonLines(hits, all(cut), homes)),
      corrected: undefined,
      isInPart: true,
    };
  };

  const findItems: TextSearch['findItems'] = async ({
    plan: { attempts, also },
    homes,
    scope: { kind: wanted, module },
  }) => {
    const room = wanted === 'items' ? 4 : 1;
    for (const { terms, corrected } of [...attempts, ...also.map((terms): Attempt => ({ terms }))]) {
      const hits = await texts.find(terms, 'items', module);
      const pages = await Promise.all(hits.slice(0, room * ITEM_PAGES).map(({ value }) => value.load()));
      const items = pages
        .toSorted((a, b) => Number(homes.has(b.lesson)) - Number(homes.has(a.lesson)))
        .flatMap((page) => lines.toItems(page, terms));
      if (items.length > 0) return { items: items.slice(0, room * ITEMS), corrected };
    }
    return { items: [], corrected: undefined };
  };

  return { findLessons, findItems };
}

/** Pages of modules and those beside them have no module in their path. */
function isLesson(path: string): boolean {
  return path.includes('/');
}

function toShown(found: readonly Pick<FoundLesson, 'line'>[]): LessonLine[] {
  return found.slice(0, LESSONS).map(({ line }) => line);
}

/** How many pages are loaded to choose the best, and how many lines of each kind are shown. */
const LOADED = 6;
/** How much a page is worth more that defines the concept, or one of several: these are best told together. */
const HOME = 1.5;
const HOME_AMONG = 0.3;
/**
 * How much less a page is worth that is no lesson and whose title has nothing of what is sought: it has a little of
 * everything.
 */
const ASIDE = 0.4;
/** Fewer pages than these that fit a query as a whole are joined by those that fit it in part. */
const FEW = 3;
/** A long question is cut into so many pieces. */
const MOST_PIECES = 12;
const LESSONS = 6;
const ITEM_PAGES = 3;
const ITEMS = 6;
