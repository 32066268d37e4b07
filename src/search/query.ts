import { CJK, keyOfWords, splitWords, stem } from './words.ts';

/** What a reader typed, as the search reads it. */
export interface Query {
  /** Without spaces, hyphens and punctuation. */
  readonly key: string;
  /** CJK runs and other words, in their order. */
  readonly words: readonly string[];
  /** The words that say what is sought; all words if nothing else is left. */
  readonly content: readonly string[];
  /** The content cut where words of a comparison, or of a Chinese question, stand between. */
  readonly parts: readonly (readonly string[])[];
  /** The words but those of an English question, CJK runs being whole: what may stand so in a text. */
  readonly phrase: readonly string[];
}

/** Reads a folded text. Words of a question that say nothing of its subject are no content: “what is a …”. */
export function parseQuery(folded: string): Query {
  const words = splitWords(folded);
  const parts: string[][] = [[]];
  for (const word of words) {
    if (ASKING.has(word)) continue;
    const pieces = CJK.test(word) ? word.split(ASKING_CJK) : COMPARING.has(word) ? ['', ''] : [word];
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) parts.push([]);
      // A single character of a longer run would be found nearly anywhere.
      if (piece.length > 1 || (piece !== '' && pieces.length === 1)) parts.at(-1)?.push(piece);
    }
  }
  const filled = parts.filter((part) => part.length > 0);
  const content = filled.flat();
  const phrase = words.filter((word) =>
    CJK.test(word) ? word.split(ASKING_CJK).some(Boolean) : !ASKING.has(word) && !COMPARING.has(word),
  );
  const key = keyOfWords(words);
  return content.length > 0
    ? { key, words, content: distinct(content), parts: filled, phrase: distinct(phrase) }
    : { key, words, content: distinct(words), parts: [words], phrase: distinct(words) };
}

/**
 * A CJK run cut by a dictionary of known names, the longest first from the left; what lies between stays together,
 * and a single character between is dropped, because alone it would be found nearly anywhere.
 */
export function cutByNames(run: string, names: ReadonlySet<string>, longest: number): string[] {
  const pieces: string[] = [];
  let rest = '';
  const closeRest = () => {
    if (rest.length > 1) pieces.push(rest);
    rest = '';
  };
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longest, run.length - at);
    while (length > 1 && !names.has(run.slice(at, at + length))) length--;
    if (length > 1) {
      closeRest();
      pieces.push(run.slice(at, at + length));
    } else {
      rest += run[at];
    }
    at += length;
  }
  closeRest();
  return pieces;
}

/** Whether a word that is sought stands at the start of a word of a text: short ones only as a whole. */
export function beginsWord(word: string, sought: string): boolean {
  // Nearly all words of a long text differ in their first letter.
  if (word[0] !== sought[0]) return false;
  const root = stem(sought);
  if (root.length <= SHORT) return word === sought || stem(word) === root;
  return (
    word.startsWith(root) || stem(word) === root || (root.length > 5 && word.startsWith(cutEnding(root)))
  );
}

/** What every word begins with that {@link beginsWord} takes for the sought one. */
export function commonStart(sought: string): string {
  const root = stem(sought);
  if (root.length <= SHORT) return root;
  // The plural of `policy` is written otherwise.
  return (root.length > 5 ? cutEnding(root) : root).replace(/y$/, '');
}

/** What English endings leave of a long word: `emulating`, `emulator` and `emulation` begin alike. */
function cutEnding(word: string): string {
  return word.replace(/(?<=^[a-z]{4,})(?:ations?|ating|ators?|ated?|ings?|ions?|ed|e)$/, '');
}

/** Words of up to so many letters are found only as whole words. */
const SHORT = 3;

const ASKING = new Set(
  [
    'a an the this that these those there it its own i my me we you your they their',
    'of in on to for by at about into as but so if not no',
    'is are was be do does did has have had can could should would will need needs',
    'what which who why when where how',
    'mean means meaning explain work works use used uses using please',
    'own instead still ever any some more less too many much really actually',
  ].flatMap((line) => line.split(' ')),
);

const COMPARING = new Set(
  'vs versus and or between with from than difference differences different compare compared'.split(' '),
);

/** What Chinese questions are made of; cut away only where something is left. */
const ASKING_CJK = new RegExp(
  [
    '怎么办|什么是|是什么|什么叫|叫什么|有什么|为什么|做什么|什么|怎么样|怎么|怎样|如何|为何|为啥|有何|哪些|哪个好|哪个|哪种',
    '有哪几种|有哪几|几种|有啥|是啥|啥是|干什么|干嘛|能不能|可不可以|可以|是不是|会不会|要不要|请问|介绍一下|介绍',
    '会怎么样|会怎样|能否|是否|该不该|适不适合|适合|什么时候|何时|是谁|到底|究竟|有自己的|自己的|互相|相互',
    '的区别|区别|的不同|不同|的关系|的意思|意思|的原理|的作用|优缺点|哪里|对比|比较|还是|或者|以及|之间|需要|支不支持',
    '[的吗呢和与跟及]|^[上下里中在用有是对把被要会能为从到给让做了]$',
  ].join('|'),
);

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}
