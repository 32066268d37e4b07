import type { Deck, Term } from '../format/deck.ts';
import type { GlossaryEntry } from '../format/glossary.ts';
import type { Locale } from '../format/locale.ts';

/**
 * Every term of a course for the glossary of one language, in the order in which that language sorts: pinyin for
 * Chinese. What is not translated is in the default locale, or else in any.
 */
export function toGlossary(deck: Deck, locale: Locale): GlossaryEntry[] {
  const titles = new Map(
    deck.modules.flatMap(({ lessons }) => lessons.map(({ id, pages }) => [id, pages] as const)),
  );
  const order = collatorOf(locale);
  return deck.terms
    .flatMap((term): GlossaryEntry[] => {
      const shown = [locale, deck.defaultLocale, ...deck.locales].find(
        (each) => term.texts[each] !== undefined,
      );
      const text = shown === undefined ? undefined : term.texts[shown];
      if (shown === undefined || text === undefined) return [];
      const pages = titles.get(term.lesson) ?? {};
      const names = namesElsewhere(term, deck.locales, shown);
      const others = new Set(names.map(({ name }) => name.toLowerCase()));
      return [
        {
          id: term.id,
          lesson: term.lesson,
          title: (pages[shown] ?? pages[deck.defaultLocale])?.title ?? '',
          locale: shown,
          name: text.name,
          aliases: text.aliases.filter((alias) => !others.has(alias.toLowerCase())),
          definition: text.definition,
          translations: names.filter(({ name }) => name !== text.name),
        },
      ];
    })
    .sort((a, b) => order.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

function namesElsewhere({ texts }: Term, locales: readonly Locale[], shown: Locale) {
  return locales.flatMap((locale) => {
    const name = texts[locale]?.name;
    return locale === shown || name === undefined ? [] : [{ locale, name }];
  });
}

/** A locale that is a folder's name but no language tag is sorted as English, the same on every machine. */
function collatorOf(locale: Locale): Intl.Collator {
  const tag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(locale) ? locale : 'en';
  // `zh` alone would do, but says nothing of the script; mainland usage sorts by pinyin.
  return new Intl.Collator(tag === 'zh' ? 'zh-CN' : tag, { numeric: true });
}
