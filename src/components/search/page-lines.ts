import { NOTE_ANCHOR_PREFIX, QUESTION_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { SearchIndex, SearchPage } from '../../format/search.ts';
import type { Folder } from '../../search/fold.ts';
import { excerpt, findTerms, toSegments } from '../../search/passages.ts';
import type { ItemLine, LessonLine } from './results.ts';

/** Makes the lines that are shown of pages. */
export interface PageLines {
  /** A page as a line, with what of the terms is in its title and on it at all. */
  toLesson(page: SearchPage, terms: readonly string[]): FoundLesson;
  /** The cards and questions of a page that have all terms. */
  toItems(page: SearchPage, terms: readonly string[]): ItemLine[];
}

/** See {@link PageLines.toLesson}. */
export interface FoundLesson {
  readonly line: LessonLine;
  readonly titleHits: number;
  /** How much of the title's letters is in what was found, from 0 to 1. */
  readonly titleShare: number;
  readonly found: ReadonlySet<string>;
}

/** Address of a page of a language; `path` is empty for its home. */
export function pageUrl(base: string, locale: string, path: string): string {
  return `${base}${locale}/${path ? `${path}/` : ''}`;
}

/** Id of the module that a lesson is in. */
export function moduleOf(lesson: string): string {
  return lesson.split('/')[0] ?? '';
}

/** The lines of one language's pages. */
export function createPageLines(
  base: string,
  { locale, modules }: Pick<SearchIndex, 'locale' | 'modules'>,
  folder: Folder,
): PageLines {
  const moduleTitles = new Map<string, string>(modules.map(({ id, title }) => [id, title]));
  return {
    toLesson({ lesson, title, passages: all }, terms) {
      const inTitle = findTerms(title, terms, folder);
      const href = pageUrl(base, locale, lesson);
      const passages = all
        .map(({ id, heading, text }) => {
          const inHeading = findTerms(heading, terms, folder);
          return { id, heading, text, inHeading, inText: findTerms(text, terms, folder) };
        })
        .filter(({ inHeading, inText }) => inHeading.found.length + inText.found.length > 0)
        .sort((a, b) => weigh(b) - weigh(a));
      const shown = passages.slice(0, SECTIONS);
      const intro = shown.find(({ id }) => id === '');
      const line: LessonLine = {
        href,
        title: toSegments(title, inTitle.ranges),
        module: moduleTitles.get(moduleOf(lesson)) ?? '',
        excerpt: intro ? excerpt(intro.text, intro.inText.ranges, EXCERPT) : [],
        sections: shown
          .filter(({ id }) => id !== '')
          .map(({ id, heading, text, inHeading, inText }) => ({
            href: `${href}#${id}`,
            title: toSegments(heading, inHeading.ranges),
            excerpt: excerpt(text, inText.ranges, EXCERPT),
          })),
      };
      const found = [inTitle, ...passages.flatMap(({ inHeading, inText }) => [inHeading, inText])];
      return {
        line,
        titleHits: inTitle.found.length,
        titleShare: shareOf(title, inTitle.ranges),
        found: new Set(found.flatMap((part) => part.found)),
      };
    },
    toItems: ({ lesson, title, items }, terms) =>
      items.flatMap(({ kind, id, text }): ItemLine[] => {
        const { ranges, found } = findTerms(text, terms, folder);
        if (found.length < terms.length) return [];
        const anchor = kind === 'card' ? NOTE_ANCHOR_PREFIX : QUESTION_ANCHOR_PREFIX;
        const href = `${pageUrl(base, locale, lesson)}#${anchor}${id}`;
        return [{ kind, href, title: toSegments(text, ranges), lesson: title }];
      }),
  };
}

const SECTIONS = 3;
/** Length of an excerpt in UTF-16 units: two or three lines on a phone. */
const EXCERPT = 110;

function shareOf(title: string, ranges: Found['ranges']): number {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').length;
  const hit = ranges.reduce((sum, [from, to]) => sum + letters(title.slice(from, to)), 0);
  return hit / Math.max(1, letters(title));
}

function weigh({ inHeading, inText }: { inHeading: Found; inText: Found }): number {
  return 4 * inHeading.found.length + 3 * inText.found.length + Math.min(3, inText.ranges.length);
}

type Found = ReturnType<typeof findTerms>;
