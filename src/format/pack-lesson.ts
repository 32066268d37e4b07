import type { DeckCard, DeckQuestion, LessonDeck } from './deck.ts';
import type { NoteId } from './id.ts';
import type { Locale } from './locale.ts';
import type { PackedLesson } from './packed-lesson.ts';
import { type CardBasis, cardsOfTerm, choiceOfTerm, type PackedTerm } from './packed-term.ts';
import { packText } from './packed-text.ts';
import { aliasesHtml, nameHtml } from './term-html.ts';
import { usualKind, usualNote } from './usual-item.ts';

type Packed<Part extends 'cards' | 'questions'> = PackedLesson[Part][number];

/**
 * The document of a lesson's deck. A card or question is made of a term if the reader would make just the same of it;
 * any other is written out.
 */
export function packLesson({ version, lesson, title, cards, questions }: LessonDeck): PackedLesson {
  const locale = cards[0]?.locale ?? questions[0]?.locale ?? '';
  const terms = createTerms();
  const packedCards = packCards(cards, locale, terms, keysOf(questions));
  const ask = findAsk(questions, terms);
  const packedQuestions = questions.map(
    (question) => packChoice(question, locale, terms, ask) ?? packQuestion(question, locale),
  );
  return {
    version,
    lesson,
    title,
    locale,
    ask,
    terms: terms.list,
    cards: packedCards,
    questions: packedQuestions,
  };
}

/** That of a term of another lesson. */
const NO_NOTE = '' as NoteId;

/** The terms of a deck, found by their note, or by what an option says of them. */
interface Terms {
  readonly list: readonly PackedTerm[];
  ofNote(note: NoteId): number | undefined;
  ofOption(term: PackedTerm): number | undefined;
  add(term: PackedTerm): number;
}

function createTerms(): Terms {
  const list: PackedTerm[] = [];
  const byNote = new Map<string, number>();
  const byDefinition = new Map<string, number>();
  return {
    list,
    ofNote: (note) => byNote.get(note),
    ofOption: ([, key, name, definition]) => {
      const place = byDefinition.get(definition);
      const known = list[place ?? -1];
      return known?.[1] === key && known[2] === name ? place : undefined;
    },
    add: (term) => {
      const place = list.push(term) - 1;
      if (term[0] !== NO_NOTE) byNote.set(term[0], place);
      byDefinition.set(term[3], place);
      return place;
    },
  };
}

/** By note, the keys by which the right options of generated questions go. */
function keysOf(questions: readonly DeckQuestion[]): ReadonlyMap<string, string> {
  return new Map(
    questions.flatMap(({ id, note, text }): [string, string][] => {
      if (id !== choiceId(note) || text.kind !== 'choice') return [];
      return text.options.filter(({ correct }) => correct).map(({ key }) => [note, key]);
    }),
  );
}

function packCards(
  cards: readonly DeckCard[],
  locale: Locale,
  terms: Terms,
  keys: ReadonlyMap<string, string>,
): Packed<'cards'>[] {
  const packed: Packed<'cards'>[] = [];
  for (let place = 0; place < cards.length; place += 1) {
    const card = cards[place] as DeckCard;
    const next = cards[place + 1];
    const term = next && termOf(card, next, keys.get(card.note) ?? '');
    if (term) {
      packed.push({ term: terms.add(term), ...packBasis(card, locale) });
      place += 1;
    } else packed.push(packCard(card, locale));
  }
  return packed;
}

const [NAME_START = '', NAME_END = ''] = nameHtml('\n').split('\n');
const [ALIASES_START = '', ALIASES_END = ''] = aliasesHtml('\n').split('\n');

/** The term that two neighbours are the cards of, if they are. */
function termOf(meaning: DeckCard, name: DeckCard, key: string): PackedTerm | undefined {
  const { note, front, back: definition } = meaning;
  if (meaning.kind !== 'term-meaning') return undefined;
  const word = front.slice(NAME_START.length, -NAME_END.length);
  const aliases = name.back.slice(front.length + ALIASES_START.length, -ALIASES_END.length);
  const masked = name.front === definition ? [] : [name.front];
  const term: PackedTerm =
    aliases === '' && masked.length === 0
      ? [note, key, word, definition]
      : [note, key, word, definition, aliases, ...(masked as [string?])];
  return isSame(cardsOfTerm(term, basisOf(meaning)), [meaning, name]) ? term : undefined;
}

function packCard(card: DeckCard, locale: Locale): Packed<'cards'> {
  const { id, kind, note, front, back } = card;
  return {
    id,
    ...(kind === usualKind(id) ? {} : { kind }),
    ...(note === usualNote(id) ? {} : { note }),
    front,
    back,
    ...packBasis(card, locale),
  };
}

/** What the generated questions begin with: that of the first one. */
function findAsk(questions: readonly DeckQuestion[], terms: Terms): string {
  for (const { id, note, text } of questions) {
    const term = terms.list[terms.ofNote(note) ?? -1];
    if (!term || id !== choiceId(note)) continue;
    const [, , , definition, , masked = definition] = term;
    if (text.stem.endsWith(masked)) return text.stem.slice(0, text.stem.length - masked.length);
  }
  return '';
}

function packChoice(
  question: DeckQuestion,
  locale: Locale,
  terms: Terms,
  ask: string,
): Packed<'questions'> | undefined {
  const { id, note, text } = question;
  const place = terms.ofNote(note);
  const term = terms.list[place ?? -1];
  if (place === undefined || !term || id !== choiceId(note) || text.kind !== 'choice') return undefined;
  const options = text.options.map(
    ({ key, text: name, correct, feedback = '' }): PackedTerm =>
      correct ? term : [NO_NOTE, key, name, feedback],
  );
  const isTwice = options.some((option) => option !== term && terms.ofOption(option) === place);
  if (isTwice || !isSame(choiceOfTerm(term, options, ask), text)) return undefined;
  return {
    term: place,
    options: options.map((option) =>
      option === term ? place : (terms.ofOption(option) ?? terms.add(option)),
    ),
    ...packBasis(question, locale),
  };
}

function packQuestion(question: DeckQuestion, locale: Locale): Packed<'questions'> {
  const { id, note, text } = question;
  return {
    id,
    ...(note === usualNote(id) ? {} : { note }),
    ...packText(text),
    ...packBasis(question, locale),
  };
}

function choiceId(note: NoteId): string {
  return `${note}.choice`;
}

function basisOf({ locale, was }: CardBasis): CardBasis {
  return { locale, ...(was === undefined ? {} : { was }) };
}

function packBasis(item: CardBasis, usual: Locale): Partial<CardBasis> {
  const { locale, ...rest } = basisOf(item);
  return locale === usual ? rest : { locale, ...rest };
}

function isSame(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
