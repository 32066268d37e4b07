import type { SearchConcept, SearchIndex } from '../format/search.ts';
import { createFolder, type Folder } from './fold.ts';
import { isExchanged, isOneEdit, likeness } from './one-edit.ts';
import { beginsWord, type Query } from './query.ts';
import { CJK, splitWords, stem, toKey } from './words.ts';

/** A concept that a query means, and how surely. */
export interface ConceptHit {
  readonly concept: SearchConcept;
  /** From 0 to 100; {@link EXACT} and more says that one of its names was typed. */
  readonly score: number;
  /** The name by which it was found. */
  readonly by: string;
}

/** The score from which a query is a name of the concept and not only like it. */
export const EXACT = 95;

/** The terms of a course, ready to be searched. */
export interface ConceptSearch {
  readonly folder: Folder;
  /** Keys of all names, and the length of the longest: the dictionary by which a CJK run is cut. */
  readonly names: ReadonlySet<string>;
  readonly longestName: number;
  /** The concepts that a query means, best first; those a letter away only if there is no better one. */
  find(query: Query): ConceptHit[];
  /** The concepts whose names are most like a query that found nothing, best first. */
  nearest(query: Query): SearchConcept[];
  /** A word one letter away that some name has, for one that none has. */
  correct(word: string): string | undefined;
}

/** Prepares the concepts of an index. */
export function createConceptSearch({
  concepts,
  folds,
}: Pick<SearchIndex, 'concepts' | 'folds'>): ConceptSearch {
  const folder = createFolder(folds);
  const entries = concepts.map((concept) => ({ concept, names: namesOf(concept, folder) }));
  const names = new Set(entries.flatMap((entry) => entry.names.map(({ key }) => key)));
  const vocabulary = new Set(entries.flatMap((entry) => entry.names.flatMap(({ words }) => words)));
  const best = (score: (name: Name) => number) =>
    entries
      .flatMap(({ concept, names: own }) => {
        const scored = own.map((name) => ({ concept, by: name.text, score: score(name) }));
        const top = scored.reduce((a, b) => (b.score > a.score ? b : a));
        return top.score > 0 ? [top] : [];
      })
      .sort((a, b) => b.score - a.score);
  return {
    folder,
    names,
    longestName: Math.max(0, ...Array.from(names, (name) => (CJK.test(name) ? name.length : 0))),
    find(query) {
      if (query.key === '') return [];
      const hits = best((name) => scoreName(name, query));
      if ((hits[0]?.score ?? 0) >= PART) return hits;
      const typos = best((name) => scoreTypo(name, query));
      const known = new Set(typos.map(({ concept }) => concept));
      return [...typos, ...hits.filter(({ concept }) => !known.has(concept))];
    },
    nearest(query) {
      const hits = best(({ key }) => {
        const alike = likeness(key, query.key);
        return alike >= 0.4 || (CJK.test(key) && key.length > 2 && isOneEdit(key, query.key))
          ? alike + 0.01
          : 0;
      });
      return hits.slice(0, 5).map(({ concept }) => concept);
    },
    correct(word) {
      if (word.length < TYPO_LENGTH || CJK.test(word) || vocabulary.has(word) || vocabulary.has(stem(word)))
        return;
      return [...vocabulary].find((known) => isOneEdit(known, word));
    },
  };
}

/** From here on a hit is no guess: the query is a part of the name. */
const PART = 55;
/** Shorter words have too many neighbours for one letter to be a slip. */
const TYPO_LENGTH = 5;
/** Names of types differ in one character only, up to this length. */
const TYPO_LENGTH_CJK = 6;

interface Name {
  readonly text: string;
  readonly key: string;
  readonly stemmed: string;
  readonly words: readonly string[];
  /** How far it stands behind the concept's own name. */
  readonly rank: number;
}

function namesOf({ name, others, aliases }: SearchConcept, folder: Folder): Name[] {
  return [name, ...others.map((other) => other.name), ...aliases].flatMap((text, place) => {
    const folded = folder.fold(text);
    const words = splitWords(folded);
    const key = toKey(folded);
    const rank = place <= others.length ? 0 : 1;
    return key === '' ? [] : [{ text, key, stemmed: words.map(stem).join(''), words, rank }];
  });
}

function scoreName(name: Name, { key, words, content }: Query): number {
  const { key: own, rank } = name;
  const sought = toKey(content.join(' '));
  if (own === key || own === sought) return 100 - rank;
  if (name.stemmed === words.map(stem).join('') || name.stemmed === content.map(stem).join(''))
    return 98 - rank;
  const isCjk = CJK.test(sought);
  // One letter begins too much; one character is a word.
  if (sought.length < (isCjk ? 1 : 2)) return 0;
  if (own.startsWith(sought)) return 75 + (15 * sought.length) / own.length - 4 * rank;
  if (content.every((word) => hasWord(name, word))) {
    return PART + (15 * sought.length) / Math.max(own.length, sought.length) - rank;
  }
  if (!hasName(content, name)) return 0;
  // What is asked for stands last: in “X image” it is an image.
  const isLast = hasName(content.slice(-name.words.length), name);
  return 30 + Math.min(20, CJK.test(own) ? 3 * own.length : own.length) + (isLast ? 3 : 0) - rank;
}

function hasWord({ key, words }: Name, sought: string): boolean {
  if (CJK.test(sought)) return sought.length > 1 && key.includes(toKey(sought));
  return words.some((word) => word === sought || (sought.length > 1 && word.startsWith(stem(sought))));
}

/** Whether a longer query holds the name: anywhere for CJK, else as whole words. */
function hasName(content: readonly string[], { key, words }: Name): boolean {
  if (words.length === 1 && CJK.test(key))
    return key.length > 1 && content.some((word) => word.includes(key));
  return content.some((_, start) => {
    const joined = content.slice(start, start + words.length);
    return joined.length === words.length && joined.every((word, at) => stem(word) === stem(words[at] ?? ''));
  });
}

function scoreTypo({ key, words, rank }: Name, query: Query): number {
  const isShort = query.key.length < (CJK.test(key) ? TYPO_LENGTH_CJK : TYPO_LENGTH);
  if (isShort ? isExchanged(key, query.key) : isOneEdit(key, query.key)) return 54 - rank;
  if (CJK.test(key) || CJK.test(query.key)) return 0;
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
