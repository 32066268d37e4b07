import { FULL_TEXT_PATH, fullTextTag } from '../../format/paths.ts';
import { MODULE_FILTER, type SearchKind, type SearchPage } from '../../format/search.ts';
import { coverRun, toIndexWord } from '../../search/index-words.ts';
import { type Occurrence, occurrencesOf, runOccurrencesOf } from '../../search/occurrences.ts';
import { type Posting, readFilter, readTable, readWords } from '../../search/pagefind-files.ts';
import { beginsWord, commonStart } from '../../search/query.ts';
import { intersect, type Scored } from '../../search/rank.ts';
import { likenessOf, scorePages } from '../../search/relevance.ts';
import { CJK } from '../../search/words.ts';
import { keepPromises } from '../keep-promises.ts';
import { fetchUnzipped } from './unzipped.ts';

/** A page that was found; its text is loaded on demand. */
export interface FoundPage {
  load(): Promise<SearchPage>;
}

/** Where the full-text index is asked. */
export interface FullText {
  /** Begins to load what {@link find} needs first for these terms. */
  prepare(terms: readonly string[]): void;
  /** The pages that have every term, best first; `module` narrows to one. */
  find(terms: readonly string[], kind: SearchKind, module?: string): Promise<Scored<FoundPage>[]>;
}

/**
 * Opens the index that Pagefind wrote for one language of the site. It is read here and not by Pagefind's own engine,
 * which is more to load than all that a search asks of it.
 * @throws Error where it cannot be loaded, and in development: only a build has an index.
 */
export async function openFullText(base: string, language: string): Promise<FullText> {
  if (import.meta.env.DEV) throw new Error('The full text can be searched in a build only.');
  const folder = base + FULL_TEXT_PATH;
  const table = await loadTable(folder, language);
  const averageWords = table.pages.reduce((sum, { words }) => sum + words, 0) / table.pages.length;
  const loadChunk = keepPromises((hash: string) => fetchUnzipped(`${folder}index/${hash}.pf_index`));
  const loadFilter = keepPromises(async (hash: string) =>
    readFilter(await fetchUnzipped(`${folder}filter/${hash}.pf_filter`)),
  );
  const loadPage = keepPromises(async (hash: string): Promise<SearchPage> => {
    const text = new TextDecoder().decode(await fetchUnzipped(`${folder}fragment/${hash}.pf_fragment`));
    return JSON.parse(text);
  });

  /** The chunks that can have words with a start. */
  const loadChunks = (start: string) => {
    const wanted = table.chunks.filter(({ from }, at) => {
      const next = table.chunks[at + 1]?.from;
      return (from < start || from.startsWith(start)) && (next === undefined || next > start);
    });
    return Promise.all(wanted.map(({ hash }) => loadChunk(hash)));
  };
  /** Every word of the index that begins so. */
  const wordsFrom = keepPromises(async (start: string) => {
    const chunks = await loadChunks(start);
    return chunks.flatMap((chunk) => readWords(chunk, start));
  });

  const findWord = async (sought: string, kind: SearchKind): Promise<Occurrence[]> => {
    const [start = ''] = startsOf(sought);
    if (start === '') return [];
    const words = await wordsFrom(start);
    const fitting = CJK.test(sought) ? words : words.filter(({ word }) => beginsWord(word, sought));
    const alike = fitting.map(({ word, postings }) => ({ postings, likeness: likenessOf(word, sought) }));
    return occurrencesOf(alike, kind);
  };

  const findRun = async (run: string, kind: SearchKind): Promise<Occurrence[]> => {
    const words = await Promise.all(
      startsOf(run).map(async (sought): Promise<readonly Posting[]> => {
        return (await wordsFrom(sought)).find(({ word }) => word === sought)?.postings ?? [];
      }),
    );
    return runOccurrencesOf(run, words, kind);
  };

  const pagesOf = async (module: string) => {
    const hash = table.filters.get(MODULE_FILTER);
    return new Set(hash === undefined ? [] : (await loadFilter(hash)).get(module));
  };

  const ask = keepPromises(async (request: string): Promise<Scored<FoundPage>[]> => {
    const [term, kind, module]: [string, SearchKind, string] = JSON.parse(request);
    const [occurrences, own] = await Promise.all([
      isRun(term) ? findRun(term, kind) : findWord(toIndexWord(term), kind),
      module ? pagesOf(module) : undefined,
    ]);
    return scorePages(occurrences, { pages: table.pages, averageWords })
      .filter(({ page }) => own?.has(page) ?? true)
      .sort((a, b) => b.score - a.score || a.page - b.page)
      .map(({ page, score }) => {
        const hash = table.pages[page]?.hash ?? '';
        return { id: hash, score, value: { load: () => loadPage(hash) } };
      });
  });

  return {
    prepare(terms) {
      for (const start of terms.flatMap(startsOf)) if (start !== '') loadChunks(start).catch(() => undefined);
    },
    async find(terms, kind, module = '') {
      return intersect(await Promise.all(terms.map((term) => ask(JSON.stringify([term, kind, module])))));
    },
  };
}

function isRun(term: string): boolean {
  return CJK.test(term) && term.length > 1;
}

/** What the words of the index begin with by which a term is found. */
function startsOf(term: string): string[] {
  if (isRun(term)) return coverRun(term).map(({ word }) => word);
  return [CJK.test(term) ? term : commonStart(toIndexWord(term))];
}

async function loadTable(folder: string, language: string) {
  // The one file of a fixed name: a copy kept by a cache would name files that are gone.
  const response = await fetch(`${folder}pagefind-entry.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const { languages }: { languages: Record<string, { hash: string }> } = await response.json();
  const hash = languages[fullTextTag(language)]?.hash;
  if (hash === undefined) throw new Error(`Nothing is indexed for ${language}.`);
  return readTable(await fetchUnzipped(`${folder}pagefind.${hash}.pf_meta`));
}
