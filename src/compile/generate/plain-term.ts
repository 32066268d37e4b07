import type { Term } from '../../format/deck.ts';
import type { Locale } from '../../format/locale.ts';
import { mentions, overlap, plainWords } from '../plain-words.ts';

/** A term's texts for comparing, made once a term. */
export interface PlainTerm {
  readonly term: Term;
  readonly locales: readonly Locale[];
  /** The name in each of its locales, in their order. */
  readonly names: readonly string[];
  /** All names and aliases in all locales: an alias in one language may be the name in another. */
  readonly allNames: readonly string[];
  readonly definitions: readonly string[];
}

/** The texts of a term for comparing. */
export function toPlainTerm(term: Term): PlainTerm {
  const entries = Object.entries(term.texts).flatMap(([locale, text]) => (text ? [{ locale, text }] : []));
  const allNames = entries.flatMap(({ text }) => [text.name, ...text.aliases]).map(plainWords);
  return {
    term,
    locales: entries.map(({ locale }) => locale),
    names: entries.map(({ text }) => plainWords(text.name)),
    allNames: [...new Set(allNames)],
    definitions: entries.map(({ text }) => plainWords(text.definition)),
  };
}

/** Terms by {@link nameKey}. */
export type NameIndex = ReadonlyMap<string, readonly PlainTerm[]>;

/** The terms of a course by their name in each locale. */
export function indexNames(terms: readonly PlainTerm[]): NameIndex {
  const index = new Map<string, PlainTerm[]>();
  for (const term of terms) {
    for (const key of keysOf(term)) index.set(key, [...(index.get(key) ?? []), term]);
  }
  return index;
}

/** Under which a name of a locale stands in a {@link NameIndex}. */
export function nameKey(locale: Locale, plainName: string): string {
  return `${locale} ${plainName}`;
}

/** Whether no other term has the same name in any locale. */
export function hasOwnName(term: PlainTerm, index: NameIndex): boolean {
  return keysOf(term).every((key) => index.get(key)?.length === 1);
}

/**
 * Whether two terms are so far apart that the definition of one cannot be taken for the other's: no name is part
 * of a name, neither definition names the other term, and the definitions differ.
 */
export function areApart(a: PlainTerm, b: PlainTerm): boolean {
  return (
    !a.allNames.some((name) => b.allNames.some((other) => overlap(name, other))) &&
    !a.definitions.some((definition) => b.allNames.some((name) => mentions(definition, name))) &&
    !b.definitions.some((definition) => a.allNames.some((name) => mentions(definition, name))) &&
    !a.definitions.some((definition) => b.definitions.includes(definition))
  );
}

function keysOf({ locales, names }: PlainTerm): string[] {
  return locales.map((locale, position) => nameKey(locale, names[position] ?? ''));
}
