import type { Manifest, ManifestCard, ManifestQuestion } from '../../format/deck.ts';
import type { CardId, LessonId, NoteId } from '../../format/id.ts';

/** The cards and questions of one lesson, in course order. */
export interface LessonItems {
  readonly cards: readonly ManifestCard[];
  readonly questions: readonly ManifestQuestion[];
}

/** What a lesson asks; the manifest is sorted once, as a site has many lessons. */
export function itemsOfLesson(manifest: Manifest, lesson: LessonId): LessonItems {
  let lessons = sorted.get(manifest);
  if (!lessons) {
    lessons = {
      cards: Map.groupBy(manifest.cards, (card) => card.lesson),
      questions: Map.groupBy(manifest.questions, (question) => question.lesson),
    };
    sorted.set(manifest, lessons);
  }
  return { cards: lessons.cards.get(lesson) ?? [], questions: lessons.questions.get(lesson) ?? [] };
}

const sorted = new WeakMap<
  Manifest,
  {
    readonly cards: ReadonlyMap<LessonId, readonly ManifestCard[]>;
    readonly questions: ReadonlyMap<LessonId, readonly ManifestQuestion[]>;
  }
>();

/** The cards of a lesson as an attribute of its page holds them: a line each, some 60 characters long. */
export function formatCards(cards: readonly ManifestCard[]): string {
  return cards.map(({ id, note, kind, rev, digest }) => [id, note, kind, rev, digest].join(' ')).join('\n');
}

/** Reads what {@link formatCards} wrote. */
export function parseCards(text: string, lesson: LessonId): readonly ManifestCard[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id, note, kind, rev, digest = ''] = line.split(' ');
      return {
        id: id as CardId,
        note: note as NoteId,
        kind: kind as ManifestCard['kind'],
        lesson,
        rev: Number(rev),
        digest,
      };
    });
}
