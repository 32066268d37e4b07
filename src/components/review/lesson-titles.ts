import type { ManifestCard } from '../../format/deck.ts';
import type { LessonId } from '../../format/id.ts';
import type { Decks } from '../decks.ts';

/** A lesson by its title. */
export interface LessonTitle {
  readonly id: LessonId;
  readonly title: string;
}

/** The lessons of a module that have cards, in course order; one that cannot be loaded now goes by its id. */
export async function loadLessonTitles(decks: Decks, module: string): Promise<readonly LessonTitle[]> {
  const first = new Map<LessonId, ManifestCard>();
  for (const card of decks.cards) {
    if (card.lesson.startsWith(`${module}/`) && !first.has(card.lesson)) first.set(card.lesson, card);
  }
  return Promise.all(
    [...first].map(async ([id, card]) => {
      const title = await decks.loadFace(card).then(
        ({ lessonTitle }) => lessonTitle,
        () => id,
      );
      return { id, title };
    }),
  );
}
