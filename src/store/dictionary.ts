/** The distinct words of a chunk, sorted, and the place of each. */
export interface Dictionary {
  readonly words: readonly string[];
  indexOf(word: string): number;
}

/** A dictionary of words, which may repeat. */
export function createDictionary(found: Iterable<string>): Dictionary {
  const words = [...new Set(found)].sort();
  const places = new Map(words.map((word, index) => [word, index]));
  return { words, indexOf: (word) => places.get(word) ?? -1 };
}

/**
 * Writes words of the form of ids. Endings that many share (`.name`) are listed first and become `.0` to `.9`, which
 * no id contains; then front coding: of each word a mark for how many characters it shares with the one before,
 * and the rest.
 */
export function writeWords(words: readonly string[]): string {
  const endings = findEndings(words);
  const shortened = words.map((word) => {
    const dot = word.lastIndexOf('.');
    const place = dot < 0 ? -1 : endings.indexOf(word.slice(dot + 1));
    return place < 0 ? word : word.slice(0, dot + 1) + place;
  });
  return `${endings.join(' ')} ${shortened.map((word, index) => frontCode(word, shortened[index - 1] ?? '')).join('')}`;
}

/** Reads {@link writeWords}; `undefined` unless each word is as `isWord` wants it. */
export function readWords<T extends string>(
  text: string,
  isWord: (word: string) => word is T,
): readonly T[] | undefined {
  const parts = text.split(' ');
  const coded = parts.pop() ?? '';
  const words: T[] = [];
  let word = '';
  for (let at = 0, next = 0; at < coded.length; at = next) {
    for (next = at + 1; next < coded.length && isWordUnit(coded.charCodeAt(next)); ) next += 1;
    const shared = MARKS.indexOf(coded.charAt(at));
    if (shared < 0) return undefined;
    word = word.slice(0, shared) + coded.slice(at + 1, next);
    const found = withEnding(word, parts);
    if (!isWord(found)) return undefined;
    words.push(found);
  }
  return words;
}

/** A lower-case letter, a digit, a hyphen or a dot. */
function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 45 && unit <= 57 && unit !== 47);
}

function withEnding(word: string, endings: readonly string[]): string {
  const place = word.charCodeAt(word.length - 1) - 48;
  if (!(place >= 0 && place <= 9) || word.charAt(word.length - 2) !== '.') return word;
  return word.slice(0, -1) + (endings[place] ?? '');
}

/** A mark says how many characters are shared and ends the word before it: none of them stands in an id. */
const MARKS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,/:;<=>?@[]^_{|}~';

const MAX_ENDINGS = 10;

function findEndings(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of words) {
    const dot = word.lastIndexOf('.');
    if (dot >= 0) counts.set(word.slice(dot + 1), (counts.get(word.slice(dot + 1)) ?? 0) + 1);
  }
  const gain = ([ending, count]: readonly [string, number]) => (ending.length - 1) * (count - 1);
  return [...counts]
    .filter(([ending, count]) => gain([ending, count]) > 2)
    .toSorted((a, b) => gain(b) - gain(a) || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_ENDINGS)
    .map(([ending]) => ending);
}

function frontCode(word: string, previous: string): string {
  let shared = 0;
  while (shared < MARKS.length - 1 && shared < word.length && word[shared] === previous[shared]) shared += 1;
  return MARKS.charAt(shared) + word.slice(shared);
}
