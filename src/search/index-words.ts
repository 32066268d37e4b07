import type { Folder } from './fold.ts';
import { splitWords } from './words.ts';

/**
 * The words by which a text is indexed, divided by spaces. Every CJK character begins a word of two characters, or of
 * one at the end of its run, so that a run is looked up by a few words that few pages have. Each stands for one place:
 * where characters do not stand side by side, a full stop takes the place between them.
 */
export function toIndexWords(text: string, folder: Folder): string {
  const folded = folder.fold(text);
  let words = '';
  let isAfterRun = false;
  for (let at = 0; at < folded.length; ) {
    const code = folded.charCodeAt(at);
    if (isCjk(code)) {
      let end = at + 1;
      while (isCjk(folded.charCodeAt(end))) end++;
      if (isAfterRun) words += ` ${BREAK}`;
      for (; at < end; at++) words += ` ${folded.slice(at, Math.min(at + 2, end))}`;
      isAfterRun = true;
      continue;
    }
    PIECE.lastIndex = at;
    const [piece] = beginsPiece(code) ? (PIECE.exec(folded) ?? []) : [];
    at += piece?.length ?? 1;
    const found = piece === undefined ? '' : toWords(piece);
    words += found;
    // A sign alone is no word, and takes no place.
    if (found !== '') isAfterRun = false;
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

/** The same characters as `CJK` of the words. */
function isCjk(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
}

/** Whether a folded character may be the first of a {@link PIECE}: a small letter, a digit, `+`, `#`, or none of ASCII. */
function beginsPiece(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2b ||
    code === 0x23 ||
    code > 0x7f
  );
}

/** Words without CJK characters that signs join. */
const PIECE =
  /(?:[a-z0-9+#]|(?![\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{N}]|(?<=\S)[-_./'’](?![\s\u3400-\u9fff\uf900-\ufaff]))+/uy;

/** The words of pieces by piece: a site has few, each a thousand times, and cutting one takes longer than all else. */
const known = new Map<string, string>();

/** Words, and as one if there are few: `Wi-Fi` is looked for as `wifi`, too. */
function toWords(piece: string): string {
  const kept = known.get(piece);
  if (kept !== undefined) return kept;
  const words = splitWords(piece).map(toIndexWord).filter(Boolean);
  const joined = words.join('');
  const isCompound = words.length > 1 && words.length <= MOST_PARTS && joined.length <= LONGEST;
  const found = [...words, ...(isCompound ? [joined] : [])].map((word) => ` ${word}`).join('');
  known.set(piece, found);
  return found;
}

const MOST_PARTS = 4;
const LONGEST = 30;
