import type { DeckCard, DeckQuestion, LessonDeck } from './deck.ts';
import type { QuestionId } from './id.ts';
import type { Locale } from './locale.ts';
import { type CardBasis, cardsOfTerm, choiceOfTerm, type PackedTerm } from './packed-term.ts';
import { type PackedText, unpackText } from './packed-text.ts';
import { usualKind, usualNote } from './usual-item.ts';

/**
 * `/<prefix>/<locale>/<lesson>.json`: a {@link LessonDeck} that says what it knows of a term once. For example
 * `{"terms":[["root","b505","Root","<p>Where marking starts.</p>"]],"cards":[{"term":0}],…}` has two cards,
 * `root.meaning` and `root.name`.
 */
export interface PackedLesson extends Pick<LessonDeck, 'version' | 'lesson' | 'title'> {
  /** Of the items that do not say theirs. */
  readonly locale: Locale;
  /** What questions that are made of a term begin with, as HTML. */
  readonly ask: string;
  readonly terms: readonly PackedTerm[];
  readonly cards: readonly (TermCards | PackedCard)[];
  readonly questions: readonly (TermChoice | PackedQuestion)[];
}

/** Both cards of the term at this place in {@link PackedLesson.terms}. */
interface TermCards extends Partial<CardBasis> {
  readonly term: number;
}

/** The question `<note>.choice` for a term; `options` are places in {@link PackedLesson.terms}, that of the term among them. */
interface TermChoice extends TermCards {
  readonly options: readonly number[];
}

/** `kind`, `note` and `locale` are absent where they are the usual ones. */
type PackedCard = Pick<DeckCard, 'id' | 'front' | 'back'> & Partial<DeckCard>;

type PackedQuestion = PackedText & Pick<DeckQuestion, 'id'> & Partial<Omit<DeckQuestion, 'text'>>;

/** The deck of a document: what `packLesson` was given. */
export function unpackLesson(packed: PackedLesson): LessonDeck {
  const { version, lesson, title, locale, ask, terms } = packed;
  const termAt = (place: number) => terms[place] as PackedTerm;
  return {
    version,
    lesson,
    title,
    cards: packed.cards.flatMap((card): DeckCard[] => {
      if (!('term' in card)) return [{ kind: usualKind(card.id), note: usualNote(card.id), locale, ...card }];
      const { term, ...basis } = card;
      return cardsOfTerm(termAt(term), { locale, ...basis });
    }),
    questions: packed.questions.map((question): DeckQuestion => {
      if ('term' in question) {
        const { term: place, options, ...basis } = question;
        const term = termAt(place);
        const [note] = term;
        const id = `${note}.choice` as QuestionId;
        return { id, note, locale, ...basis, text: choiceOfTerm(term, options.map(termAt), ask) };
      }
      const { id, note = usualNote(id), locale: own = locale, was, ...text } = question;
      return { id, note, locale: own, text: unpackText(text), ...(was === undefined ? {} : { was }) };
    }),
  };
}
