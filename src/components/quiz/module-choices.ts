import type { Deck } from '../../format/deck.ts';
import type { Locale } from '../../format/locale.ts';
import { moduleOf } from '../../quiz/index.ts';
import type { ModuleChoice } from './SetupFields.tsx';

/** The modules that have questions, in course order, by their titles in one locale. */
export function moduleChoices(deck: Deck, locale: Locale): ModuleChoice[] {
  const asked = new Set(deck.questions.map(({ lesson }) => moduleOf(lesson)));
  return deck.modules
    .filter(({ id }) => asked.has(id))
    .map(({ id, pages }) => ({ id, title: (pages[locale] ?? pages[deck.defaultLocale])?.title ?? id }));
}
