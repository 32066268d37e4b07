import { CJK, splitWords, stem, toKey } from './words.ts';

/** What a reader typed, as the search reads it. */
export interface Query {
  /** Without spaces, hyphens and punctuation. */
  readonly key: string;
  /** CJK runs and other words, in their order. */
  readonly words: readonly string[];
  /** The words that say what is sought; all words if nothing else is left. */
  readonly content: readonly string[];
}

/** Reads a folded text. Words of a question that say nothing of its subject are no content: “what is a …”. */
export function parseQuery(folded: string): Query {
  const words = splitWords(folded);
  const content = words.flatMap((word) =>
    CJK.test(word) ? cutAsking(word) : ASKING.has(word) ? [] : [word],
  );
  return { key: toKey(folded), words, content: content.length > 0 ? content : words };
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
  const root = stem(sought);
  if (root.length <= SHORT) return word === sought || stem(word) === root;
  return (
    word.startsWith(root) || stem(word) === root || (root.length > 5 && word.startsWith(cutEnding(root)))
  );
}

/** What English endings leave of a long word: `migrating`, `migrated` and `migration` begin alike. */
function cutEnding(word: string): string {
  return word.replace(/(?<=^[a-z]{4,})(?:ations?|ating|ated?|ings?|ions?|ed|ers?|e)$/, '');
}

/** Words of up to so many letters are found only as whole words. */
const SHORT = 3;

const ASKING = new Set(
  'a an the of in on to for from by at is are was be do does did can what which who why when where how and or vs versus with between difference differences different mean means meaning explain it its i my'.split(
    ' ',
  ),
);

/** What Chinese questions are made of; cut away only where something is left. */
const ASKING_CJK =
  /(?:什么是|是什么|什么叫|什么|怎么样|怎么|怎样|如何|为什么|为何|哪些|哪个|有哪几种|有哪几|有啥|是啥|啥是|的区别|区别|的不同|不同|的关系|的意思|的原理|对比|比较|还是|以及|之间|[的吗呢和与跟及])/g;

function cutAsking(run: string): string[] {
  const pieces = run.split(ASKING_CJK).filter((piece) => piece.length > 1);
  return pieces.length > 0 ? pieces : [run];
}
