import fc from 'fast-check';
import {
  type CardKind,
  DECK_VERSION,
  type DeckCard,
  type DeckQuestion,
  type LessonDeck,
} from '../../src/format/deck.ts';
import type { CardId, ItemId, LessonId, NoteId, QuestionId } from '../../src/format/id.ts';
import type { QuestionText } from '../../src/format/question.ts';

/** Records as they come out of JSON. */
export function record<T>(model: { [Name in keyof T]: fc.Arbitrary<T[Name]> }): fc.Arbitrary<T> {
  return fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;
}

/** A text of few that are often equal, or begin or end with each other. */
export const TEXT = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ab', '<p>a</p>', '<p>b</p>', '<p></p>', '<p>a</p><p>b</p>'),
  fc.constantFrom('<p>a</p><p class="recall-aliases">b</p>', '<p>a</p><p class="recall-aliases"></p>'),
  fc.string(),
);

/** An id of the form that ids have, often one that a term could give. */
export function ids<Id extends ItemId | NoteId>(): fc.Arbitrary<Id> {
  const parts = fc.constantFrom(
    '',
    '',
    '.meaning',
    '.name',
    '.choice',
    '.translation',
    '.a',
    '.constructor',
    '.a.b',
  );
  return fc.tuple(fc.constantFrom('a', 'b'), parts).map(([note, part]) => (note + part) as Id);
}

export const CARD_KINDS: readonly CardKind[] = [
  'basic',
  'term-meaning',
  'term-name',
  'term-translation',
  'cloze',
  'fact',
];

const LOCALE = fc.constantFrom('en', 'zh');
const key = fc.constantFrom('k', 'l', '0001');
const shared = { stem: TEXT, hints: fc.array(TEXT, { maxLength: 2 }), explanation: TEXT };

const CARDS: fc.Arbitrary<DeckCard> = optional(
  {
    id: ids<CardId>(),
    kind: fc.constantFrom(...CARD_KINDS),
    note: ids<NoteId>(),
    locale: LOCALE,
    front: TEXT,
    back: TEXT,
  },
  { was: TEXT },
);

const TEXTS: fc.Arbitrary<QuestionText> = fc.oneof(
  record({
    ...shared,
    kind: fc.constant('choice' as const),
    multiple: fc.boolean(),
    options: fc.array(optional({ key, text: TEXT, correct: fc.boolean() }, { feedback: TEXT }), {
      maxLength: 4,
    }),
  }),
  record({ ...shared, kind: fc.constant('true-false' as const), answer: fc.boolean() }),
  record({ ...shared, kind: fc.constant('cloze' as const), accepted: fc.array(TEXT) }),
  record({
    ...shared,
    kind: fc.constant('order' as const),
    items: fc.array(record({ key, text: TEXT })),
  }),
  record({
    ...shared,
    kind: fc.constant('match' as const),
    pairs: fc.array(record({ key, left: TEXT, right: TEXT })),
  }),
);

const QUESTIONS: fc.Arbitrary<DeckQuestion> = optional(
  { id: ids<QuestionId>(), note: ids<NoteId>(), locale: LOCALE, text: TEXTS },
  { was: TEXT },
);

/** Any deck of a lesson. */
export const DECKS: fc.Arbitrary<LessonDeck> = record({
  version: fc.constant<typeof DECK_VERSION>(DECK_VERSION),
  lesson: fc.constant('a/b' as LessonId),
  title: fc.string(),
  cards: fc.array(CARDS, { maxLength: 6 }),
  questions: fc.array(QUESTIONS, { maxLength: 4 }),
});

/** The deck with one of its texts changed: into another text, or into what stands at another place. */
export function replaceText(deck: LessonDeck, place: number, by: string | number): LessonDeck {
  const places: string[] = [];
  walk(deck, (text) => places.push(text));
  const other = typeof by === 'string' ? by : (places[by % places.length] ?? '');
  let count = 0;
  return walk(deck, (text) => (count++ === place % places.length ? other : text)) as LessonDeck;
}

/** Goes through all strings but kinds. */
function walk(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => walk(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === 'kind' ? each : walk(each, change)]),
  );
}

function optional<T extends object, Rest extends object>(
  needed: { [Name in keyof T]: fc.Arbitrary<T[Name]> },
  rest: { [Name in keyof Rest]: fc.Arbitrary<Rest[Name]> },
): fc.Arbitrary<T & Partial<Rest>> {
  const requiredKeys = Object.keys(needed) as never[];
  return fc.record(
    { ...needed, ...rest },
    { requiredKeys, noNullPrototype: true },
  ) as unknown as fc.Arbitrary<T & Partial<Rest>>;
}
