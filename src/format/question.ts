import type { LessonId, NoteId, QuestionId } from './id.ts';
import type { Localized } from './locale.ts';
import type { Revised } from './revision.ts';

/** The kinds of question. A new one is a same-named file in `compile/kinds`, `quiz/kinds` and `components/kinds`. */
export const QUESTION_KINDS = ['choice', 'true-false', 'cloze', 'order', 'match'] as const;

/** One of {@link QUESTION_KINDS}. */
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/**
 * Names an option, item or pair within its question: it is the same in every locale and under reordering, and
 * changes when the default locale's text does.
 */
export type OptionKey = string;

/** What every question shows, in one locale. All texts are HTML rendered at build time. */
interface QuestionTextBase {
  readonly stem: string;
  /** From the gentlest to the plainest. */
  readonly hints: readonly string[];
  readonly explanation: string;
}

/** One option of a choice. */
export interface ChoiceOption {
  readonly key: OptionKey;
  readonly text: string;
  readonly correct: boolean;
  readonly feedback?: string;
}

/** Pick one option, or, if `multiple`, every right one. */
export interface ChoiceText extends QuestionTextBase {
  readonly kind: 'choice';
  readonly multiple: boolean;
  readonly options: readonly ChoiceOption[];
}

/** Say whether the stem is true. */
export interface TrueFalseText extends QuestionTextBase {
  readonly kind: 'true-false';
  readonly answer: boolean;
}

/** Type what belongs in the stem's one blank, which is an empty element of class `recall-blank`. */
export interface ClozeText extends QuestionTextBase {
  readonly kind: 'cloze';
  /** Plain text; at least one; the first is shown as the answer. */
  readonly accepted: readonly string[];
}

/** Put the items in order; they stand here in the right one. */
export interface OrderText extends QuestionTextBase {
  readonly kind: 'order';
  readonly items: readonly { readonly key: OptionKey; readonly text: string }[];
}

/** Join each left side with its right side; no right side fits two left sides. */
export interface MatchText extends QuestionTextBase {
  readonly kind: 'match';
  readonly pairs: readonly { readonly key: OptionKey; readonly left: string; readonly right: string }[];
}

/** A question in one locale. */
export type QuestionText = ChoiceText | TrueFalseText | ClozeText | OrderText | MatchText;

/** One question, the same memory in every locale. */
export interface Question extends Revised {
  readonly id: QuestionId;
  readonly kind: QuestionKind;
  /** Where its answer is taught; `tests` is the note there that it tests. */
  readonly lesson: LessonId;
  readonly tests: NoteId;
  /** `author`: from a question file; otherwise made from a term or a fact table, with the proof that one answer is right. */
  readonly origin: 'author' | 'term' | 'facts';
  /** 12 hex digits, only to notice change. */
  readonly digest: string;
  readonly texts: Localized<QuestionText>;
}

/** A question file: what `::quiz{#id}` puts into a lesson. */
export interface Quiz {
  readonly id: NoteId;
  readonly lesson: LessonId;
  readonly questions: readonly QuestionId[];
}
