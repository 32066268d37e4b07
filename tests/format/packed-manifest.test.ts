import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CardKind, DECK_VERSION, type Manifest } from '../../src/format/deck.ts';
import type { CardId, ItemId, LessonId, NoteId, QuestionId } from '../../src/format/id.ts';
import { packManifest, unpackManifest } from '../../src/format/packed-manifest.ts';
import { QUESTION_KINDS } from '../../src/format/question.ts';
import { CARD_KINDS, ids, record } from './arbitrary-decks.ts';
import { compileCourse } from './course.ts';

const item = <Kind>(kinds: readonly Kind[]) =>
  record({
    kind: fc.constantFrom(...kinds),
    note: ids<NoteId>(),
    lesson: fc.constantFrom('a/b', 'a/c', 'a') as fc.Arbitrary<string> as fc.Arbitrary<LessonId>,
    rev: fc.integer({ min: 1, max: 3 }),
    digest: fc.string(),
  });
const list = <Id extends ItemId, Kind>(kinds: readonly Kind[]) =>
  fc.array(
    fc.tuple(item(kinds), ids<Id>()).map(([rest, id]) => ({ ...rest, id })),
    { maxLength: 8 },
  );

it('is read as what was written, whatever is in it', () => {
  const manifests = record({
    version: fc.constant<typeof DECK_VERSION>(DECK_VERSION),
    cards: list<CardId, CardKind>(CARD_KINDS),
    questions: list<QuestionId, (typeof QUESTION_KINDS)[number]>(QUESTION_KINDS),
    history: fc.constant({ renamed: { old: 'new' as ItemId }, retired: ['gone' as ItemId] }),
  });
  fc.assert(
    fc.property(manifests, (manifest: Manifest) => {
      expect(send(packManifest(manifest), unpackManifest)).toStrictEqual(manifest);
    }),
  );
});

it('carries tags', () => {
  const manifest: Manifest = {
    version: DECK_VERSION,
    cards: [],
    questions: [],
    tags: { lessons: { exam: ['a/b' as LessonId] }, notes: {} },
    history: { renamed: {}, retired: [] },
  };
  expect(send(packManifest(manifest), unpackManifest)).toStrictEqual(manifest);
});

it('says of the course nothing that its ids say', () => {
  const { manifest } = compileCourse();
  const packed = packManifest(manifest);
  expect(send(packed, unpackManifest)).toStrictEqual(manifest);
  for (const card of packed.cards.flatMap(({ items }) => items))
    expect(Object.keys(card)).toEqual(['id', 'digest']);
});

/** What a reader makes of a document, which comes as JSON. */
function send<Document, Value>(document: Document, read: (document: Document) => Value): Value {
  return read(JSON.parse(JSON.stringify(document)));
}
