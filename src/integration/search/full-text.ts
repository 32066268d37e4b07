import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Deck, Lesson } from '../../format/deck.ts';
import type { Locale } from '../../format/locale.ts';
import { FULL_TEXT_PATH } from '../../format/paths.ts';
import type { SearchPage } from '../../format/search.ts';
import { createFolder } from '../../search/fold.ts';
import { toIndexedPage } from './indexed-page.ts';
import type { PageText } from './page-text.ts';
import { foldPairsOf } from './search-index.ts';
import { toSearchItems, toSearchPage } from './search-pages.ts';

/**
 * Writes the full-text index of a finished build: every page that wants to be found, and the fronts of all cards and
 * questions. Must run before anything that lists or signs the files of `dist`. Returns how many pages there are.
 * @throws Error with what Pagefind says, or if no page was found.
 */
export async function writeFullText({
  dist,
  deck,
  languages,
  texts,
}: {
  readonly dist: string;
  readonly deck: Deck;
  readonly languages: Readonly<Record<Locale, string>>;
  /** What is to be found of each page, by its path below the base path, with a slash at the end or empty. */
  readonly texts: ReadonlyMap<string, PageText>;
}): Promise<number> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= String(CHUNK_SIZE);
  const { index, errors } = await createIndex();
  if (!index) throw failure(errors);
  /** What is shown of each page, zipped, by the address that Pagefind is given. */
  const shown = new Map<string, Buffer>();
  const add = async (locale: Locale, lesson: string, page: SearchPage, words: string) => {
    const found = gzipSync(JSON.stringify(page));
    // Pagefind names a page's file by all that it knows of it: another text must give another name.
    const url = `/${locale}/${lesson}#${createHash('sha256').update(found).digest('hex').slice(0, 16)}`;
    shown.set(url, found);
    const added = await index.addHTMLFile({ url, content: words });
    if (added.errors.length > 0) throw failure([`${locale}/${lesson}:`, ...added.errors]);
  };
  try {
    let count = 0;
    for (const [locale, language] of Object.entries(languages)) {
      const folder = createFolder(foldPairsOf(deck, locale));
      // Lessons that are not translated may have questions that are.
      const left = new Map<string, Lesson>(
        deck.modules.flatMap(({ lessons }) => lessons.map((lesson) => [lesson.id, lesson])),
      );
      await inBatches(
        [...texts].filter(([page]) => page.startsWith(`${locale}/`)),
        async ([page, text]) => {
          count++;
          const name = page.split('/').slice(1).filter(Boolean).join('/');
          const lesson = left.get(name);
          left.delete(name);
          const items = lesson ? toSearchItems(deck, lesson.id, locale) : [];
          const words = toIndexedPage(text, items, { language, module: moduleOf(name), folder });
          await add(locale, name, toSearchPage(name, text, items), words);
        },
      );
      await inBatches([...left.values()], async ({ id, pages: own }) => {
        const items = toSearchItems(deck, id, locale);
        if (items.length === 0) return;
        const title = (own[locale] ?? own[deck.defaultLocale])?.title ?? id;
        const words = toIndexedPage(NO_TEXT, items, { language, module: moduleOf(id), folder });
        await add(locale, id, toSearchPage(id, { title, passages: [] }, items), words);
      });
    }
    if (count === 0) throw failure(['No page was found to search in.']);
    const folder = path.join(dist, FULL_TEXT_PATH);
    await rm(folder, { recursive: true, force: true });
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw failure(written.errors);
    await removeUnread(folder);
    await writeShown(path.join(folder, 'fragment'), shown);
    return count;
  } finally {
    await close();
  }
}

/**
 * How many places of words are in one file of the index: a search loads one for most words, and Pagefind's own 20,000
 * are 30 KB.
 */
const CHUNK_SIZE = 4000;

/** Pagefind reads pages side by side; all at once would keep every page of a large site in memory. */
const BATCH = 32;

async function inBatches<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < items.length; at += BATCH) await Promise.all(items.slice(at, at + BATCH).map(run));
}

/** Pagefind's own engine and interfaces, which nobody loads. */
async function removeUnread(folder: string): Promise<void> {
  const files = await readdir(folder);
  const unread = files.filter((file) => /\.(?:js|css|pagefind)$/.test(file));
  await Promise.all(unread.map((file) => rm(path.join(folder, file))));
}

/** Puts what is shown of a page in the place of what Pagefind keeps of it, which are words to look up. */
async function writeShown(folder: string, shown: ReadonlyMap<string, Buffer>): Promise<void> {
  await inBatches(await readdir(folder), async (name) => {
    const file = path.join(folder, name);
    const url = urlOf(await readFile(file));
    const found = shown.get(url);
    if (!found) throw failure([`It has a page that was not given: ${url}`]);
    await writeFile(file, found);
  });
}

/** The address that begins what Pagefind keeps of a page. */
function urlOf(file: Buffer): string {
  const start = gunzipSync(file.subarray(0, START), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
  const [, url] = /\{"url":("(?:[^"\\]|\\.)*")/.exec(start) ?? [];
  if (url === undefined) throw failure(['A page’s file does not begin with its address.']);
  return JSON.parse(url);
}

/** Bytes of a zipped file that hold the address of any page. */
const START = 2048;

const NO_TEXT: PageText = { title: '', passages: [] };

function moduleOf(lesson: string): string {
  return lesson.split('/')[0] ?? '';
}

function failure(errors: readonly string[]): Error {
  return new Error(['The search index could not be made:', ...errors].join('\n  '));
}
