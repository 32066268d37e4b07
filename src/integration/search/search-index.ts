import { toGlossary } from '../../compile/index.ts';
import type { Deck } from '../../format/deck.ts';
import type { GlossaryEntry } from '../../format/glossary.ts';
import type { Locale } from '../../format/locale.ts';
import { NOTES_PER_FILE, SEARCH_VERSION, type SearchIndex, type SearchNotes } from '../../format/search.ts';
import { foldPairsFor } from '../../search/fold-pairs.ts';
import { plainText } from '../../search/plain-text.ts';

/** What the search of one language reads before it asks the full text. */
export interface SearchData {
  readonly index: SearchIndex;
  /** File by file. */
  readonly notes: readonly SearchNotes[];
}

/** Makes the search data of one language: the terms under all their names, and what their lines say. */
export function toSearchData(
  deck: Deck,
  locale: Locale,
  { language, texts }: { readonly language: string; readonly texts: Readonly<Record<string, string>> },
): SearchData {
  const terms = new Map(deck.terms.map((term) => [term.id, term]));
  const glossary = new Map(toGlossary(deck, locale).map((entry) => [entry.id, entry]));
  // In the order of the course: of two that fit a query alike, what comes first is the more basic one.
  const entries = deck.terms.flatMap(({ id }) => glossary.get(id) ?? []);
  const concepts = entries.map((entry) => {
    const all = Object.values(terms.get(entry.id)?.texts ?? {}).flatMap((text) => text?.aliases ?? []);
    const shown = [entry.name, ...entry.translations.map(({ name }) => name)];
    return {
      id: entry.id,
      name: entry.name,
      ...(entry.locale === locale ? {} : { locale: entry.locale }),
      others: entry.translations,
      aliases: distinct([...entry.aliases, ...all], shown),
      lesson: entry.lesson,
    };
  });
  return {
    index: {
      version: SEARCH_VERSION,
      locale,
      language,
      folds: foldPairsOf(deck, locale),
      modules: deck.modules.map(({ id, pages: own }) => ({
        id,
        title: (own[locale] ?? own[deck.defaultLocale])?.title ?? id,
      })),
      concepts,
      texts,
    },
    notes: toNotes(entries),
  };
}

/** The characters that a language's texts call for to be read as others. */
export function foldPairsOf(deck: Deck, locale: Locale): string {
  const pages = [...deck.modules, ...deck.modules.flatMap(({ lessons }) => lessons)];
  const texts = deck.terms.flatMap((term) => Object.values(term.texts));
  return foldPairsFor([
    ...pages.map((page) => page.pages[locale]?.title ?? ''),
    ...texts.flatMap((text) => (text ? [text.name, ...text.aliases, text.definition] : [])),
    ...deck.cards.flatMap(({ faces }) => [faces[locale]?.front ?? '', faces[locale]?.back ?? '']),
  ]);
}

function toNotes(entries: readonly GlossaryEntry[]): SearchNotes[] {
  const notes = entries.map(({ definition, title }) => ({
    definition: shorten(plainText(definition)),
    title,
  }));
  const files = Math.ceil(notes.length / NOTES_PER_FILE);
  return Array.from({ length: files }, (_, file) =>
    notes.slice(file * NOTES_PER_FILE, (file + 1) * NOTES_PER_FILE),
  );
}

/** Two lines on a phone; the whole stands in the lesson. */
const DEFINITION_LENGTH = 140;

function shorten(text: string): string {
  return text.length <= DEFINITION_LENGTH ? text : `${text.slice(0, DEFINITION_LENGTH).trimEnd()}…`;
}

/** Each word once, whatever its case, and none of those shown already. */
function distinct(words: readonly string[], shown: readonly string[]): string[] {
  const known = new Set(shown.map((word) => word.toLowerCase()));
  return words.filter((word) => {
    const isNew = !known.has(word.toLowerCase());
    known.add(word.toLowerCase());
    return isNew;
  });
}
