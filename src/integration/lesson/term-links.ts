import type { Term } from '../../format/deck.ts';
import type { LessonId, NoteId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';

/** A piece of a text: plain, or the name of a term that another lesson defines. */
export type Piece = {
  readonly text: string;
  readonly term?: { readonly id: NoteId; readonly lesson: LessonId };
};

/** Finds the first use of each term in one page, text by text from its top. */
export interface TermFinder {
  (text: string): readonly Piece[];
  /** Whether a text has the name of any term. */
  isNaming(text: string): boolean;
}

/** A finder for a lesson in one locale: terms of other lessons by name, the longest name first, each once. */
export function createTermFinder(terms: readonly Term[], locale: Locale, lesson: string): TermFinder {
  const names = namesOf(terms, locale);
  const seen = new Set<NoteId>();
  const find = (text: string) => {
    const pieces: Piece[] = [];
    let end = 0;
    for (const { term, from, to } of findNames(names, text)) {
      if (term.lesson === lesson || seen.has(term.id)) continue;
      seen.add(term.id);
      if (from > end) pieces.push({ text: text.slice(end, from) });
      pieces.push({ text: text.slice(from, to), term: { id: term.id, lesson: term.lesson } });
      end = to;
    }
    if (end < text.length) pieces.push({ text: text.slice(end) });
    return pieces;
  };
  return Object.assign(find, { isNaming: (text: string) => !findNames(names, text).next().done });
}

/** The names of all terms as a tree of characters, so that a text takes no longer to search in a larger course. */
interface NameTree {
  readonly next: Map<string, NameTree>;
  /** The term whose name ends here. */
  term?: Term;
  /** Whether that name is in Latin letters: a whole word, also in the plural. Chinese has no word boundaries. */
  isWord?: boolean;
}

interface Names {
  readonly tree: NameTree;
  /** UTF-16 units with which names begin. */
  readonly starts: ReadonlySet<number>;
}

const NAMES = new WeakMap<readonly Term[], Map<Locale, Names>>();

function namesOf(terms: readonly Term[], locale: Locale): Names {
  const known = NAMES.get(terms) ?? new Map<Locale, Names>();
  NAMES.set(terms, known);
  const names = known.get(locale) ?? createNames(terms, locale);
  known.set(locale, names);
  return names;
}

function createNames(terms: readonly Term[], locale: Locale): Names {
  const root: NameTree = { next: new Map() };
  for (const term of terms) {
    const name = fold(term.texts[locale]?.name ?? '');
    if (name.length < 2 || term.plain) continue;
    let node = root;
    for (const character of name) {
      const next: NameTree = node.next.get(character) ?? { next: new Map() };
      node.next.set(character, next);
      node = next;
    }
    node.term = term;
    node.isWord = LATIN.test(name);
  }
  const starts = new Set([...root.next.keys()].map((character) => character.charCodeAt(0)));
  return { tree: root, starts };
}

interface FoundName {
  readonly term: Term;
  readonly from: number;
  readonly to: number;
}

/** The names in a text from its start, none within another. */
function* findNames(names: Names, text: string): Generator<FoundName> {
  const folded = fold(text);
  for (let from = 0; from < folded.length; from++) {
    // Most characters begin no name.
    const found = names.starts.has(folded.charCodeAt(from))
      ? longestName(names.tree, folded, from)
      : undefined;
    if (!found) continue;
    yield found;
    from = found.to - 1;
  }
}

function longestName(names: NameTree, text: string, from: number): FoundName | undefined {
  let found: FoundName | undefined;
  let node = names;
  for (let at = from; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const next = node.next.get(character);
    if (!next) break;
    node = next;
    at += character.length;
    const to = node.term && endOfName(node, text, from, at);
    if (node.term && to !== undefined) found = { term: node.term, from, to };
  }
  return found;
}

/** Where a name that stands at `from` to `at` ends, with the ending of a plural; `undefined` within a longer word. */
function endOfName({ isWord }: NameTree, text: string, from: number, at: number): number | undefined {
  if (!isWord) return at;
  if (isWordCharacter(text, from - 1)) return undefined;
  return ['es', 's', '']
    .filter((ending) => text.startsWith(ending, at))
    .map((ending) => at + ending.length)
    .find((end) => !isWordCharacter(text, end));
}

function isWordCharacter(text: string, at: number): boolean {
  return WORD_CHARACTER.test(text.charAt(at));
}

/** In lower case, every character in its place: a few become two in lower case, and stay as they are. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return [...text]
    .map((character) => {
      const small = character.toLowerCase();
      return small.length === character.length ? small : character;
    })
    .join('');
}

const LATIN = /^[\p{Script=Latin}\d\s.+\-/]+$/u;
const WORD_CHARACTER = /[\p{L}\d-]/u;
