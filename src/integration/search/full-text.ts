import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Deck, Lesson } from '../../format/deck.ts';
import type { Locale } from '../../format/locale.ts';
import { FULL_TEXT_PATH } from '../../format/paths.ts';
import type { SearchPage } from '../../format/search.ts';
import { createFolder } from '../../search/fold.ts';
import { inBatches } from '../in-batches.ts';
import { toIndexedWords } from './indexed-page.ts';
import { toPageRecord } from './page-record.ts';
import type { PageText } from './page-text.ts';
import { foldPairsOf } from './search-index.ts';
import { toSearchItems, toSearchPage } from './search-pages.ts';
import { createShownPages } from './shown-pages.ts';

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
  const folder = path.join(dist, FULL_TEXT_PATH);
  await rm(folder, { recursive: true, force: true });
  const shown = createShownPages(path.join(folder, 'fragment'));
  const add = async (locale: Locale, lesson: string, page: SearchPage, words: string) => {
    if (words === '') return;
    const found = gzipSync(JSON.stringify(page));
    // Pagefind names a page's file by all that it knows of it: another text must give another name.
    const url = `/${locale}/${lesson}#${createHash('sha256').update(found).digest('hex').slice(0, 16)}`;
    const record = toPageRecord(url, words, {
      language: languages[locale] ?? locale,
      module: moduleOf(lesson),
    });
    shown.add(record, found);
    const { errors } = await index.addCustomRecord(record);
    if (errors.length > 0) throw failure([`${locale}/${lesson}:`, ...errors]);
  };
  try {
    let count = 0;
    for (const locale of Object.keys(languages)) {
      const folder = createFolder(foldPairsOf(deck, locale));
      // Lessons that are not translated may have questions that are.
      const left = new Map<string, Lesson>(
        deck.modules.flatMap(({ lessons }) => lessons.map((lesson) => [lesson.id, lesson])),
      );
      await inBatches(
        [...texts].filter(([page]) => page.startsWith(`${locale}/`)),
        BATCH,
        async ([page, text]) => {
          count++;
          const name = page.split('/').slice(1).filter(Boolean).join('/');
          const lesson = left.get(name);
          left.delete(name);
          const items = lesson ? toSearchItems(deck, lesson.id, locale) : [];
          const words = toIndexedWords(text, items, folder);
          await add(locale, name, toSearchPage(name, text, items), words);
        },
      );
      await inBatches([...left.values()], BATCH, async ({ id, pages: own }) => {
        const items = toSearchItems(deck, id, locale);
        if (items.length === 0) return;
        const title = (own[locale] ?? own[deck.defaultLocale])?.title ?? id;
        const words = toIndexedWords(NO_TEXT, items, folder);
        await add(locale, id, toSearchPage(id, { title, passages: [] }, items), words);
      });
    }
    if (count === 0) throw failure(['No page was found to search in.']);
    shown.foresee();
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw failure(written.errors);
    await removeUnread(folder);
    await shown.finish();
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

/** So many pages are handed to Pagefind at once, which reads them side by side. */
const BATCH = 32;

/** Pagefind's own engine and interfaces, which nobody loads. */
async function removeUnread(folder: string): Promise<void> {
  const files = await readdir(folder);
  const unread = files.filter((file) => /\.(?:js|css|pagefind)$/.test(file));
  await Promise.all(unread.map((file) => rm(path.join(folder, file))));
}

const NO_TEXT: PageText = { title: '', passages: [] };

function moduleOf(lesson: string): string {
  return lesson.split('/')[0] ?? '';
}

function failure(errors: readonly string[]): Error {
  return new Error(['The search index could not be made:', ...errors].join('\n  '));
}
