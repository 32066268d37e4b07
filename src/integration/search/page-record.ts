import { hash } from 'node:crypto';
import { fullTextTag } from '../../format/paths.ts';
import { MODULE_FILTER } from '../../format/search.ts';

/** A page as Pagefind is given it: nothing but the words by which it is found. */
export interface PageRecord {
  readonly url: string;
  readonly content: string;
  readonly language: string;
  readonly filters: Readonly<Record<string, string[]>>;
}

/** The record of a page; `words` as {@link toIndexedWords} gives them, `module` empty where it is in none. */
export function toPageRecord(
  url: string,
  words: string,
  { language, module }: { readonly language: string; readonly module: string },
): PageRecord {
  return {
    url,
    content: words,
    language: fullTextTag(language),
    filters: module ? { [MODULE_FILTER]: [module] } : {},
  };
}

/**
 * What Pagefind 1.6 will call the file in which it keeps a page, which it leaves alone if there is one: by a part of the
 * SHA-1 of all that it knows of the page, each byte written without a leading zero. Two pages can have the same; then it
 * calls one of them otherwise.
 */
export function fragmentName({ url, content, language, filters }: PageRecord): string {
  const words = content.replace(MARKS, '').trimEnd();
  let count = 1;
  for (let at = words.indexOf(' '); at >= 0; at = words.indexOf(' ', at + 1)) count++;
  const known = { url, content: words, word_count: count, filters, meta: {}, anchors: [] };
  const digest = hash('sha1', JSON.stringify(known), 'buffer');
  const name = Array.from(digest, (byte) => byte.toString(16)).join('');
  return `${language}_${name.slice(0, 7)}.pf_fragment`;
}

const MARKS = /___\S+(?: |$)/g;
