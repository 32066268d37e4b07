import type { Card, Term } from '../format/deck.ts';
import type { CardId } from '../format/id.ts';
import type { Locale } from '../format/locale.ts';
import { digestCard } from './digest.ts';
import { plainWords } from './plain-words.ts';
import { revisionOf } from './revision.ts';

/**
 * For each term with another name in another language one card `<term>.translation`: in each locale from its own name
 * to the other ones. `cards` hold the names as they are shown.
 */
export function translationCards(
  terms: readonly Term[],
  cards: readonly Card[],
  locales: readonly Locale[],
): Card[] {
  const meanings = new Map(cards.map((card) => [String(card.id), card]));
  return terms.flatMap(({ id, lesson, texts }): Card[] => {
    const meaning = meanings.get(`${id}.meaning`);
    const named = locales.flatMap((locale) => {
      const name = texts[locale]?.name;
      const html = meaning?.faces[locale]?.front;
      return name === undefined || html === undefined ? [] : [{ locale, name, html }];
    });
    if (new Set(named.map(({ name }) => plainWords(name))).size < 2) return [];
    const faces = named.map(({ locale, name, html }) => {
      const others = named.filter((other) => other.locale !== locale);
      const back = others.map((other) => other.name).join(', ');
      return {
        locale,
        front: name,
        back,
        shown: { front: html, back: others.map((other) => other.html).join('') },
      };
    });
    return [
      {
        id: `${id}.translation` as CardId,
        kind: 'term-translation',
        note: id,
        lesson,
        ...revisionOf(meaning),
        digest: digestCard('term-translation', faces),
        faces: Object.fromEntries(faces.map(({ locale, shown }) => [locale, shown])),
      },
    ];
  });
}
