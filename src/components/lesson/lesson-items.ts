import type { Manifest, ManifestCard, ManifestQuestion } from '../../format/deck.ts';
import type { CardId, LessonId, NoteId } from '../../format/id.ts';
import { usualKind, usualNote } from '../../format/usual-item.ts';

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

/**
 * The cards of a lesson as an attribute of its page holds them: a line each of id and digest, with the revision, note and kind
 * where the id does not tell them.
 */
export function formatCards(cards: readonly ManifestCard[]): string {
  return cards
    .map(({ id, note, kind, rev, digest }) => {
      if (note !== usualNote(id) || kind !== usualKind(id)) return [id, digest, rev, note, kind].join(' ');
      return rev === 1 ? `${id} ${digest}` : `${id} ${digest} ${rev}`;
    })
    .join('\n');
}

/** Reads what {@link formatCards} wrote. */
export function parseCards(text: string, lesson: LessonId): readonly ManifestCard[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [id, digest = '', rev = '1', note = usualNote(id), kind = usualKind(id)] = line.split(' ') as [
        id: CardId,
        digest?: string,
        rev?: string,
        note?: NoteId,
        kind?: ManifestCard['kind'],
      ];
      return { id, note, kind, lesson, rev: Number(rev), digest };
    });
}
