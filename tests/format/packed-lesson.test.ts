import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECK_VERSION, type LessonDeck } from '../../src/format/deck.ts';
import type { NoteId } from '../../src/format/id.ts';
import { packLesson } from '../../src/format/pack-lesson.ts';
import { unpackLesson } from '../../src/format/packed-lesson.ts';
import { DECKS, replaceText, TEXT } from './arbitrary-decks.ts';
import { card, compileCourse, deckOf, question, TERMS } from './course.ts';

describe('the document of a lesson', () => {
  it('writes a term once and makes its cards and questions of it', () => {
    expect(packLesson(TERMS)).toEqual({
      version: DECK_VERSION,
      lesson: 'heap/marking',
      title: 'Marking',
      locale: 'en',
      ask: '<p>Which?</p>',
      terms: [
        ['root', '0001', 'Root', '<p>Where marking starts.</p>', 'origin · start'],
        ['heap', '0002', 'Heap', '<p>What a heap holds.</p>', '', '<p>What a … holds.</p>'],
        ['', '0003', 'Card', '<p>Part of a page.</p>'],
      ],
      cards: [{ term: 0 }, { id: 'why', front: 'f', back: 'b' }, { term: 1 }],
      questions: [
        { term: 0, options: [1, 0, 2] },
        { term: 1, options: [2, 1, 0] },
      ],
    });
    expect(readBack(TERMS)).toStrictEqual(TERMS);
  });

  it('says only what is unusual', () => {
    const deck = deckOf(
      [
        { ...card('a'), was: '<b>old</b>' },
        { ...card('a.name'), kind: 'basic', note: 'b' as NoteId, locale: 'zh' },
      ],
      [
        question('q', {
          kind: 'choice',
          multiple: true,
          stem: 's',
          hints: ['h'],
          options: [
            { key: 'k', text: 't', correct: false, feedback: 'f' },
            { key: 'l', text: 'u', correct: true },
          ],
          explanation: 'e',
        }),
        {
          ...question('p', { kind: 'true-false', answer: false, stem: 's', hints: [], explanation: 'e' }),
          was: 'w',
        },
      ],
    );
    const { cards, questions } = packLesson(deck);
    expect(cards).toEqual([
      { id: 'a', front: 'f', back: 'b', was: '<b>old</b>' },
      { id: 'a.name', kind: 'basic', note: 'b', locale: 'zh', front: 'f', back: 'b' },
    ]);
    expect(questions).toEqual([
      {
        id: 'q',
        stem: 's',
        hints: ['h'],
        multiple: true,
        options: [
          ['k', 't', 'f'],
          ['l', 'u'],
        ],
        right: [1],
        explanation: 'e',
      },
      { id: 'p', kind: 'true-false', answer: false, stem: 's', explanation: 'e', was: 'w' },
    ]);
    expect(readBack(deck)).toStrictEqual(deck);
  });

  it('carries the revision and the language of a term', () => {
    const changed = deckOf(
      TERMS.cards.map((each) => (each.note === 'heap' ? { ...each, was: 'old', locale: 'zh' } : each)),
      TERMS.questions.map((each) => (each.note === 'heap' ? { ...each, was: 'old', locale: 'zh' } : each)),
    );
    expect(packLesson(changed).cards[2]).toEqual({ term: 1, was: 'old', locale: 'zh' });
    expect(packLesson(changed).questions[1]).toMatchObject({ term: 1, was: 'old', locale: 'zh' });
    expect(readBack(changed)).toStrictEqual(changed);
  });

  it('writes out a question that calls its own term wrong', () => {
    const [first, second] = TERMS.questions;
    const text = first?.text.kind === 'choice' ? first.text : undefined;
    const right = text?.options.find(({ correct }) => correct);
    if (!first || !second || !text || !right) throw new Error('Inconsistent: there is no choice.');
    const options = [...text.options, { ...right, correct: false, feedback: '<p>Where marking starts.</p>' }];
    const deck = { ...TERMS, questions: [{ ...first, text: { ...text, options } }, second] };
    expect(packLesson(deck).questions).toMatchObject([{ id: 'root.choice' }, { term: 1 }]);
    expect(readBack(deck)).toStrictEqual(deck);
  });

  it('is read as what was written, whatever is in it', () => {
    fc.assert(
      fc.property(DECKS, (deck) => {
        expect(readBack(deck)).toStrictEqual(deck);
      }),
      { numRuns: 500 },
    );
  });

  it('is read as what was written where little differs from what is usual', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(), TEXT)), { maxLength: 3 }), (changes) => {
        const deck = changes.reduce((before, change) => replaceText(before, ...change), TERMS);
        expect(readBack(deck)).toStrictEqual(deck);
      }),
      { numRuns: 500 },
    );
  });

  it('holds every lesson of the course in every language, its terms once', () => {
    const { decks } = compileCourse();
    for (const { locale, deck } of decks) {
      const packed = packLesson(deck);
      const name = `${locale}/${deck.lesson}`;
      expect(unpackLesson(JSON.parse(JSON.stringify(packed))), name).toStrictEqual(deck);
      const written = [...packed.cards, ...packed.questions].flatMap((each) =>
        'id' in each ? [String(each.id)] : [],
      );
      expect(
        written.filter((id) => /\.(?:meaning|name|choice)$/.test(id)),
        name,
      ).toEqual([]);
    }
    expect(decks.length).toBeGreaterThan(0);
  });
});

function readBack(deck: LessonDeck): LessonDeck {
  return unpackLesson(JSON.parse(JSON.stringify(packLesson(deck))));
}
