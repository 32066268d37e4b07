import type { SearchConcept } from '../format/search.ts';
import type { Folder } from './fold.ts';
import { isExchanged, isOneEdit } from './one-edit.ts';
import { beginsWord, type Query } from './query.ts';
import { CJK, keyOfWords, splitWords, standsIn, stem } from './words.ts';

/** One of the names of a concept, ready to be compared. */
export interface Name {
  readonly text: string;
  readonly key: string;
  readonly isCjk: boolean;
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** The stems as one. */
  readonly stemmed: string;
  /** How far it stands behind the concept's own name. */
  readonly rank: number;
}

/** The score from which a query is a name of the concept and not only like it. */
export const EXACT = 95;
/** From here on a hit is no guess: the query is a part of the name. */
export const PART = 55;
/** From here on the query is the beginning of the name. */
const BEGUN = 71;
/** Shorter words have too many neighbours for one letter to be a slip. */
export const TYPO_LENGTH = 5;
/** Names of types differ in one character only, up to this length. */
const TYPO_LENGTH_CJK = 6;

/** The names of a concept that have a letter or digit. */
export function namesOf({ name, others, aliases }: SearchConcept, folder: Folder): Name[] {
  return [name, ...others.map((other) => other.name), ...aliases].flatMap((text, place) => {
    const words = splitWords(folder.fold(text));
    const key = keyOfWords(words);
    if (key === '') return [];
    const stems = words.map(stem);
    const rank = place <= others.length ? 0 : 1;
    return { text, key, isCjk: CJK.test(key), words, stems, stemmed: stems.join(''), rank };
  });
}

/** What names are compared with, worked out once for all of them. */
export interface Sought extends Pick<Query, 'key'> {
  readonly words: readonly SoughtWord[];
  readonly content: readonly SoughtWord[];
  /** The content as the key of a name. */
  readonly contentKey: string;
  readonly stemmed: ReadonlySet<string>;
  readonly isCjk: boolean;
}

interface SoughtWord {
  readonly word: string;
  readonly key: string;
  readonly stem: string;
  readonly isCjk: boolean;
}

/** Reads a query, or a part of one, for {@link scoreName} and {@link scoreNamed}. */
export function toSought({ key, words, content }: Pick<Query, 'key' | 'words' | 'content'>): Sought {
  const contentKey = keyOfWords(content.flatMap(splitWords));
  return {
    key,
    words: words.map(toSoughtWord),
    content: content.map(toSoughtWord),
    contentKey,
    stemmed: new Set([words, content].map((list) => list.map(stem).join(''))),
    isCjk: CJK.test(contentKey),
  };
}

function toSoughtWord(word: string): SoughtWord {
  return { word, key: keyOfWords(splitWords(word)), stem: stem(word), isCjk: CJK.test(word) };
}

/** How surely a query means the concept of a name: from 0, where it does not, to 100. */
export function scoreName(name: Name, { key, content, contentKey: sought, stemmed, isCjk }: Sought): number {
  const { key: own, rank } = name;
  if (own === key || own === sought) return 100 - rank;
  if (stemmed.has(name.stemmed)) return 98 - rank;
  // One letter begins too much; one character is a word.
  if (sought.length < (isCjk ? 1 : 2)) return 0;
  if (own.startsWith(sought)) {
    // The letter alone of “Vitamin-C” begins no longer word.
    const isWhole = content.length > 1 && content.at(-1)?.word.length === 1;
    if (!isWhole || beginsWhole(name.words, sought)) return 75 + (15 * sought.length) / own.length - 4 * rank;
  }
  if (content.every((word) => hasWord(name, word))) {
    return PART + (15 * sought.length) / Math.max(own.length, sought.length) - rank;
  }
  if (!hasName(content, name)) return 0;
  // What is asked for stands last: in “X image” it is an image.
  const isLast = hasName(content.slice(-name.words.length), name);
  return 30 + Math.min(20, name.isCjk ? 3 * own.length : own.length) + (isLast ? 3 : 0) - rank;
}

/** How surely one side of a comparison is this name: by its beginning, its end, or its last words being the name. */
export function scoreNamed(name: Name, sought: Sought): number {
  const { key, words } = sought;
  const score = scoreName(name, sought);
  if (score >= BEGUN) return CJK.test(key) || score >= EXACT || beginsWhole(name.words, key) ? score : 0;
  if (score >= PART) return endsWith(name, words.at(-1)?.word ?? '') ? score : 0;
  return score > 0 && hasName(words.slice(-name.words.length), name) ? score : 0;
}

/** How surely a query is a name with a slip in it, which no name as it is was found for. */
export function scoreTypo({ key, isCjk, words, rank }: Name, query: Query): number {
  const isShort = query.key.length < (isCjk ? TYPO_LENGTH_CJK : TYPO_LENGTH);
  if (isShort ? isExchanged(key, query.key) : isOneEdit(key, query.key)) return 54 - rank;
  if (isCjk || CJK.test(query.key)) return 0;
  const isSlip = (sought: string) =>
    words.some(
      (word) =>
        beginsWord(word, sought) ||
        (sought.length >= TYPO_LENGTH &&
          (isOneEdit(word, sought) || isOneEdit(word.slice(0, sought.length), sought))),
    );
  if (!query.content.every(isSlip)) return 0;
  return 40 + (10 * query.key.length) / Math.max(key.length, query.key.length) - rank;
}

/** Whether a word stands last in a name: there it says what kind of thing it is. */
export function endsWith({ key, words }: Name, sought: string): boolean {
  return CJK.test(sought) ? key.endsWith(sought) : beginsWord(words.at(-1) ?? '', sought);
}

/** Whether a word of a name, and not only its beginning, is what is sought. */
export function saysWord({ key, words }: Name, sought: string): boolean {
  if (sought.length < 2) return false;
  return CJK.test(sought) ? key.includes(sought) : words.some((word) => beginsWord(word, sought));
}

function hasWord({ key, words }: Name, { word: sought, key: soughtKey, isCjk }: SoughtWord): boolean {
  if (isCjk) return sought.length > 1 && key.includes(soughtKey);
  return words.some(
    (word) => word === sought || (sought.length > 1 && word.startsWith(sought)) || beginsWord(word, sought),
  );
}

/** Whether the first words of a name, and no part of the next, are what is sought. */
function beginsWhole(words: readonly string[], sought: string): boolean {
  return words.some((_, at) => words.slice(0, at + 1).join('') === sought);
}

/** Whether a longer query holds the name: anywhere for CJK, else as whole words. */
function hasName(sought: readonly SoughtWord[], { key, isCjk, stems }: Name): boolean {
  if (stems.length === 1 && isCjk) return key.length > 1 && sought.some(({ word }) => standsIn(word, key));
  const last = sought.length - stems.length;
  for (let start = 0; start <= last; start++) {
    if (stems.every((own, at) => sought[start + at]?.stem === own)) return true;
  }
  return false;
}
