import { fullTextTag } from '../../format/paths.ts';
import { ITEM_WEIGHT, MODULE_FILTER, type SearchItem } from '../../format/search.ts';
import type { Folder } from '../../search/fold.ts';
import { BREAK, toIndexWords } from '../../search/index-words.ts';
import { escapeHtml } from '../lesson/html.ts';
import type { PageText } from './page-text.ts';

/**
 * A page as Pagefind is given it: nothing but the words by which it is found, in elements that say what they weigh.
 */
export function toIndexedPage(
  { title, passages }: PageText,
  items: readonly SearchItem[],
  {
    language,
    module,
    folder,
  }: { readonly language: string; readonly module: string; readonly folder: Folder },
): string {
  const words = (texts: readonly string[]) =>
    texts.map((text) => toIndexWords(text, folder)).join(` ${BREAK} `);
  const parts = passages.map(({ heading, level, blocks }) =>
    level > 0
      ? `<h${level}>${words([heading])}</h${level}><p>${words(blocks)}</p>`
      : `<p>${words(blocks)}</p>`,
  );
  const filter = module ? `<span data-pagefind-filter="${MODULE_FILTER}:${escapeHtml(module)}"></span>` : '';
  const asked = `<p data-pagefind-weight="${ITEM_WEIGHT.attribute}">${words(items.map(({ text }) => text))}</p>`;
  const main = `<h1>${words([title])}</h1>${parts.join('')}${items.length > 0 ? asked : ''}`;
  return `<!doctype html><html lang="${fullTextTag(language)}"><body><main data-pagefind-body>${filter}${main}</main></body></html>`;
}
