import { NOTE_ANCHOR_PREFIX, QUESTION_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { Locale } from '../../format/locale.ts';
import { searchIndexPath, searchNotesPath } from '../../format/paths.ts';
import {
  NOTES_PER_FILE,
  SEARCH_VERSION,
  type SearchConcept,
  type SearchIndex,
  type SearchNotes,
} from '../../format/search.ts';
import { type ConceptHit, createConceptSearch, EXACT } from '../../search/concepts.ts';
import { cutPassages, excerpt, findTerms, toSegments } from '../../search/passages.ts';
import { planSearch } from '../../search/plan.ts';
import { parseQuery } from '../../search/query.ts';
import { unite } from '../../search/rank.ts';
import { splitWords } from '../../search/words.ts';
import { type FullText, openFullText } from './full-text.ts';
import type { ConceptLine, ItemLine, LessonLine, Results, Scope } from './results.ts';

/** The search of one language. */
export interface CourseSearch {
  readonly index: SearchIndex;
  /** The concepts that a text means: at once. */
  findConcepts(text: string, scope: Scope): ConceptLine[];
  /** Lessons, cards and questions: loads parts of the index. Rejects where they cannot be loaded. */
  findTexts(text: string, scope: Scope): Promise<Pick<Results, 'lessons' | 'items' | 'corrected'>>;
  /** Terms with a name like the text. */
  findNearest(text: string): ConceptLine[];
  /** The lines with what is said of them; those whose notes cannot be loaded stay as they are. */
  explain(lines: readonly ConceptLine[]): Promise<ConceptLine[]>;
  /** The same for those whose notes are loaded already: at once. */
  recall(lines: readonly ConceptLine[]): ConceptLine[];
  /** Begins to load what the first search needs. */
  warm(): void;
}

/**
 * Loads what the search of a language needs first.
 * @throws Error in plain words when the network or the site's data cannot be read.
 */
export async function openCourseSearch(base: string, locale: Locale): Promise<CourseSearch> {
  const url = base + searchIndexPath(locale);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const index = (await response.json()) as SearchIndex;
  if (index.version !== SEARCH_VERSION) throw new Error(`${url}: version ${index.version}`);
  return createCourseSearch(base, index);
}

function createCourseSearch(base: string, index: SearchIndex): CourseSearch {
  const { locale, language, modules } = index;
  const concepts = createConceptSearch(index);
  const { folder } = concepts;
  const places = new Map(index.concepts.map((concept, place) => [concept, place]));
  const moduleTitles = new Map<string, string>(modules.map(({ id, title }) => [id, title]));
  const notes = new Map<number, SearchNotes>();
  const pageUrl = (path: string) => `${base}${locale}/${path ? `${path}/` : ''}`;
  let fullText: Promise<FullText> | undefined;
  const openTexts = () => {
    fullText ??= openFullText(base, language);
    fullText.catch(() => {
      fullText = undefined;
    });
    return fullText;
  };

  const toConceptLine = (
    { concept, by }: Pick<ConceptHit, 'concept' | 'by'>,
    terms: readonly string[],
  ): ConceptLine => {
    const shown = [concept.name, ...concept.others.map(({ name }) => name)];
    return {
      concept,
      by: shown.includes(by) ? undefined : by,
      href: `${pageUrl(concept.lesson)}#${NOTE_ANCHOR_PREFIX}${concept.id}`,
      title: toSegments(concept.name, findTerms(concept.name, terms, folder).ranges),
      place: places.get(concept) ?? 0,
    };
  };

  const noteAt = (place: number) => notes.get(Math.floor(place / NOTES_PER_FILE))?.[place % NOTES_PER_FILE];

  const read = (text: string) => {
    const query = parseQuery(folder.fold(text));
    return { query, hits: concepts.find(query) };
  };

  const isInModule = ({ lesson }: SearchConcept, module: string) => !module || moduleOf(lesson) === module;

  const toLessonLine = (
    page: Awaited<ReturnType<Awaited<ReturnType<FullText['find']>>[number]['value']['load']>>,
    terms: readonly string[],
  ): { readonly line: LessonLine; readonly titleHits: number; readonly isFound: boolean } => {
    const title = withoutSpaces(page.title);
    const inTitle = findTerms(title, terms, folder);
    const href = pageUrl(page.lesson);
    const passages = cutPassages(page, ({ element, id }) => /^h[2-4]$/.test(element) && id !== '')
      .map(({ anchor, text }) => {
        const heading = withoutSpaces(anchor?.text ?? '');
        const body = text.startsWith(heading) ? text.slice(heading.length).replace(/^[.\s]+/, '') : text;
        const inHeading = findTerms(heading, terms, folder);
        const inBody = findTerms(body, terms, folder);
        return { anchor, heading, body, inHeading, inBody };
      })
      .filter(({ inHeading, inBody }) => inHeading.found + inBody.found > 0)
      .sort((a, b) => weigh(b) - weigh(a))
      .slice(0, SECTIONS);
    const intro = passages.find(({ anchor }) => anchor === undefined);
    return {
      titleHits: inTitle.found,
      isFound: inTitle.found + passages.length > 0,
      line: {
        href,
        title: toSegments(title, inTitle.ranges),
        module: moduleTitles.get(moduleOf(page.lesson)) ?? '',
        excerpt: intro ? excerpt(intro.body, intro.inBody.ranges, EXCERPT) : [],
        sections: passages.flatMap(({ anchor, heading, body, inHeading, inBody }) =>
          anchor
            ? [
                {
                  href: `${href}#${anchor.id}`,
                  title: toSegments(heading, inHeading.ranges),
                  excerpt: excerpt(body, inBody.ranges, EXCERPT),
                },
              ]
            : [],
        ),
      },
    };
  };

  const findLessons = async (
    texts: FullText,
    plan: ReturnType<typeof planSearch>,
    home: string | undefined,
    module: string,
  ) => {
    const { terms, hits } = await findFirst(texts, plan.attempts, 'lesson', module);
    const named = await Promise.all(
      plan.names.map(async (name) => ({ hits: await texts.find(name, 'lesson', module), weight: 0.7 })),
    );
    const all = [...new Set([...terms, ...plan.names.flat()])];
    const best = unite([{ hits, weight: 1 }, ...named]).slice(0, LOADED);
    const lines = await Promise.all(
      best.map(async ({ score, value }) => {
        const page = await value.load();
        const { line, titleHits, isFound } = toLessonLine(page, all);
        // Pagefind cuts letters off a word that no page has until one fits: that is a guess, not a find.
        if (!isFound) return [];
        const bonus = (page.lesson === home ? 1.5 : 0) + titleHits / Math.max(1, all.length);
        return [{ line, score: score + bonus }];
      }),
    );
    return lines
      .flat()
      .sort((a, b) => b.score - a.score)
      .slice(0, LESSONS)
      .map(({ line }) => line);
  };

  const findItems = async (
    texts: FullText,
    plan: ReturnType<typeof planSearch>,
    home: string | undefined,
    { kind: wanted, module }: Scope,
  ) => {
    const { terms, hits } = await findFirst(texts, [...plan.attempts, ...plan.names], 'items', module);
    const room = wanted === 'items' ? 4 : 1;
    const pages = await Promise.all(hits.slice(0, room * ITEM_PAGES).map(({ value }) => value.load()));
    return pages
      .toSorted((a, b) => Number(b.lesson === home) - Number(a.lesson === home))
      .flatMap((page) =>
        page.anchors.flatMap(({ id, text }): ItemLine[] => {
          const plain = withoutSpaces(text);
          const { ranges, found } = findTerms(plain, terms, folder);
          const [kind, name = ''] = id.split(':');
          if (found < terms.length || (kind !== 'card' && kind !== 'question')) return [];
          const anchor = kind === 'card' ? NOTE_ANCHOR_PREFIX : QUESTION_ANCHOR_PREFIX;
          return [
            {
              kind,
              href: `${pageUrl(page.lesson)}#${anchor}${name}`,
              title: toSegments(plain, ranges),
              lesson: withoutSpaces(page.title),
            },
          ];
        }),
      )
      .slice(0, room * ITEMS);
  };

  return {
    index,
    findConcepts(text, { kind, module }) {
      if (kind === 'lesson' || kind === 'items') return [];
      const { query, hits } = read(text);
      const wanted = hits.filter(({ concept }) => isInModule(concept, module));
      // A name that was typed needs few others beside it.
      const count = kind === 'concept' ? 20 : (wanted[0]?.score ?? 0) >= EXACT ? 3 : 5;
      return wanted.slice(0, count).map((hit) => toConceptLine(hit, query.content));
    },
    async findTexts(text, { kind, module }) {
      const { query, hits } = read(text);
      if (query.key === '' || kind === 'concept') return { lessons: [], items: [], corrected: undefined };
      const plan = planSearch(query, hits, concepts);
      const best = hits[0];
      const home = best && best.score >= EXACT ? best.concept.lesson : undefined;
      const texts = await openTexts();
      const [found, items] = await Promise.all([
        kind === 'items' ? [] : findLessons(texts, plan, home, module),
        kind === 'lesson' ? [] : findItems(texts, plan, home, { kind, module }),
      ]);
      return { lessons: found, items, corrected: plan.corrected };
    },
    findNearest(text) {
      const query = parseQuery(folder.fold(text));
      return concepts
        .nearest(query)
        .map((concept) => toConceptLine({ concept, by: concept.name }, splitWords(query.key)));
    },
    recall: (lines) => lines.map((line) => ({ ...line, note: noteAt(line.place) })),
    async explain(lines) {
      const files = new Set(lines.map(({ place }) => Math.floor(place / NOTES_PER_FILE)));
      await Promise.all(
        [...files].map(async (file) => {
          if (notes.has(file)) return;
          const response = await fetch(base + searchNotesPath(locale, file)).catch(() => undefined);
          if (response?.ok) notes.set(file, await response.json());
        }),
      );
      return lines.map((line) => ({ ...line, note: noteAt(line.place) }));
    },
    warm() {
      openTexts().catch(() => undefined);
    },
  };
}

/** How many pages are loaded to choose the best, and how many lines of each kind are shown. */
const LOADED = 6;
const LESSONS = 6;
const SECTIONS = 3;
const ITEM_PAGES = 3;
const ITEMS = 6;
/** Length of an excerpt in UTF-16 units: two or three lines on a phone. */
const EXCERPT = 110;

/** The first way of searching that finds something. */
async function findFirst(
  texts: FullText,
  attempts: readonly (readonly string[])[],
  kind: 'lesson' | 'items',
  module: string,
) {
  for (const terms of attempts) {
    const hits = await texts.find(terms, kind, module);
    if (hits.length > 0) return { terms, hits };
  }
  return { terms: [], hits: [] };
}

function weigh({ inHeading, inBody }: { inHeading: Found; inBody: Found }): number {
  return 4 * inHeading.found + 3 * inBody.found + Math.min(3, inBody.ranges.length);
}

function moduleOf(lesson: string): string {
  return lesson.split('/')[0] ?? '';
}

function withoutSpaces(text: string): string {
  return text.replaceAll('\u200b', '').trim();
}

type Found = ReturnType<typeof findTerms>;
