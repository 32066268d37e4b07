import type { ConceptHit, ConceptSearch } from './concepts.ts';
import { EXACT } from './concepts.ts';
import { cutByNames, parseQuery, type Query } from './query.ts';
import { CJK } from './words.ts';

/** In which ways to look for a query in the texts. In each way all terms must be there. */
export interface SearchPlan {
  /** One after the other, until one finds something. */
  readonly attempts: readonly (readonly string[])[];
  /** Names of the concept that the query is a name of: found as well, behind what was typed. */
  readonly names: readonly (readonly string[])[];
  /** What was put in the place of words that no name has, if anything. */
  readonly corrected: string | undefined;
}

/** Plans the search for a query; `hits` are the concepts that it means. */
export function planSearch(query: Query, hits: readonly ConceptHit[], concepts: ConceptSearch): SearchPlan {
  const corrected = query.content.map((word) => concepts.correct(word) ?? word);
  const isCorrected = corrected.some((word, at) => word !== query.content[at]);
  const attempts = [
    query.words,
    query.content,
    query.content.flatMap((word) =>
      CJK.test(word) ? cutByNames(word, concepts.names, concepts.longestName) : [word],
    ),
    ...(isCorrected ? [corrected] : []),
    // Last, the names alone: the rest may be said in other words.
    query.content.flatMap((word) =>
      CJK.test(word)
        ? cutByNames(word, concepts.names, concepts.longestName).filter((piece) => concepts.names.has(piece))
        : [word],
    ),
  ];
  const best = hits[0];
  const names =
    best !== undefined && best.score >= EXACT
      ? [best.concept.name].map((name) => parseQuery(concepts.folder.fold(name)).words)
      : [];
  return {
    attempts: distinct(attempts),
    names: distinct(names),
    corrected: isCorrected ? corrected.join(' ') : undefined,
  };
}

function distinct(lists: readonly (readonly string[])[]): (readonly string[])[] {
  const known = new Set<string>();
  return lists.filter((terms) => {
    const name = terms.join(' ');
    const isNew = terms.length > 0 && !known.has(name);
    known.add(name);
    return isNew;
  });
}
