import type { Manifest, ManifestCard, ManifestItem, ManifestQuestion } from './deck.ts';
import type { LessonId } from './id.ts';
import { usualKind, usualNote } from './usual-item.ts';

/**
 * `/<prefix>/deck.json`: a {@link Manifest} without what follows from ids and neighbours. For example
 * `{"lesson":"heap/marking","items":[{"id":"root.meaning","digest":"12d35b3be52b"}]}` is a card of kind `term-meaning`
 * of the note `root` in its first revision.
 */
export interface PackedManifest extends Omit<Manifest, 'cards' | 'questions'> {
  readonly cards: readonly Run<ManifestCard>[];
  readonly questions: readonly Run<ManifestQuestion>[];
}

/** Neighbours of one lesson. */
interface Run<Item extends ManifestItem> {
  readonly lesson: LessonId;
  readonly items: readonly PackedItem<Item>[];
}

/** `kind`, `note` and `rev` are absent where they are the usual ones: see {@link usualCard} and {@link usualQuestion}. */
type PackedItem<Item extends ManifestItem> = Pick<Item, 'id' | 'digest'> &
  Partial<Pick<Item, 'kind' | 'note' | 'rev'>>;

/** The document of a manifest. */
export function packManifest(manifest: Manifest): PackedManifest {
  return {
    ...manifest,
    cards: packItems(manifest.cards, usualCard),
    questions: packItems(manifest.questions, usualQuestion),
  };
}

/** The manifest of a document: what {@link packManifest} was given. */
export function unpackManifest(packed: PackedManifest): Manifest {
  return {
    ...packed,
    cards: packed.cards.flatMap(({ lesson, items }) =>
      items.map((item) => ({ ...usualCard(item), lesson, ...item })),
    ),
    questions: packed.questions.flatMap(({ lesson, items }) =>
      items.map((item) => ({ ...usualQuestion(item), lesson, ...item })),
    ),
  };
}

const usualCard = ({ id }: Pick<ManifestCard, 'id'>) => ({
  kind: usualKind(id),
  note: usualNote(id),
  rev: 1,
});

const usualQuestion = ({ id }: Pick<ManifestQuestion, 'id'>) => ({
  kind: 'choice' as const,
  note: usualNote(id),
  rev: 1,
});

function packItems<Item extends ManifestItem>(
  items: readonly Item[],
  usualOf: (item: Item) => Pick<Item, 'kind' | 'note' | 'rev'>,
): Run<Item>[] {
  const runs: { lesson: LessonId; items: PackedItem<Item>[] }[] = [];
  for (const item of items) {
    const { id, kind, note, lesson, rev, digest } = item;
    const usual = usualOf(item);
    const packed = {
      id,
      ...(kind === usual.kind ? {} : { kind }),
      ...(note === usual.note ? {} : { note }),
      ...(rev === usual.rev ? {} : { rev }),
      digest,
    };
    const last = runs.at(-1);
    if (last?.lesson === lesson) last.items.push(packed);
    else runs.push({ lesson, items: [packed] });
  }
  return runs;
}
