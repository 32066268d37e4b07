import { type ReadonlySignal, signal } from '@preact/signals';
import type { Response } from '../../format/event.ts';
import type { QuestionId } from '../../format/id.ts';
import {
  applyPractice,
  createPractice,
  type Practice,
  type PracticeAction,
  practiceInHand,
} from '../../quiz/index.ts';
import type { ShownQuestion } from '../decks.ts';
import { explainFailure, type Failure } from '../failure/failure.ts';
import type { Study } from '../study.ts';
import { recordAttempt } from './answer-record.ts';
import { type GivenAnswer, givenBy } from './given-answer.ts';
import type { KeptSession } from './kept-session.ts';

/** What the practice screen shows. */
export type PracticeView =
  | { readonly state: 'setup' }
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | ({ readonly state: 'asking' } & Asked)
  | { readonly state: 'finished'; readonly practice: Practice };

/** Practice over a learner's log, from choosing the questions to the result. */
export interface PracticeRun {
  readonly view: ReadonlySignal<PracticeView>;
  start(questions: readonly QuestionId[], seed: number): void;
  hint(): void;
  answer(response: Response): void;
  next(): void;
  end(): void;
  /** After the result: back to choosing. */
  leave(): void;
  /** After a failure: tries the same question again. */
  retry(): void;
}

/** Starts with what was kept, or with choosing. Every answer is recorded before it is kept. */
export function createPracticeRun(study: Study, kept: KeptSession<Practice>): PracticeRun {
  const view = signal<PracticeView>({ state: 'setup' });
  const questions = new Map(study.decks.questions.map((question) => [question.id, question]));
  let practice: Practice | undefined;

  const show = async (shown: Practice) => {
    const inHand = practiceInHand(shown);
    const question = inHand && questions.get(inHand.question);
    if (!inHand || !question) {
      view.value = shown.attempts.length > 0 ? { state: 'finished', practice: shown } : { state: 'setup' };
      return;
    }
    try {
      const text = await study.decks.loadQuestion(question);
      if (practice !== shown) return;
      const last = shown.isAnswered ? shown.attempts.at(-1) : undefined;
      const { seed, isAgain } = inHand;
      const given = last && givenBy(last, text);
      view.value = { state: 'asking', practice: shown, question: text, seed, isAgain, given };
    } catch (error) {
      if (practice === shown) view.value = { state: 'failed', failure: explainFailure(error) };
    }
  };
  const become = (next: Practice | undefined) => {
    practice = next;
    // A finished practice is kept no longer: its answers are in the log.
    kept.keep(next && practiceInHand(next) ? next : undefined);
    if (next) void show(next);
    else view.value = { state: 'setup' };
  };
  const act = (action: PracticeAction) => {
    if (!practice) return;
    const next = applyPractice(practice, action);
    if (next === practice) return;
    const attempt = next.attempts.length > practice.attempts.length ? next.attempts.at(-1) : undefined;
    if (attempt) recordAttempt(study, attempt);
    become(next);
  };
  const asked = () => (view.value.state === 'asking' ? view.value : undefined);

  const loaded = kept.load();
  if (loaded && practiceInHand(loaded)) {
    view.value = { state: 'loading' };
    become(applyPractice(loaded, { type: 'resume', at: study.now().at }));
  }

  return {
    view,
    start: (ids, seed) => become(createPractice(ids, seed, study.now().at)),
    hint: () => {
      const shown = asked();
      if (shown) act({ type: 'hint', text: shown.question.text });
    },
    answer: (response) => {
      const shown = asked();
      if (!shown) return;
      const { id, text } = shown.question;
      act({ type: 'answer', question: id, text, response, at: study.now().at });
    },
    next: () => act({ type: 'next', at: study.now().at }),
    end: () => act({ type: 'end' }),
    leave: () => become(undefined),
    retry: () => {
      if (!practice) return;
      view.value = { state: 'loading' };
      void show(practice);
    },
  };
}

interface Asked {
  readonly practice: Practice;
  readonly question: ShownQuestion;
  readonly seed: number;
  readonly isAgain: boolean;
  readonly given: GivenAnswer | undefined;
}
