import { mkdirSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { inBatches } from '../in-batches.ts';
import { fragmentName, type PageRecord } from './page-record.ts';

/** What is shown of pages, in the place of what Pagefind would keep of them: words to look up, which nobody reads. */
export interface ShownPages {
  /** `found` is zipped. */
  add(record: PageRecord, found: Buffer): void;
  /** Writes the files whose names are foreseen; Pagefind leaves them alone, and zips nothing for them. */
  foresee(): void;
  /**
   * Writes the others after Pagefind.
   * @throws Error where it has written a page that was not added.
   */
  finish(): Promise<void>;
}

/** The pages that are shown, in the folder of Pagefind's fragments. */
export function createShownPages(folder: string): ShownPages {
  const pages = new Map<string, { readonly found: Buffer; readonly name: string }>();
  const counts = new Map<string, number>();
  // Which of two that are to be called alike will be, is not known.
  const isForeseen = (name: string) => counts.get(name) === 1;
  return {
    add(record, found) {
      const name = fragmentName(record);
      pages.set(record.url, { found, name });
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    foresee() {
      mkdirSync(folder, { recursive: true });
      for (const { found, name } of pages.values())
        if (isForeseen(name)) writeFileSync(path.join(folder, name), found);
    },
    async finish() {
      const unforeseen = (await readdir(folder)).filter((name) => !isForeseen(name));
      await inBatches(unforeseen, BATCH, async (name) => {
        const file = path.join(folder, name);
        const url = urlOf(await readFile(file));
        const page = pages.get(url);
        if (!page) throw new Error(`The search index has a page that was not given: ${url}`);
        await writeFile(file, page.found);
        if (isForeseen(page.name)) await rm(path.join(folder, page.name));
      });
    },
  };
}

/** So many files are written at once. */
const BATCH = 32;

/** The address that begins what Pagefind keeps of a page. */
function urlOf(file: Buffer): string {
  const start = gunzipSync(file.subarray(0, START), { finishFlush: constants.Z_SYNC_FLUSH }).toString();
  const [, url] = /\{"url":("(?:[^"\\]|\\.)*")/.exec(start) ?? [];
  if (url === undefined)
    throw new Error('A page’s file in the search index does not begin with its address.');
  return JSON.parse(url);
}

/** Bytes of a zipped file that hold the address of any page. */
const START = 2048;
