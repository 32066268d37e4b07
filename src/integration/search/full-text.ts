import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Deck } from '../../format/deck.ts';
import type { Locale } from '../../format/locale.ts';
import { FULL_TEXT_PATH } from '../../format/paths.ts';
import { toItemPage, toLessonPage } from './search-pages.ts';

/**
 * Writes the full-text index of a finished build: every page that wants to be found, and the fronts of all cards and
 * questions. Must run before anything that lists or signs the files of `dist`. Returns how many pages were read.
 * @throws Error with what Pagefind says, or if no page was found.
 */
export async function writeFullText({
  dist,
  base,
  deck,
  languages,
  pages,
}: {
  readonly dist: string;
  readonly base: string;
  readonly deck: Deck;
  readonly languages: Readonly<Record<Locale, string>>;
  /** Paths below the base path, with a slash at the end or empty. */
  readonly pages: readonly string[];
}): Promise<number> {
  const { index, errors } = await createIndex();
  if (!index) throw failure(errors);
  const add = async (url: string, content: string | undefined) => {
    if (content === undefined) return;
    const added = await index.addHTMLFile({ url, content });
    if (added.errors.length > 0) throw failure([`${url}:`, ...added.errors]);
    count++;
  };
  let count = 0;
  try {
    await inBatches(pages, async (page) => {
      const [locale = '', ...rest] = page.split('/');
      const language = languages[locale];
      if (language === undefined) return;
      // Not waited for: that takes longer than the reading.
      const html = readFileSync(path.join(dist, page, 'index.html'), 'utf8');
      const lesson = rest.filter(Boolean).join('/');
      await add(base + page, toLessonPage(html, { language, lesson }));
    });
    const found = count;
    if (found === 0) throw failure(['No page was found to search in.']);
    const lessons = deck.modules.flatMap((module) => module.lessons.map(({ id }) => id));
    for (const [locale, language] of Object.entries(languages)) {
      await inBatches(lessons, (lesson) =>
        add(`${base}${locale}/${lesson}/?items`, toItemPage(deck, lesson, locale, language)),
      );
    }
    const folder = path.join(dist, FULL_TEXT_PATH);
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw failure(written.errors);
    await Promise.all(UNUSED.map((file) => rm(path.join(folder, file), { force: true })));
    return found;
  } finally {
    await close();
  }
}

/** Pagefind's own interfaces and its worker, which nobody loads: the search asks on the page's own thread. */
const UNUSED: readonly string[] = [
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
  'pagefind-highlight.js',
  'pagefind-worker.js',
];

/** Pagefind reads pages side by side; all at once would keep every page of a large site in memory. */
const BATCH = 32;

async function inBatches<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += BATCH) await Promise.all(items.slice(at, at + BATCH).map(run));
}

function failure(errors: readonly string[]): Error {
  return new Error(['The search index could not be made:', ...errors].join('\n  '));
}
