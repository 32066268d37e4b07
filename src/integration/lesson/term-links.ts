import type { Term } from '../../format/deck.ts';
import type { LessonId, NoteId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';

/** A piece of a text: plain, or the name of a term that another lesson defines. */
export type Piece = {
  readonly text: string;
  readonly term?: { readonly id: NoteId; readonly lesson: LessonId };
};

/** Finds the first use of each term in one page, text by text from its top. */
export type TermFinder = (text: string) => readonly Piece[];

/** A finder for a lesson in one locale: terms of other lessons by name, the longest name first, each once. */
export function createTermFinder(terms: readonly Term[], locale: Locale, lesson: string): TermFinder {
  const { pattern, byName } = vocabularyOf(terms, locale);
  if (byName.size === 0) return (text) => [{ text }];
  const seen = new Set<NoteId>();
  return (text) => {
    const pieces: Piece[] = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const found = match[0].toLowerCase();
      const term =
        byName.get(found) ?? byName.get(found.replace(/s$/, '')) ?? byName.get(found.replace(/es$/, ''));
      if (!term || term.lesson === lesson || seen.has(term.id)) continue;
      seen.add(term.id);
      if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
      pieces.push({ text: match[0], term: { id: term.id, lesson: term.lesson } });
      end = match.index + match[0].length;
    }
    if (end < text.length) pieces.push({ text: text.slice(end) });
    return pieces;
  };
}

interface Vocabulary {
  readonly pattern: RegExp;
  /** By name in lower case. */
  readonly byName: ReadonlyMap<string, Term>;
}

/** One pattern serves every page of a locale: made anew for each, it took most of a build's time. */
const VOCABULARIES = new WeakMap<readonly Term[], Map<Locale, Vocabulary>>();

function vocabularyOf(terms: readonly Term[], locale: Locale): Vocabulary {
  const known = VOCABULARIES.get(terms) ?? new Map<Locale, Vocabulary>();
  VOCABULARIES.set(terms, known);
  const vocabulary = known.get(locale) ?? createVocabulary(terms, locale);
  known.set(locale, vocabulary);
  return vocabulary;
}

function createVocabulary(terms: readonly Term[], locale: Locale): Vocabulary {
  const byName = new Map<string, Term>();
  for (const term of terms) {
    const name = term.texts[locale]?.name.toLowerCase();
    if (name && name.length > 1 && !term.plain) byName.set(name, term);
  }
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  const latin = names.filter(isLatin).map(escapePattern);
  const others = names.filter((name) => !isLatin(name)).map(escapePattern);
  // A name in Latin letters is a whole word, also in the plural; Chinese has no word boundaries.
  const words = `(?<![\\p{L}\\d\\-])(?:${latin.join('|')})(?:e?s)?(?![\\p{L}\\d\\-])`;
  const alternatives = [...others, ...(latin.length > 0 ? [words] : [])];
  return { byName, pattern: new RegExp(alternatives.join('|'), 'giu') };
}

function isLatin(name: string): boolean {
  return /^[\p{Script=Latin}\d\s.+\-/]+$/u.test(name);
}

function escapePattern(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
