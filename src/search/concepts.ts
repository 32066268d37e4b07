import type { SearchConcept, SearchIndex } from '../format/search.ts';
import { createFolder, type Folder } from './fold.ts';
import { isExchanged, isOneEdit, likeness } from './one-edit.ts';
import { beginsWord, type Query } from './query.ts';
import { CJK, splitWords, standsIn, stem, toKey } from './words.ts';

/** A concept that a query means, and how surely. */
export interface ConceptHit {
  readonly concept: SearchConcept;
  /** From 0 to 100; {@link EXACT} and more says that one of its names was typed. */
  readonly score: number;
  /** The name by which it was found. */
  readonly by: string;
  /** Whether that name is a letter away from what was typed. */
  readonly isTypo?: boolean;
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
  /** The concepts that a query names: one as a whole, or several one beside the other. */
  named(query: Query): ConceptHit[];
  /** The concepts whose names are most like a query that found nothing, best first. */
  nearest(query: Query): SearchConcept[];
  /** A word one letter away that some name has, for one that none has. */
  correct(word: string): string | undefined;
  /** The words of a name that are written as one here: `wifi` for `Wi-Fi`. */
  split(word: string): readonly string[] | undefined;
}

/** Prepares the concepts of an index. */
export function createConceptSearch({
  concepts,
  folds,
}: Pick<SearchIndex, 'concepts' | 'folds'>): ConceptSearch {
  const folder = createFolder(folds);
  const entries = concepts.map((concept) => ({ concept, names: namesOf(concept, folder) }));
  const names = new Set(entries.flatMap((entry) => entry.names.map(({ key }) => key)));
  const allNames = entries.flatMap((entry) => entry.names);
  const vocabulary = new Set(allNames.flatMap(({ words }) => words));
  const compounds = new Map(allNames.flatMap(({ words }) => pairsOf(words)));
  // Looked for what it means and for what it names: a large course has thousands of names.
  const scored = new WeakMap<Query, readonly ConceptHit[]>();
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
      const hits = findNames(query);
      // Before one whose name has all their words.
      const named = findNamed(query, hits);
      if (named.length > 1) return withFirst(named, hits);
      if ((hits[0]?.score ?? 0) >= PART) return [...hits];
      const typos = best((name) => scoreTypo(name, query)).map((hit) => ({ ...hit, isTypo: true }));
      return typos.length + hits.length > 0 ? withFirst(typos, hits) : findShares(query);
    },
    named: (query) => findNamed(query, findNames(query)),
    nearest(query) {
      const hits = best(({ key }) => {
        const alike = likeness(key, query.key);
        return alike >= LEAST_ALIKE || (CJK.test(key) && key.length > 2 && isOneEdit(key, query.key))
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
    split: (word) => (vocabulary.has(word) ? undefined : compounds.get(word)),
  };

  function findNames(query: Query): readonly ConceptHit[] {
    const known = scored.get(query);
    if (known) return known;
    const sought = prepare(query);
    const hits = best((name) => scoreName(name, sought));
    scored.set(query, hits);
    return hits;
  }

  function findNamed({ parts }: Query, [first]: readonly ConceptHit[]): ConceptHit[] {
    if (first && first.score >= EXACT) return [first];
    if (parts.length < 2) return [];
    const hits = parts.flatMap((words) => {
      const sought = prepare({ key: words.join(''), words, content: words });
      const [hit] = best((name) => scoreNamed(name, sought));
      return hit ? [hit] : [];
    });
    return hits.length > 1 ? hits : [];
  }

  /** For a query of which no name has everything: the names that have what is rare in it. */
  function findShares({ content }: Query): ConceptHit[] {
    if (content.length < 2) return [];
    const weights = content.map((word) => {
      const count = allNames.filter((name) => saysWord(name, word)).length;
      return { word, weight: 1 / Math.log2(2 + count) };
    });
    const whole = weights.reduce((sum, { weight }) => sum + weight, 0);
    return best((name) => {
      const said = weights.reduce((sum, { word, weight }) => sum + (saysWord(name, word) ? weight : 0), 0);
      const isKind = name.rank === 0 && content.some((word) => saysWord(name, word) && endsWith(name, word));
      return !isKind || said / whole < LEAST_SHARE ? 0 : 10 + (20 * said) / whole - name.rank;
    }).slice(0, MOST_SHARING);
  }
}

/** From here on the query is the beginning of the name. */
const BEGUN = 71;
/** From here on a hit is no guess: the query is a part of the name. */
const PART = 55;
/** Shorter words have too many neighbours for one letter to be a slip. */
const TYPO_LENGTH = 5;
/** Names of types differ in one character only, up to this length. */
const TYPO_LENGTH_CJK = 6;

/** Share of letter pairs; with less, short names are like anything. */
const LEAST_ALIKE = 0.45;
/** Of what a query says, so much must be in a name that has not all of it. */
const LEAST_SHARE = 0.3;

/** These are guesses; many of them would hide what else was found. */
const MOST_SHARING = 3;

/** What names are scored by, worked out once for all of them. */
interface Sought extends Pick<Query, 'key' | 'words' | 'content'> {
  /** The content as the key of a name. */
  readonly contentKey: string;
  readonly stemmed: ReadonlySet<string>;
  readonly isCjk: boolean;
}

function prepare({ key, words, content }: Pick<Query, 'key' | 'words' | 'content'>): Sought {
  const contentKey = toKey(content.join(' '));
  const stemmed = new Set([words, content].map((list) => list.map(stem).join('')));
  return { key, words, content, contentKey, stemmed, isCjk: CJK.test(contentKey) };
}

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

function withFirst(first: readonly ConceptHit[], hits: readonly ConceptHit[]): ConceptHit[] {
  const known = new Map(first.map((hit) => [hit.concept, hit]));
  return [...known.values(), ...hits.filter(({ concept }) => !known.has(concept))];
}

/** Neighbouring words, by what they are written as one. */
function pairsOf(words: readonly string[]): [string, readonly string[]][] {
  return words.flatMap((word, at): [string, readonly string[]][] => {
    const next = words[at + 1];
    return next === undefined || CJK.test(word + next) ? [] : [[word + next, [word, next]]];
  });
}

function scoreName(name: Name, { key, content, contentKey: sought, stemmed, isCjk }: Sought): number {
  const { key: own, rank } = name;
  if (own === key || own === sought) return 100 - rank;
  if (stemmed.has(name.stemmed)) return 98 - rank;
  // One letter begins too much; one character is a word.
  if (sought.length < (isCjk ? 1 : 2)) return 0;
  // The letter alone of “Vitamin-C” begins no longer word.
  const isWhole = content.length > 1 && content.at(-1)?.length === 1;
  if (own.startsWith(sought) && !(isWhole && !beginsWhole(name.words, sought)))
    return 75 + (15 * sought.length) / own.length - 4 * rank;
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
  return words.some(
    (word) => word === sought || (sought.length > 1 && word.startsWith(sought)) || beginsWord(word, sought),
  );
}

/** How surely one side of a comparison is this name: by its beginning, its end, or its last words being the name. */
function scoreNamed(name: Name, sought: Sought): number {
  const { key, words } = sought;
  const score = scoreName(name, sought);
  if (score >= BEGUN) return CJK.test(key) || score >= EXACT || beginsWhole(name.words, key) ? score : 0;
  if (score >= PART) return endsWith(name, words.at(-1) ?? '') ? score : 0;
  return score > 0 && hasName(words.slice(-name.words.length), name) ? score : 0;
}

/** Whether a word stands last in a name: there it says what kind of thing it is. */
function endsWith({ key, words }: Name, sought: string): boolean {
  return CJK.test(sought) ? key.endsWith(sought) : beginsWord(words.at(-1) ?? '', sought);
}

/** Whether a word of a name, and not only its beginning, is what is sought. */
function saysWord({ key, words }: Name, sought: string): boolean {
  if (sought.length < 2) return false;
  return CJK.test(sought) ? key.includes(sought) : words.some((word) => beginsWord(word, sought));
}

/** Whether the first words of a name, and no part of the next, are what is sought. */
function beginsWhole(words: readonly string[], sought: string): boolean {
  return words.some((_, at) => words.slice(0, at + 1).join('') === sought);
}

/** Whether a longer query holds the name: anywhere for CJK, else as whole words. */
function hasName(content: readonly string[], { key, words }: Name): boolean {
  if (words.length === 1 && CJK.test(key))
    return key.length > 1 && content.some((word) => standsIn(word, key));
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
