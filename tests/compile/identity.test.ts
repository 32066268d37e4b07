import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestCard, hash64 } from '../../src/compile/digest.ts';
import { compile } from '../../src/compile/index.ts';
import { isNoteId, proposeId } from '../../src/compile/note-id.ts';
import { cardOf, compileBody, courseOf } from './course-text.ts';

const SETTINGS = { seed: 20261123, numRuns: 60 };

/** A note of the model course: a plain word text on each side. */
interface ModelNote {
  readonly id: string;
  readonly item: 'term' | 'card';
  readonly front: string;
  readonly back: string;
}

const words = fc.stringMatching(/^[a-z]{2,8}( [a-z]{2,8}){0,4}$/);
const notes = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{3,9}(-[a-z0-9]{1,5}){0,2}$/),
    item: fc.constantFrom('term' as const, 'card' as const),
    front: words,
    back: words,
  }),
  { minLength: 1, maxLength: 8, selector: ({ id }) => id },
);

function sourceOf({ id, item, front, back }: ModelNote): string {
  return item === 'card' ? cardOf(id, front, back) : `:term[${front}]{#${id}}\n: ${back}`;
}

function digestsOf(model: readonly ModelNote[]): Map<string, string> {
  const body = ['Some prose.', ...model.map(sourceOf), 'The end.'].join('\n\n');
  const { deck, issues } = compileBody(body);
  expect(issues).toEqual([]);
  return new Map(deck.cards.map(({ id, digest }) => [id, digest]));
}

test('[C12] a typo keeps every id', () => {
  fc.assert(
    fc.property(notes, fc.nat(), words, (model, pick, text) => {
      const edited = model.map((note, index) =>
        index === pick % model.length ? { ...note, back: text } : note,
      );
      expect([...digestsOf(edited).keys()]).toEqual([...digestsOf(model).keys()]);
    }),
    SETTINGS,
  );
});

test('[C12] reordering keeps every id and every digest', () => {
  fc.assert(
    fc.property(notes, (model) => {
      const before = digestsOf(model);
      const after = digestsOf(model.toReversed());
      expect(new Map([...after].sort())).toEqual(new Map([...before].sort()));
    }),
    SETTINGS,
  );
});

test('[C12] moving a note to another lesson keeps its id and digest', () => {
  const card = cardOf('why', 'Why?', 'So.');
  const cardsOf = (marking: string, sweeping: string) =>
    compile({ locales: ['en'], base: '/', files: courseOf({ en: { marking, sweeping } }) }).deck.cards;
  const [before] = cardsOf(card, 'Text.');
  const [after] = cardsOf('Text.', card);
  expect(before?.lesson).toBe('heap/marking');
  expect(after).toEqual({ ...before, lesson: 'heap/sweeping' });
});

test('[C13] the digest changes exactly for the cards whose text changes', () => {
  fc.assert(
    fc.property(notes, fc.nat(), words, (model, pick, text) => {
      const target = model[pick % model.length];
      const edited = model.map((note) => (note === target ? { ...note, back: text } : note));
      const before = digestsOf(model);
      for (const [id, digest] of digestsOf(edited)) {
        const isTouched = id.split('.')[0] === target?.id && target?.back !== text;
        expect(digest !== before.get(id)).toBe(isTouched);
      }
    }),
    SETTINGS,
  );
});

test.each([
  ['more white space', 'Why  is\nit so?', 'Because it  is.\n\n\n', '/'],
  ['another base path', 'Why is it so?', 'Because it is.', '/elsewhere/'],
])('[C13] the digest stays with %s', (_change, front, back, base) => {
  const digest = (from: string, to: string, at: string) =>
    compileBody(cardOf('x', from, to), at).deck.cards[0]?.digest;
  const before = digest('Why is it so?', 'Because it is.', '/');
  expect(before).toMatch(/^[0-9a-f]{12}$/);
  expect(digest(front, back, base)).toBe(before);
});

test('[C13] the digest depends on kind, sides and locale, not on the order of locales', () => {
  const zh = { locale: 'zh', front: 'a', back: 'b' };
  const en = { locale: 'en', front: 'a', back: 'b' };
  const digests = [
    digestCard('basic', [zh, en]),
    digestCard('term-name', [zh, en]),
    digestCard('basic', [zh]),
    digestCard('basic', [en]),
    digestCard('basic', [{ ...zh, front: 'b', back: 'a' }]),
    digestCard('basic', [{ ...zh, front: 'a b', back: '' }]),
  ];
  expect(new Set(digests).size).toBe(digests.length);
  expect(digestCard('basic', [en, zh])).toBe(digests[0]);
});

test.each([
  ['a', '501c2ba782c97901'],
  ['b', '459eda5bc254d2bf'],
  ['revenge', 'fbce64cc3b748385'],
  ['revenue', 'fb1d85148d13f93a'],
])('[C13] the hash of %s is the published one', (text, hash) => {
  expect(hash64(text)).toBe(hash);
});

test('[C17] a proposed id is well formed and free for any texts', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (candidates) => {
      const first = proposeId(candidates, new Set());
      const second = proposeId(candidates, new Set([first]));
      expect([isNoteId(first), isNoteId(second), first === second]).toEqual([true, true, false]);
    }),
    { ...SETTINGS, numRuns: 500 },
  );
});

test.each([
  [['标记阶段', 'Mark phase'], 'mark-phase'],
  [['3 colours', 'x'], 'colours'],
  [['垃圾'], 'note'],
  [['The write barrier costs time in every store of a reference'], 'the-write-barrier-costs-time-in'],
  [['taken'], 'taken-2'],
])('[C17] of %j comes %s', (candidates, id) => {
  expect(proposeId(candidates, new Set(['taken']))).toBe(id);
});

test('[C17] the id of the same note in another language is proposed', () => {
  const zh = { marking: cardOf('roots-first', '问？', '答。') };
  const en = { marking: ':::card\nWhy begin at the roots?\n\n***\n\nSo.\n:::' };
  const { issues } = compile({ locales: ['zh', 'en'], base: '/', files: courseOf({ zh, en }) });
  expect(issues).toMatchObject([
    { code: 'missing-id', hint: expect.stringContaining(':::card{#roots-first}') },
  ]);
});
