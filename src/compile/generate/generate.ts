import type { Card, Term } from '../../format/deck.ts';
import type { Question } from '../../format/question.ts';
import { toQuestion } from './draft.ts';
import type { FactContext } from './fact-draft.ts';
import { isProvedByTable } from './fact-proof.ts';
import { factQuestions } from './fact-questions.ts';
import { indexNames, toPlainTerm } from './plain-term.ts';
import { isProvedByTerms } from './term-proof.ts';
import { termQuestions } from './term-questions.ts';

/** The questions that terms give, each proved to have exactly one right answer. */
export function generateFromTerms(terms: readonly Term[], cards: readonly Card[]): Question[] {
  const plain = terms.map(toPlainTerm);
  const names = indexNames(plain);
  return termQuestions(plain, names, cards)
    .filter((draft) => isProvedByTerms(draft, names))
    .map(toQuestion);
}

/** The questions that a fact table gives, each proved to have exactly one right answer. */
export function generateFromFacts(context: FactContext): Question[] {
  return factQuestions(context)
    .filter((draft) => isProvedByTable(draft, context.table, context.locales))
    .map(toQuestion);
}
