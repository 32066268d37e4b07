import type { Locale } from '../format/locale.ts';
import { appManifestPath, FULL_TEXT_PATH, fullTextTag } from '../format/paths.ts';
import { PREFIX } from '../format/prefix.ts';
import type { ListedFile } from './file-list.ts';

/** Whether a file of a build, by its path below the base path, can be kept for offline use. */
export function isPrecached(path: string): boolean {
  return KEPT.test(path) && !IGNORED.test(path);
}

const KEPT =
  /\.(?:html|css|js|json|svg|png|webp|avif|woff2|webmanifest|pf_meta|pf_index|pf_fragment|pf_filter)$/;

/**
 * Files that no page asks for: pictures for shops and for links shared elsewhere, the error page (its copy is kept) and
 * the workers themselves.
 */
const IGNORED = /^(?:(?:screenshots|og)\/.*|404\.html|sw(?:-off)?\.js)$/;

/** A copy of `404.html` under a name that hosts answer with status 200; one failing URL would stop the install. */
export const OFFLINE_404 = 'offline-404.html';

/** The worker’s file, below the base path. Permanent: browsers that have it ask for it by this name for ever. */
export const WORKER_FILE = 'sw.js';

/** The worker that takes offline use back, ready to be put in the other one’s place. */
export const KILL_SWITCH_FILE = 'sw-off.js';

/** The page of a language that says what is kept, below the base path. It is kept whatever else is. */
export function offlinePage(locale: Locale): string {
  return `${locale}/offline/`;
}

/** The files of a build, divided by who needs them. */
export interface SplitFiles {
  /** What every page needs. */
  readonly shell: readonly ListedFile[];
  readonly languages: Readonly<Record<Locale, readonly ListedFile[]>>;
}

/** Divides the files of a build. Pages are named by their folder (`zh/map/`), as readers ask for them. */
export function splitFiles(
  files: readonly ListedFile[],
  languages: Readonly<Record<Locale, string>>,
): SplitFiles {
  const shell: ListedFile[] = [];
  const split = Object.fromEntries(Object.keys(languages).map((locale) => [locale, [] as ListedFile[]]));
  for (const file of files) {
    const locale = localeOfFile(file.path, languages);
    if (locale === undefined) shell.push(file);
    else split[locale]?.push({ ...file, path: toAddress(file.path) });
  }
  return { shell, languages: split };
}

/** The one language that needs a file, by its path below the base path; `undefined` if every page may need it. */
export function localeOfFile(path: string, languages: Readonly<Record<Locale, string>>): Locale | undefined {
  const [first = '', second = ''] = path.split('/');
  if (first === SEARCH_FOLDER) return localeOfSearchFile(path.slice(first.length + 1), languages);
  const locale = first === PREFIX ? second : first;
  if (!(locale in languages)) return undefined;
  // Asked for by pages that stand in for others, whatever language is kept.
  const isShared = [`${offlinePage(locale)}index.html`, appManifestPath(locale)].includes(path);
  return isShared ? undefined : locale;
}

/**
 * Says what is missing from the files to be kept, one sentence each, or nothing if every page, search and deck is
 * among them. `pages` are paths below the base path, with a slash at the end or empty.
 */
export function findPrecacheProblems({ shell, languages }: SplitFiles, pages: readonly string[]): string[] {
  const known = new Set([...shell, ...Object.values(languages).flat()].map(({ path }) => toAddress(path)));
  const required = [...pages, OFFLINE_404, `${PREFIX}/deck.json`, SEARCH_ENTRY];
  return [
    ...required.filter((path) => !known.has(path)).map((path) => `${path || 'The start page'} is not kept.`),
    ...Object.entries(languages).flatMap(([locale, files]) =>
      Object.entries(wantedOf(locale))
        .filter(([, pattern]) => !files.some(({ path }) => pattern.test(path)))
        .map(([what]) => `${locale} has no ${what}. Does search run before the service worker is made?`),
    ),
  ];
}

const SEARCH_FOLDER = FULL_TEXT_PATH.slice(0, -1);
const SEARCH_ENTRY = `${SEARCH_FOLDER}/pagefind-entry.json`;

function wantedOf(locale: Locale): Record<string, RegExp> {
  return {
    'search result (pagefind/fragment/)': /^pagefind\/fragment\/.+\.pf_fragment$/,
    'search index (pagefind/index/)': /^pagefind\/index\/.+\.pf_index$/,
    'search table (pagefind.*.pf_meta)': /^pagefind\/[^/]+\.pf_meta$/,
    [`lesson deck (${PREFIX}/${locale}/)`]: new RegExp(`^${PREFIX}/${locale}/.+\\.json$`),
  };
}

/** Its files are named by the tag of their language: `fragment/x-zh-cn_1f.pf_fragment`, `pagefind.x-en_3c.pf_meta`. */
function localeOfSearchFile(name: string, languages: Readonly<Record<Locale, string>>): Locale | undefined {
  const tag = /^(?:(?:fragment|index|filter)\/|pagefind\.)([a-z0-9-]+)_/.exec(name)?.[1];
  const matching = Object.entries(languages).filter(([, language]) => fullTextTag(language) === tag);
  // A file that several languages share belongs to none of them.
  return matching.length === 1 ? matching[0]?.[0] : undefined;
}

/** A page’s address instead of its file. */
function toAddress(path: string): string {
  return path.replace(/(^|\/)index\.html$/, '$1');
}
