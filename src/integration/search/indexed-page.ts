import { ITEM_WEIGHT, type SearchItem } from '../../format/search.ts';
import type { Folder } from '../../search/fold.ts';
import { BREAK, toIndexWords } from '../../search/index-words.ts';
import type { PageText } from './page-text.ts';

/**
 * The words by which a page is found, each text apart from the next, between the marks by which Pagefind writes down for
 * itself what the elements of a page weigh.
 */
export function toIndexedWords(
  { title, passages }: PageText,
  items: readonly SearchItem[],
  folder: Folder,
): string {
  const texts: string[] = [];
  const add = (some: readonly string[], weight?: number) => {
    const words = some
      .map((text) => toIndexWords(text, folder))
      .filter(Boolean)
      .join(` ${BREAK} `);
    if (words !== '') texts.push(weight === undefined ? words : weigh(words, weight));
  };
  add([title], headingWeight(1));
  for (const { heading, level, blocks } of passages) {
    if (level > 0) add([heading], headingWeight(level));
    add(blocks);
  }
  add(
    items.map(({ text }) => text),
    ITEM_WEIGHT.given,
  );
  return texts.join(` ${BREAK} `);
}

/** What Pagefind lets a heading of a page weigh. */
function headingWeight(level: number): number {
  return 8 - level;
}

function weigh(words: string, weight: number): string {
  return `${MARK}WEIGHT___${weight} ${words} ${END_MARK}WEIGHT___`;
}

/** With these begins no word: an indexed word has no signs. */
const MARK = '___PAGEFIND_';
const END_MARK = '___END_PAGEFIND_';
