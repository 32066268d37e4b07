import type { SearchConcept, SearchIndex } from '../format/search.ts';
import {
  EXACT,
  endsWith,
  type Name,
  namesOf,
  PART,
  saysWord,
  scoreName,
  scoreNamed,
  scoreTypo,
  TYPO_LENGTH,
  toSought,
} from './concept-names.ts';
import { createFolder, type Folder } from './fold.ts';
import { isOneEdit, likeness } from './one-edit.ts';
import type { Query } from './query.ts';
import { CJK, stem } from './words.ts';

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
  const best = (scoreOf: (name: Name) => number) => {
    const hits: ConceptHit[] = [];
    for (const { concept, names: own } of entries) {
      let top: ConceptHit | undefined;
      for (const name of own) {
        const score = scoreOf(name);
        if (score > (top?.score ?? 0)) top = { concept, by: name.text, score };
      }
      if (top) hits.push(top);
    }
    return hits.sort((a, b) => b.score - a.score);
  };
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
    const sought = toSought(query);
    const hits = best((name) => scoreName(name, sought));
    scored.set(query, hits);
    return hits;
  }

  function findNamed({ parts }: Query, [first]: readonly ConceptHit[]): ConceptHit[] {
    if (first && first.score >= EXACT) return [first];
    if (parts.length < 2) return [];
    const hits = parts.flatMap((words) => {
      const sought = toSought({ key: words.join(''), words, content: words });
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

/** Share of letter pairs; with less, short names are like anything. */
const LEAST_ALIKE = 0.45;
/** Of what a query says, so much must be in a name that has not all of it. */
const LEAST_SHARE = 0.3;
/** These are guesses; many of them would hide what else was found. */
const MOST_SHARING = 3;

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
