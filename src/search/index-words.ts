import type { Folder } from './fold.ts';
import { CJK, splitWords } from './words.ts';

/**
 * The words by which a text is indexed, divided by spaces. Every CJK character begins a word of two characters, or of
 * one at the end of its run, so that a run is looked up by a few words that few pages have. Each stands for one place:
 * where characters do not stand side by side, a full stop takes the place between them.
 */
export function toIndexWords(text: string, folder: Folder): string {
  let words = '';
  let isAfterRun = false;
  for (const [piece] of folder.fold(text).matchAll(PIECES)) {
    const isRun = CJK.test(piece);
    if (isRun && isAfterRun) words += ` ${BREAK}`;
    const found = isRun ? toPairs(piece) : toWords(piece);
    words += found;
    // A sign alone is no word, and takes no place.
    if (found !== '') isAfterRun = isRun;
  }
  return words.trimStart();
}

/** A word as it is indexed: letters and digits alone. */
export function toIndexWord(word: string): string {
  return word.replace(/[+#]/g, '');
}

/**
 * The indexed words that together make a CJK run of two or more characters, each with its place in it: as few as cover
 * all of it.
 */
export function coverRun(run: string): { readonly word: string; readonly place: number }[] {
  const last = run.length - 2;
  const places = Array.from({ length: Math.floor(run.length / 2) }, (_, at) => 2 * at);
  if (!places.includes(last)) places.push(last);
  return places.map((place) => ({ word: run.slice(place, place + 2), place }));
}

/** Stands between texts that are not read on. */
export const BREAK = '.';

/** A CJK run, or other words that signs join. */
const PIECES =
  /[\u3400-\u9fff\uf900-\ufaff]+|(?:[a-z0-9+#]|(?![\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{N}]|(?<=\S)[-_./'’](?![\s\u3400-\u9fff\uf900-\ufaff]))+/gu;

function toPairs(run: string): string {
  let pairs = '';
  for (let at = 0; at < run.length; at++) pairs += ` ${run.slice(at, at + 2)}`;
  return pairs;
}

/** Words, and as one if there are few: `Wi-Fi` is looked for as `wifi`, too. */
function toWords(piece: string): string {
  const words = splitWords(piece).map(toIndexWord).filter(Boolean);
  const joined = words.join('');
  const isCompound = words.length > 1 && words.length <= MOST_PARTS && joined.length <= LONGEST;
  return [...words, ...(isCompound ? [joined] : [])].map((word) => ` ${word}`).join('');
}

const MOST_PARTS = 4;
const LONGEST = 30;
