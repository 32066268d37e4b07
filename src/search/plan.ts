import type { ConceptHit, ConceptSearch } from './concepts.ts';
import { cutByNames, parseQuery, type Query } from './query.ts';
import { CJK, respell } from './words.ts';

/** One way to look for a query in the texts: all its terms must be there. */
export interface Attempt {
  readonly terms: readonly string[];
  /** What was put in the place of words that no name has, if anything. */
  readonly corrected?: string;
}

/** In which ways to look for a query in the texts. */
export interface SearchPlan {
  /** One after the other, until one finds something. */
  readonly attempts: readonly Attempt[];
  /** Found as well: what was typed as it stands, and the names of the concepts that it names. */
  readonly also: readonly (readonly string[])[];
  /** Where little has all of it: pages that have some of these are better than none. */
  readonly pieces: readonly string[];
}

/** Plans the search for a query; `hits` are the concepts that it means, `named` those that it names. */
export function planSearch(
  query: Query,
  { hits, named }: { readonly hits: readonly ConceptHit[]; readonly named: readonly ConceptHit[] },
  concepts: ConceptSearch,
): SearchPlan {
  const { content } = query;
  const contentOf = (name: string) => parseQuery(concepts.folder.fold(name)).content;
  const corrected = content.map((word) => concepts.correct(word) ?? word);
  const isCorrected = corrected.some((word, at) => word !== content[at]);
  const cut = content.flatMap((word) =>
    CJK.test(word) ? cutByNames(word, concepts.names, concepts.longestName) : [word],
  );
  const split = content.flatMap((word) => concepts.split(word) ?? [word]);
  const names = [...new Set(named.flatMap(({ concept }) => contentOf(concept.name)))];
  const typo = hits[0]?.isTypo ? hits[0].by : undefined;
  const attempts: Attempt[] = [
    { terms: content },
    { terms: cut },
    ...(isCorrected ? [{ terms: corrected, corrected: corrected.join(' ') }] : []),
    ...(typo === undefined ? [] : [{ terms: contentOf(typo), corrected: typo }]),
  ];
  return {
    attempts: distinct(attempts),
    also: distinct([content, query.phrase, split, content.map(respell), names].map((terms) => ({ terms })))
      .slice(1)
      .map(({ terms }) => terms),
    pieces: [...new Set([...cut, ...split, ...names])],
  };
}

/** Each list of terms once, and none that is empty. */
function distinct(attempts: readonly Attempt[]): Attempt[] {
  const known = new Set(['']);
  return attempts.filter(({ terms }) => {
    const name = terms.join(' ');
    const isNew = !known.has(name);
    known.add(name);
    return isNew;
  });
}
