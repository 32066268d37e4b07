import { toGlossary } from '../../compile/index.ts';
import type { Deck } from '../../format/deck.ts';
import type { Locale } from '../../format/locale.ts';
import { SEARCH_VERSION, type SearchIndex } from '../../format/search.ts';
import { foldPairsFor } from '../../search/fold-pairs.ts';
import { plainText } from '../../search/plain-text.ts';

/** What the search of one language loads first: the terms under all their names, and where they are taught. */
export function toSearchIndex(
  deck: Deck,
  locale: Locale,
  { language, texts }: { readonly language: string; readonly texts: Readonly<Record<string, string>> },
): SearchIndex {
  const titleOf = ({ id, pages }: Pick<Deck['modules'][number], 'id' | 'pages'>) =>
    (pages[locale] ?? pages[deck.defaultLocale])?.title ?? id;
  const lessons = deck.modules.flatMap((module, place) =>
    module.lessons.map((lesson) => ({
      id: lesson.id,
      title: (lesson.pages[locale] ?? lesson.pages[deck.defaultLocale])?.title ?? lesson.id,
      module: place,
    })),
  );
  const places = new Map(lessons.map(({ id }, place) => [id, place]));
  const terms = new Map(deck.terms.map((term) => [term.id, term]));
  const concepts = toGlossary(deck, locale).map((entry) => {
    const all = Object.values(terms.get(entry.id)?.texts ?? {}).flatMap((text) => text?.aliases ?? []);
    const shown = [entry.name, ...entry.translations.map(({ name }) => name)];
    return {
      id: entry.id,
      name: entry.name,
      ...(entry.locale === locale ? {} : { locale: entry.locale }),
      others: entry.translations,
      aliases: distinct([...entry.aliases, ...all], shown),
      definition: shorten(plainText(entry.definition)),
      lesson: places.get(entry.lesson) ?? 0,
    };
  });
  return {
    version: SEARCH_VERSION,
    locale,
    language,
    folds: foldPairsFor([
      ...lessons.map(({ title }) => title),
      ...concepts.flatMap(({ name, others, aliases, definition }) => [
        name,
        ...others.map((other) => other.name),
        ...aliases,
        definition,
      ]),
      ...deck.cards.map(({ faces }) => faces[locale]?.front ?? ''),
      ...deck.cards.map(({ faces }) => faces[locale]?.back ?? ''),
      ...Object.values(texts),
    ]),
    modules: deck.modules.map((module) => ({ id: module.id, title: titleOf(module) })),
    lessons,
    concepts,
    texts,
  };
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
