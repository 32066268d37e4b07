import type { DeckCard } from './deck.ts';
import type { CardId, NoteId } from './id.ts';
import type { ChoiceText, OptionKey } from './question.ts';
import { aliasesHtml, nameHtml } from './term-html.ts';

/**
 * A term of which a lesson's deck makes cards and questions. `key` is that of an option which names it, or empty. `name`
 * is inline HTML; `definition` is HTML, and so is `masked`, its form without the names, where it is another one.
 * `aliases` is the inline HTML below the name. Of a term that is only among the options `note` is empty.
 */
export type PackedTerm = readonly [
  note: NoteId,
  key: OptionKey,
  name: string,
  definition: string,
  aliases?: string,
  masked?: string,
];

/** What both cards of a term have in common. */
export type CardBasis = Pick<DeckCard, 'locale' | 'was'>;

/** The cards of a term: what its name means, and what it is called. */
export function cardsOfTerm(term: PackedTerm, basis: CardBasis): [DeckCard, DeckCard] {
  const [note, , name, definition, aliases, masked = definition] = term;
  const shownName = nameHtml(name);
  return [
    {
      id: `${note}.meaning` as CardId,
      kind: 'term-meaning',
      note,
      front: shownName,
      back: definition,
      ...basis,
    },
    {
      id: `${note}.name` as CardId,
      kind: 'term-name',
      note,
      front: masked,
      back: aliases ? shownName + aliasesHtml(aliases) : shownName,
      ...basis,
    },
  ];
}

/** The question for the name of a term: `ask`, its definition without names, and `options`, the term among them. */
export function choiceOfTerm(term: PackedTerm, options: readonly PackedTerm[], ask: string): ChoiceText {
  const [, , name, definition, , masked = definition] = term;
  return {
    kind: 'choice',
    multiple: false,
    stem: ask + masked,
    hints: [],
    options: options.map((option) => {
      const [, key, text, feedback] = option;
      return option === term ? { key, text, correct: true } : { key, text, correct: false, feedback };
    }),
    explanation: nameHtml(name) + definition,
  };
}
