import { options } from 'virtual:recall/options';
import { NOTE_ANCHOR_PREFIX } from '../../format/anchor.ts';
import type { Locale } from '../../format/locale.ts';
import { searchIndexPath, searchNotesPath } from '../../format/paths.ts';
import {
  NOTES_PER_FILE,
  SEARCH_VERSION,
  type SearchConcept,
  type SearchIndex,
  type SearchNotes,
} from '../../format/search.ts';
import { EXACT } from '../../search/concept-names.ts';
import { type ConceptHit, createConceptSearch } from '../../search/concepts.ts';
import { findTerms, toSegments } from '../../search/passages.ts';
import { planSearch } from '../../search/plan.ts';
import { parseQuery, type Query } from '../../search/query.ts';
import { splitWords } from '../../search/words.ts';
import { keepPromises } from '../keep-promises.ts';
import { type FullText, openFullText } from './full-text.ts';
import { createPageLines, moduleOf, pageUrl } from './page-lines.ts';
import type { ConceptLine, Results, Scope } from './results.ts';
import { createTextSearch } from './text-search.ts';

/** The search of one language. */
export interface CourseSearch {
  readonly index: SearchIndex;
  /** The concepts that a text means: at once. */
  findConcepts(text: string, scope: Scope): ConceptLine[];
  /**
   * Lessons, cards and questions: loads parts of the index. Rejects where they cannot be loaded. `onLessons` is called
   * with the lessons as soon as they are there.
   */
  findTexts(
    text: string,
    scope: Scope,
    onLessons?: (lessons: Results['lessons']) => void,
  ): Promise<Pick<Results, 'lessons' | 'items' | 'corrected' | 'isInPart'>>;
  /** Terms with a name like the text. */
  findNearest(text: string): ConceptLine[];
  /** The lines with what is said of them; those whose notes cannot be loaded stay as they are. */
  explain(lines: readonly ConceptLine[]): Promise<ConceptLine[]>;
  /** The same for those whose notes are loaded already: at once. */
  recall(lines: readonly ConceptLine[]): ConceptLine[];
}

/**
 * Loads what the search of a language needs first.
 * @throws Error in plain words when the network or the site's data cannot be read.
 */
export async function openCourseSearch(locale: Locale): Promise<CourseSearch> {
  const { base, languages } = options;
  const language = languages[locale] ?? locale;
  const openTexts = keepPromises((tag: string) => openFullText(base, tag));
  // Along with the concepts, so that it is there when the first word has been typed.
  openTexts(language).catch(() => undefined);
  const url = base + searchIndexPath(locale);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const index = (await response.json()) as SearchIndex;
  if (index.version !== SEARCH_VERSION) throw new Error(`${url}: version ${index.version}`);
  return createCourseSearch(base, index, () => openTexts(language));
}

function createCourseSearch(
  base: string,
  index: SearchIndex,
  openTexts: () => Promise<FullText>,
): CourseSearch {
  const { locale, language } = index;
  const concepts = createConceptSearch(index);
  const { folder } = concepts;
  const places = new Map(index.concepts.map((concept, place) => [concept, place]));
  const notes = new Map<number, SearchNotes>();
  const lines = createPageLines(base, index, folder);
  // At hand, once it is there, for what cannot wait.
  let texts: FullText | undefined;
  openTexts().then(
    (opened) => {
      texts = opened;
    },
    () => undefined,
  );

  const toConceptLine = (
    { concept, by }: Pick<ConceptHit, 'concept' | 'by'>,
    terms: readonly string[],
  ): ConceptLine => {
    const shown = [concept.name, ...concept.others.map(({ name }) => name)];
    return {
      concept,
      by: shown.includes(by) ? undefined : by,
      href: `${pageUrl(base, locale, concept.lesson)}#${NOTE_ANCHOR_PREFIX}${concept.id}`,
      title: toSegments(concept.name, findTerms(concept.name, terms, folder).ranges),
      place: places.get(concept) ?? 0,
    };
  };

  const noteAt = (place: number) => notes.get(Math.floor(place / NOTES_PER_FILE))?.[place % NOTES_PER_FILE];

  // Asked for at once, and again for the texts.
  let last: Reading | undefined;
  const read = (text: string): Reading => {
    if (last?.text !== text) {
      const query = parseQuery(folder.fold(text));
      let hits: readonly ConceptHit[] | undefined;
      last = {
        text,
        query,
        get hits() {
          hits ??= concepts.find(query);
          return hits;
        },
      };
    }
    return last;
  };

  const isInModule = ({ lesson }: SearchConcept, module: string) => !module || moduleOf(lesson) === module;

  return {
    index,
    findConcepts(text, { kind, module }) {
      if (kind === 'lesson' || kind === 'items') return [];
      const reading = read(text);
      const { query } = reading;
      // Looking through thousands of names takes as long as the network.
      if (kind === 'all') texts?.prepare(query.content);
      const wanted = reading.hits.filter(({ concept }) => isInModule(concept, module));
      // A name that was typed needs few others beside it.
      const count = kind === 'concept' ? 20 : (wanted[0]?.score ?? 0) >= EXACT ? 3 : 5;
      return wanted.slice(0, count).map((hit) => toConceptLine(hit, query.content));
    },
    async findTexts(text, scope, onLessons) {
      const { kind } = scope;
      const { query, hits } = read(text);
      if (query.key === '' || kind === 'concept') return NO_TEXTS;
      const named = concepts.named(query);
      const plan = planSearch(query, { hits, named }, concepts);
      const homes = new Set<string>(named.map(({ concept }) => concept.lesson));
      const request = { plan, homes, scope };
      texts ??= await openTexts();
      const search = createTextSearch(texts, lines, { names: concepts.names, language });
      // One after the other: what is first on the screen waits for nothing else.
      const lessons = kind === 'items' ? undefined : await search.findLessons(request);
      if (lessons && lessons.lessons.length > 0) onLessons?.(lessons.lessons);
      const items = kind === 'lesson' ? undefined : await search.findItems(request);
      return {
        lessons: lessons?.lessons ?? [],
        items: items?.items ?? [],
        corrected: lessons?.lessons.length ? lessons.corrected : items?.corrected,
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
  };
}

interface Reading {
  readonly text: string;
  readonly query: Query;
  readonly hits: readonly ConceptHit[];
}

const NO_TEXTS = { lessons: [], items: [], corrected: undefined, isInPart: false } as const;
