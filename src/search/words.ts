/** A Chinese, Japanese or Korean character that stands without spaces. */
export const CJK: RegExp = /[\u3400-\u9fff\uf900-\ufaff]/;

/** A folded text cut at every change between CJK and other letters, without spaces and punctuation. */
export function splitWords(folded: string): string[] {
  return folded.match(/[\u3400-\u9fff\uf900-\ufaff]+|[\p{L}\p{N}+#]+/gu)?.flatMap(cutMixed) ?? [];
}

/**
 * What is left of a folded name when hyphens, spaces and punctuation do not count, numerals before a class word
 * being digits: `Type-1`, `type 1` and `type1` are one, and so are `一型` and `1 型`.
 */
export function toKey(folded: string): string {
  return splitWords(folded)
    .join('')
    .replace(/[一二三四](?=[型类級级])/g, (numeral) => String('一二三四'.indexOf(numeral) + 1));
}

/** An English word without its plural ending; short words and words in `-ss`, `-us` and `-is` stay. */
export function stem(word: string): string {
  if (!/^[a-z]{3,}$/.test(word) || /(?:ss|us|is|os)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** A class of characters in `\p{L}` would join a CJK run to the letters beside it. */
function cutMixed(word: string): string[] {
  return word.match(/[\u3400-\u9fff\uf900-\ufaff]+|[^\u3400-\u9fff\uf900-\ufaff]+/g) ?? [];
}
