import type { Deck } from '../../format/deck.ts';
import type { LessonId } from '../../format/id.ts';
import type { Locale } from '../../format/locale.ts';
import { moduleOf } from '../../quiz/index.ts';
import type { ModuleChoice } from './SetupFields.tsx';

/** The modules that some items, questions unless told, are from, in course order, by their titles in one locale. */
export function moduleChoices(
  deck: Deck,
  locale: Locale,
  items: readonly { readonly lesson: LessonId }[] = deck.questions,
): ModuleChoice[] {
  const asked = new Set(items.map(({ lesson }) => moduleOf(lesson)));
  return deck.modules
    .filter(({ id }) => asked.has(id))
    .map(({ id, pages }) => ({ id, title: (pages[locale] ?? pages[deck.defaultLocale])?.title ?? id }));
}
