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
import { type Attempt, planSearch, type SearchPlan } from '../../search/plan.ts';
import { parseQuery } from '../../search/query.ts';
import { gather, type Scored, unite } from '../../search/rank.ts';
import { CJK, cutByDictionary, splitWords } from '../../search/words.ts';
import { type FoundPage, type FullText, openFullText } from './full-text.ts';
import type { ConceptLine, ItemLine, LessonLine, Results, Scope } from './results.ts';

/** The search of one language. */
export interface CourseSearch {
  readonly index: SearchIndex;
  /** The concepts that a text means: at once. */
  findConcepts(text: string, scope: Scope): ConceptLine[];
  /** Lessons, cards and questions: loads parts of the index. Rejects where they cannot be loaded. */
  findTexts(
    text: string,
    scope: Scope,
  ): Promise<Pick<Results, 'lessons' | 'items' | 'corrected' | 'isInPart'>>;
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

  const toLessonLine = (page: LoadedPage, terms: readonly string[]) => {
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
      .filter(({ inHeading, inBody }) => inHeading.found.length + inBody.found.length > 0)
      .sort((a, b) => weigh(b) - weigh(a));
    const shown = passages.slice(0, SECTIONS);
    const intro = shown.find(({ anchor }) => anchor === undefined);
    const line: LessonLine = {
      href,
      title: toSegments(title, inTitle.ranges),
      module: moduleTitles.get(moduleOf(page.lesson)) ?? '',
      excerpt: intro ? excerpt(intro.body, intro.inBody.ranges, EXCERPT) : [],
      sections: shown.flatMap(({ anchor, heading, body, inHeading, inBody }) =>
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
    };
    const found = [inTitle, ...passages.flatMap(({ inHeading, inBody }) => [inHeading, inBody])];
    return { line, titleHits: inTitle.found.length, found: new Set(found.flatMap((part) => part.found)) };
  };

  /** The best of the pages as lines. Pagefind cuts letters off a word that no page has until one fits: no find. */
  const toLessonLines = async (
    hits: readonly Scored<FoundPage>[],
    terms: readonly string[],
    homes: ReadonlySet<string>,
  ) => {
    const pages = await Promise.all(
      hits.slice(0, LOADED).map(async ({ score, value }) => {
        const page = await value.load();
        const { line, titleHits, found } = toLessonLine(page, terms);
        const home = !homes.has(page.lesson) ? 0 : homes.size === 1 ? HOME : HOME_AMONG;
        return { line, found, score: score + home + titleHits / Math.max(1, terms.length) };
      }),
    );
    return pages.filter(({ found }) => found.size > 0).sort((a, b) => b.score - a.score);
  };

  const findLessons = async (
    texts: FullText,
    { attempts, also, pieces }: SearchPlan,
    homes: ReadonlySet<string>,
    module: string,
  ) => {
    const find = (terms: readonly string[]) => texts.find(terms, 'lesson', module);
    const gatherPieces = async (some: readonly string[]) =>
      gather(
        await Promise.all(
          [...new Set(some)].slice(0, MOST_PIECES).map(async (piece) => {
            return { hits: await find([piece]), isName: concepts.names.has(piece) };
          }),
        ),
      );
    const others = await Promise.all(also.map(async (terms) => ({ hits: await find(terms), weight: 0.7 })));
    const all = (terms: readonly string[]) => [...new Set([...terms, ...also.flat()])];
    for (const { terms, corrected } of attempts) {
      const hits = await find(terms);
      if (hits.length === 0) continue;
      const isFew = hits.length < FEW;
      const rest = isFew ? [{ hits: await gatherPieces(pieces), weight: 0.5 }] : [];
      const wanted = isFew ? [...all(terms), ...pieces] : all(terms);
      const lines = await toLessonLines(
        unite([{ hits, weight: isFew ? 2 : 1 }, ...others, ...rest]),
        [...new Set(wanted)],
        homes,
      );
      if (terms.every((term) => lines.some(({ found }) => found.has(term))))
        return { lines, corrected, isInPart: false };
    }
    // A name stays whole: parts of it are other words.
    const cut = pieces.flatMap((piece) =>
      CJK.test(piece) && !concepts.names.has(piece) ? [piece, ...cutByDictionary(piece, language)] : [piece],
    );
    const hits = unite([...others, { hits: await gatherPieces(cut), weight: 1 }]);
    return { lines: await toLessonLines(hits, all(cut), homes), corrected: undefined, isInPart: true };
  };

  const findItems = async (
    texts: FullText,
    { attempts, also }: SearchPlan,
    homes: ReadonlySet<string>,
    { kind: wanted, module }: Scope,
  ) => {
    const room = wanted === 'items' ? 4 : 1;
    for (const { terms, corrected } of [...attempts, ...also.map((terms): Attempt => ({ terms }))]) {
      const hits = await texts.find(terms, 'items', module);
      const pages = await Promise.all(hits.slice(0, room * ITEM_PAGES).map(({ value }) => value.load()));
      const items = pages
        .toSorted((a, b) => Number(homes.has(b.lesson)) - Number(homes.has(a.lesson)))
        .flatMap((page) => toItemLines(page, terms));
      if (items.length > 0) return { items: items.slice(0, room * ITEMS), corrected };
    }
    return { items: [], corrected: undefined };
  };

  const toItemLines = (page: LoadedPage, terms: readonly string[]): ItemLine[] =>
    page.anchors.flatMap(({ id, text }): ItemLine[] => {
      const plain = withoutSpaces(text);
      const { ranges, found } = findTerms(plain, terms, folder);
      const [kind, name = ''] = id.split(':');
      if (found.length < terms.length || (kind !== 'card' && kind !== 'question')) return [];
      const anchor = kind === 'card' ? NOTE_ANCHOR_PREFIX : QUESTION_ANCHOR_PREFIX;
      return [
        {
          kind,
          href: `${pageUrl(page.lesson)}#${anchor}${name}`,
          title: toSegments(plain, ranges),
          lesson: withoutSpaces(page.title),
        },
      ];
    });

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
      if (query.key === '' || kind === 'concept') return NO_TEXTS;
      const named = concepts.named(query);
      const plan = planSearch(query, { hits, named }, concepts);
      const homes = new Set(named.map(({ concept }) => concept.lesson));
      const texts = await openTexts();
      const [lessons, items] = await Promise.all([
        kind === 'items' ? undefined : findLessons(texts, plan, homes, module),
        kind === 'lesson' ? undefined : findItems(texts, plan, homes, { kind, module }),
      ]);
      return {
        lessons: lessons?.lines.slice(0, LESSONS).map(({ line }) => line) ?? [],
        items: items?.items ?? [],
        corrected: lessons?.lines.length ? lessons.corrected : items?.corrected,
        isInPart: lessons?.isInPart ?? false,
      };
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

const NO_TEXTS = { lessons: [], items: [], corrected: undefined, isInPart: false } as const;

/** How many pages are loaded to choose the best, and how many lines of each kind are shown. */
const LOADED = 6;
/** How much a page is worth more that defines the concept, or one of several: these are best told together. */
const HOME = 1.5;
const HOME_AMONG = 0.3;
/** Fewer pages than these that fit a query as a whole are joined by those that fit it in part. */
const FEW = 3;
/** A long question is cut into so many pieces. */
const MOST_PIECES = 12;
const LESSONS = 6;
const SECTIONS = 3;
const ITEM_PAGES = 3;
const ITEMS = 6;
/** Length of an excerpt in UTF-16 units: two or three lines on a phone. */
const EXCERPT = 110;

function weigh({ inHeading, inBody }: { inHeading: Found; inBody: Found }): number {
  return 4 * inHeading.found.length + 3 * inBody.found.length + Math.min(3, inBody.ranges.length);
}

function moduleOf(lesson: string): string {
  return lesson.split('/')[0] ?? '';
}

function withoutSpaces(text: string): string {
  return text.replaceAll('\u200b', '').trim();
}

type LoadedPage = Awaited<ReturnType<FoundPage['load']>>;
type Found = ReturnType<typeof findTerms>;
