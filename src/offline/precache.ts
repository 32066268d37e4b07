/** Files kept for offline use, as glob patterns below the build folder. */
export const PRECACHE_GLOBS: readonly string[] = [
  '**/*.{html,css,js,json,svg,png,webp,avif,woff2,wasm,webmanifest,pagefind,pf_meta,pf_index,pf_fragment}',
];

/** Files that nobody asks for: Pagefind's own interfaces, the error page (its copy is kept) and the worker itself. */
export const PRECACHE_IGNORES: readonly string[] = [
  'pagefind/pagefind-{component,modular}-ui.*',
  'pagefind/pagefind-ui.*',
  'pagefind/pagefind-highlight.js',
  '404.html',
  'sw.js',
];

/** Files whose name holds a digest of their content, so that they need no revision of their own. */
export const DIGEST_NAMED: RegExp = /\/_astro\/|\/pagefind\/(?:fragment|index)\/|\.pf_meta$/;

/** A copy of `404.html` under a name that hosts answer with status 200; one failing URL would stop the install. */
export const OFFLINE_404 = 'offline-404.html';

/** The worker's file, below the base path. Permanent: browsers that have it ask for it by this name for ever. */
export const WORKER_FILE = 'sw.js';

/**
 * Says what is missing from a precache list, one sentence each, or nothing if every page, search and deck is in it.
 * `urls` begin with the base path; `pages` are paths below it, with a slash at the end or empty.
 */
export function findPrecacheProblems(
  urls: readonly string[],
  { base, pages }: { readonly base: string; readonly pages: readonly string[] },
): string[] {
  const known = new Set(urls);
  const isKnown = (path: string) => known.has(base + path);
  const required = [...pages.map((page) => `${page}index.html`), OFFLINE_404, 'pagefind/pagefind-entry.json'];
  const wanted: [RegExp, string][] = [
    [/\/pagefind\/fragment\/.+\.pf_fragment$/, 'no search result (pagefind/fragment/)'],
    [/\/pagefind\/index\/.+\.pf_index$/, 'no search index (pagefind/index/)'],
    [/\/pagefind\/wasm\..+\.pagefind$/, 'no search engine (pagefind/wasm.*)'],
    [/\/pagefind\/pagefind-worker\.js$/, 'no search worker (pagefind/pagefind-worker.js)'],
    [/\/deck\.json$/, 'no deck (deck.json)'],
  ];
  return [
    ...required.filter((path) => !isKnown(path)).map((path) => `${path} is not in the precache list.`),
    ...wanted
      .filter(([pattern]) => !urls.some((url) => pattern.test(url)))
      .map(([, what]) => `The precache list has ${what}. Does search run before the service worker is made?`),
    ...urls.filter((url) => !url.startsWith(base)).map((url) => `${url} lies outside the base path ${base}.`),
  ];
}
