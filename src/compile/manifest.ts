import {
  type Card,
  DECK_VERSION,
  type Deck,
  type DeckCard,
  type LessonDeck,
  type Manifest,
} from '../format/deck.ts';
import type { LessonId } from '../format/id.ts';
import type { Locale, Localized } from '../format/locale.ts';

/** What a scheduler needs of every card, in course order. */
export function toManifest(deck: Deck): Manifest {
  return {
    version: DECK_VERSION,
    cards: deck.cards.map(({ id, kind, note, lesson, rev, digest }) => ({
      id,
      kind,
      note,
      lesson,
      rev,
      digest,
    })),
  };
}

/** The cards of one lesson in one locale; what is not translated is in the default locale, or else in any. */
export function toLessonDeck(deck: Deck, lesson: LessonId, locale: Locale): LessonDeck {
  const preferred = [locale, deck.defaultLocale, ...deck.locales];
  const pages = deck.modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === lesson)?.pages ?? {};
  return {
    version: DECK_VERSION,
    lesson,
    title: pick(pages, preferred)?.value.title ?? '',
    cards: deck.cards.filter((card) => card.lesson === lesson).flatMap((card) => toDeckCard(card, preferred)),
  };
}

function toDeckCard({ id, kind, note, faces }: Card, preferred: readonly Locale[]): DeckCard[] {
  const face = pick(faces, preferred);
  if (face === undefined) return [];
  return [{ id, kind, note, locale: face.locale, front: face.value.front, back: face.value.back }];
}

function pick<T>(
  values: Localized<T>,
  preferred: readonly Locale[],
): { locale: Locale; value: T } | undefined {
  for (const locale of preferred) {
    const value = values[locale];
    if (value !== undefined) return { locale, value };
  }
  return undefined;
}
