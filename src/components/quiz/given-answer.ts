import type { Response } from '../../format/event.ts';
import { type Assessment, type Attempt, assess } from '../../quiz/index.ts';
import type { ShownQuestion } from '../decks.ts';

/** A response with what it earned, as a card shows it. */
export interface GivenAnswer {
  readonly response: Response;
  readonly assessment: Assessment;
  readonly hints: number;
}

/** An attempt as a card shows it, judged again by the question's present text. */
export function givenBy(attempt: Attempt, { text }: ShownQuestion): GivenAnswer {
  const { response, hints } = attempt;
  return { response, hints, assessment: assess(text, response, attempt) };
}

/** A question that was never answered, as a card shows it. */
export function unanswered({ text }: ShownQuestion): GivenAnswer {
  const response = { keys: [] };
  return { response, hints: 0, assessment: assess(text, response, { hints: 0, durationMs: 0 }) };
}
