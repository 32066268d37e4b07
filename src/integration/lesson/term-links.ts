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
  const byName = new Map<string, Term>();
  for (const term of terms) {
    const name = term.texts[locale]?.name.toLowerCase();
    if (name && name.length > 1 && !term.plain && term.lesson !== lesson) byName.set(name, term);
  }
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  if (names.length === 0) return (text) => [{ text }];
  const pattern = new RegExp(names.map(toPattern).join('|'), 'giu');
  const seen = new Set<NoteId>();
  return (text) => {
    const pieces: Piece[] = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const found = match[0].toLowerCase();
      const term =
        byName.get(found) ?? byName.get(found.replace(/e?s$/, '')) ?? byName.get(found.replace(/s$/, ''));
      if (!term || seen.has(term.id)) continue;
      seen.add(term.id);
      if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
      pieces.push({ text: match[0], term: { id: term.id, lesson: term.lesson } });
      end = match.index + match[0].length;
    }
    if (end < text.length) pieces.push({ text: text.slice(end) });
    return pieces;
  };
}

/** A name in Latin letters is a whole word, also in the plural; Chinese has no word boundaries. */
function toPattern(name: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const isLatin = /^[\p{Script=Latin}\d\s.+\-/]+$/u.test(name);
  return isLatin ? `(?<![\\p{L}\\d\\-])${escaped}(?:e?s)?(?![\\p{L}\\d\\-])` : escaped;
}
