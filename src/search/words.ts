/** A Chinese, Japanese or Korean character that stands without spaces. */
export const CJK: RegExp = /[\u3400-\u9fff\uf900-\ufaff]/;

/**
 * A folded text cut at every change between CJK and other letters, without spaces and punctuation; English words
 * in `-ise` and `-isation` as those in `-ize`.
 */
export function splitWords(folded: string): string[] {
  const words = folded.match(/[\u3400-\u9fff\uf900-\ufaff]+|[\p{L}\p{N}+#]+/gu)?.flatMap(cutMixed) ?? [];
  return words.map((word) =>
    word.replace(/(?<=^[a-z]{3,})is(?=ations?$)|(?<=^[a-z]{2,}al)is(?=e[drs]?$|ing$)/, 'iz'),
  );
}

/** Whether a name stands in a CJK run: one of two characters not as the beginning of another word, as 服务 in 服务器. */
export function standsIn(run: string, name: string): boolean {
  for (let at = run.indexOf(name); at >= 0; at = run.indexOf(name, at + 1)) {
    if (name.length > 2 || !'器商员者性'.includes(run.charAt(at + 2) || ' ')) return true;
  }
  return false;
}

/** A word as the other side of the Atlantic spells it, or as it is. */
export function respell(word: string): string {
  if (/^(?:licen|defen|offen)[cs]/.test(word))
    return word.replace(/[cs](?=es?$|ed$|ing$)/, (c) => (c === 'c' ? 's' : 'c'));
  if (/^(?:behavi|col|hon|fav|lab|neighb)ou?r/.test(word))
    return word.replace(/ou?r/, (or) => (or === 'or' ? 'our' : 'or'));
  return word.replace(/^cent(?:er|re)(?=s?$)/, (end) => (end === 'center' ? 'centre' : 'center'));
}

/** The words of a CJK run as the browser's dictionary cuts it, without those of one character. */
export function cutByDictionary(run: string, language: string): string[] {
  if (!('Segmenter' in Intl)) return [];
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(run);
  return Array.from(segments, ({ segment }) => segment).filter((word) => word.length > 1);
}

/**
 * What is left of a folded name, cut by {@link splitWords}, when hyphens, spaces and punctuation do not count, numerals
 * before a class word being digits: `Type-1`, `type 1` and `type1` are one, and so are `一型` and `1 型`.
 */
export function keyOfWords(words: readonly string[]): string {
  return words
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
