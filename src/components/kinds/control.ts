import type { Response } from '../../format/event.ts';
import type { QuestionText } from '../../format/question.ts';
import type { Outcome } from '../../quiz/index.ts';
import type { Texts } from '../texts.ts';

/** What the control of a kind is given. It keeps no answer of its own. */
export interface ControlProps<Text extends QuestionText> {
  readonly text: Text;
  /** Fixes the order in which parts are shown. */
  readonly seed: number;
  /** Unique on the page; ids and names of form controls begin with it. */
  readonly name: string;
  /** Language tag of the question's text. */
  readonly language: string;
  readonly response: Response | undefined;
  /** Where there is one the answer is given: it is shown part by part and cannot be changed. */
  readonly outcome: Outcome | undefined;
  readonly texts: Texts;
  readonly onChange: (response: Response) => void;
}
