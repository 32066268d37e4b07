import { FULL_TEXT_PATH } from '../../format/paths.ts';
import type { SearchKind } from '../../format/search.ts';
import type { PageText } from '../../search/passages.ts';
import { countRuns, intersect, type Scored } from '../../search/rank.ts';
import { toExactPhrase } from '../../search/spacing.ts';
import { CJK } from '../../search/words.ts';

/** A page that was found; its text is loaded on demand. */
export interface FoundPage {
  /** Path below the locale, or empty for the home page. */
  load(): Promise<PageText & { readonly title: string; readonly lesson: string }>;
}

/** Where the full-text index is asked. */
export interface FullText {
  /** The pages that have every term, best first; `module` narrows to one. */
  find(terms: readonly string[], kind: SearchKind, module?: string): Promise<Scored<FoundPage>[]>;
}

/**
 * Loads Pagefind for one language of the site.
 * @throws Error where it cannot be loaded, and in development: only a build has an index.
 */
export async function openFullText(base: string, language: string): Promise<FullText> {
  if (import.meta.env.DEV) throw new Error('The full text can be searched in a build only.');
  const folder = base + FULL_TEXT_PATH;
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindModule;
  const instance = createInstance(pagefind, folder, language);
  await instance.init();
  const asked = new Map<string, Promise<Scored<FoundPage>[]>>();
  const ask = (term: string, filters: Filters) => {
    const key = JSON.stringify([term, filters]);
    const known = asked.get(key);
    if (known) return known;
    const answer = CJK.test(term) ? askRun(instance, term, filters) : askWord(instance, term, filters);
    asked.set(key, answer);
    // A request that was lost is made again next time.
    answer.catch(() => asked.delete(key));
    return answer;
  };
  return {
    async find(terms, kind, module) {
      const filters = { kind, ...(module ? { module } : {}) };
      return intersect(await Promise.all(terms.map((term) => ask(term, filters))));
    },
  };
}

/** Pagefind takes the language from the page alone, and reads it at once. */
function createInstance(pagefind: PagefindModule, basePath: string, language: string): PagefindInstance {
  const root = document.documentElement;
  const { lang } = root;
  try {
    root.lang = language;
    // Without a worker: one file less to load, and nothing that Trusted Types would have to let pass.
    return pagefind.createInstance({ basePath, baseUrl: '/', noWorker: true });
  } finally {
    root.lang = lang;
  }
}

async function askWord(
  instance: PagefindInstance,
  word: string,
  filters: Filters,
): Promise<Scored<FoundPage>[]> {
  const { results } = await instance.search(word, { filters });
  return results.map(toFoundPage);
}

/**
 * The pages that have the characters side by side. Pagefind gives every one of them the same score, so they are
 * ordered by a second search that needs no further file: how often as many hits stand in a row, then its own score.
 */
async function askRun(
  instance: PagefindInstance,
  run: string,
  filters: Filters,
): Promise<Scored<FoundPage>[]> {
  const [exact, loose] = await Promise.all([
    instance.search(toExactPhrase(run), { filters }),
    instance.search([...run].join(' '), { filters }),
  ]);
  const known = new Map(loose.results.map((result) => [result.id, result]));
  const top = Math.max(1, ...loose.results.map(({ score }) => score));
  return exact.results.map((result) => {
    const { words = [], score = 0 } = known.get(result.id) ?? {};
    const count = countRuns(words, run.length);
    return toFoundPage({ ...result, score: count / (count + RUNS_HALF) + score / top });
  });
}

/** So many runs count half as much as endless ones. */
const RUNS_HALF = 4;

function toFoundPage({ id, score, data }: PagefindResult): Scored<FoundPage> {
  const load = async () => {
    const { raw_content, content, anchors, meta } = await data();
    return {
      // Pagefind escapes the one that it keeps for highlighting.
      text: (raw_content ?? content).replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      anchors,
      title: meta['title'] ?? '',
      lesson: meta['lesson'] ?? '',
    };
  };
  return { id, score, value: { load } };
}

type Filters = Readonly<Record<string, string>>;

interface PagefindModule {
  createInstance(options: {
    readonly basePath: string;
    readonly baseUrl: string;
    readonly noWorker: boolean;
  }): PagefindInstance;
}

interface PagefindInstance {
  init(): Promise<void>;
  search(
    term: string,
    options: { readonly filters: Filters },
  ): Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  /** Places of the words that were found, in order. */
  readonly words: readonly number[];
  data(): Promise<{
    readonly raw_content?: string;
    readonly content: string;
    readonly anchors: PageText['anchors'];
    readonly meta: Readonly<Record<string, string>>;
  }>;
}
