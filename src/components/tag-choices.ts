import type { Deck } from '../format/deck.ts';
import type { TagId } from '../format/id.ts';
import type { Locale } from '../format/locale.ts';

/** A tag as learners choose it. */
export interface TagChoice {
  readonly id: TagId;
  readonly name: string;
}

/** The tags that something in a course has, in its order, by their names in one locale. */
export function tagChoices(
  { tags, tagUse, defaultLocale }: Pick<Deck, 'tags' | 'tagUse' | 'defaultLocale'>,
  locale: Locale,
): TagChoice[] {
  const used = new Set([tagUse.lessons, tagUse.notes].flatMap((use) => Object.keys(use)));
  return tags
    .filter(({ id }) => used.has(id))
    .map(({ id, names }) => ({ id, name: names[locale] ?? names[defaultLocale] ?? id }));
}

/** The names of some tags, in their order; one that is not known goes by its id. */
export function nameTags(ids: readonly TagId[], tags: readonly TagChoice[]): string[] {
  return ids.map((id) => tags.find((tag) => tag.id === id)?.name ?? id);
}
