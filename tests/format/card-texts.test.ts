import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardTexts, packCardTexts, unpackCardTexts } from '../../src/format/card-texts.ts';
import { DECK_VERSION, type ManifestCard, type ManifestQuestion } from '../../src/format/deck.ts';
import type { ItemId, LessonId } from '../../src/format/id.ts';
import { usualNote } from '../../src/format/usual-item.ts';
import { plainText } from '../../src/search/plain-text.ts';
import { ids, TEXT } from './arbitrary-decks.ts';
import { compileCourse } from './course.ts';

const itemsOf = (entries: readonly (readonly [id: string, lesson: string])[]) =>
  entries.map(([id, lesson]) => ({ id, lesson, note: usualNote(id as ItemId) }));

/** The part of a manifest that counts here. */
const manifestOf = (
  cards: readonly (readonly [id: string, lesson: string])[],
  questions: readonly (readonly [id: string, lesson: string])[] = [],
) => ({ cards: itemsOf(cards) as ManifestCard[], questions: itemsOf(questions) as ManifestQuestion[] });

const MANIFEST = manifestOf(
  [
    ['root.meaning', 'heap/marking'],
    ['root.name', 'heap/marking'],
    ['why', 'heap/marking'],
    ['sweep', 'heap/sweeping'],
  ],
  [['root.choice', 'heap/marking']],
);
const SWEEP = ['Sweep?', 'Away.'] as const;
const TEXTS: CardTexts = {
  'root.meaning': ['Root', 'Where it starts.'],
  'root.name': ['Where it starts.', 'RootOrigin'],
  why: ['Why?', 'Because.'],
  sweep: SWEEP,
  'root.choice': ['Which?Where it starts.', 'RootWhere it starts.'],
};

describe('the document of all texts', () => {
  it('says once what a term says, lesson by lesson', () => {
    expect(packCardTexts(MANIFEST, TEXTS)).toEqual({
      version: DECK_VERSION,
      ask: 'Which?',
      lessons: {
        'heap/marking': [
          expect.any(Number),
          ...['Root', 'Where it starts.', ['Origin'], 'Why?', 'Because.', 0],
        ],
        'heap/sweeping': [expect.any(Number), 'Sweep?', 'Away.'],
      },
    });
    expect(unpackCardTexts(MANIFEST, packCardTexts(MANIFEST, TEXTS))).toStrictEqual(TEXTS);
  });

  it('gives no text to an item that it was not written for', () => {
    const packed = packCardTexts(MANIFEST, TEXTS);
    const [meaning, name, ...cards] = MANIFEST.cards;
    const moved = { ...MANIFEST, cards: [name, meaning, ...cards] as ManifestCard[] };
    expect(unpackCardTexts(moved, packed)).toEqual({ sweep: SWEEP });
    expect(unpackCardTexts(manifestOf([]), packed)).toEqual({});
    expect(unpackCardTexts(manifestOf([['new', 'heap/new']]), packed)).toEqual({});
  });

  it('is read as what was written, whatever is in it', () => {
    const side = fc.oneof(TEXT, fc.constantFrom('aa', 'aab', 'aba', 'bab'));
    const entry = fc.tuple(ids<ItemId>(), fc.constantFrom('x/y', 'z'), fc.option(fc.tuple(side, side)));
    const entries = fc.uniqueArray(entry, { selector: ([id]) => id, maxLength: 12 });
    fc.assert(
      fc.property(entries, fc.nat(12), (all, cut) => {
        const manifest = manifestOf(
          all.slice(0, cut).map(([id, lesson]) => [id, lesson]),
          all.slice(cut).map(([id, lesson]) => [id, lesson]),
        );
        const texts = Object.fromEntries(all.flatMap(([id, , sides]) => (sides ? [[id, sides]] : [])));
        expect(readBack(manifest, texts)).toStrictEqual(texts);
      }),
      { numRuns: 500 },
    );
  });

  it('holds the texts of the course in every language', () => {
    const { manifest, decks } = compileCourse();
    for (const locale of ['zh', 'en']) {
      const texts = Object.fromEntries(
        decks
          .filter((each) => each.locale === locale)
          .flatMap(({ deck: { cards, questions } }) => [
            ...cards.map(({ id, front, back }) => [id, [plainText(front), plainText(back)]]),
            ...questions.map(({ id, text }) => [id, [plainText(text.stem), plainText(text.explanation)]]),
          ]),
      );
      expect(readBack(manifest, texts)).toStrictEqual(texts);
    }
  });
});

function readBack(manifest: Parameters<typeof packCardTexts>[0], texts: CardTexts): CardTexts {
  const lessons = new Set<LessonId>([...manifest.cards, ...manifest.questions].map(({ lesson }) => lesson));
  const packed = JSON.parse(JSON.stringify(packCardTexts(manifest, texts)));
  expect(Object.keys(packed.lessons).sort()).toEqual([...lessons].sort());
  return unpackCardTexts(manifest, packed);
}
