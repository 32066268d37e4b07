import { type ReadonlySignal, signal } from '@preact/signals';
import type { Response } from '../../format/event.ts';
import type { QuestionId } from '../../format/id.ts';
import { applyExam, createExam, type Exam, type ExamAction, remainingMs } from '../../quiz/index.ts';
import type { ShownQuestion } from '../decks.ts';
import { explainFailure, type Failure } from '../failure/failure.ts';
import type { Study } from '../study.ts';
import { recordExam } from './answer-record.ts';
import type { KeptSession } from './kept-session.ts';

/** What the exam screen shows. */
export type ExamView =
  | { readonly state: 'setup' }
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'sitting' | 'finished'; readonly exam: Exam; readonly questions: ExamQuestions };

/** The texts of an exam, all loaded before it begins, so that a lost network cannot spoil it. */
export type ExamQuestions = ReadonlyMap<QuestionId, ShownQuestion>;

/** An exam over a learner's log, from choosing the questions to the result. */
export interface ExamRun {
  readonly view: ReadonlySignal<ExamView>;
  /** Time left in milliseconds, as of the last {@link tick}. */
  readonly leftMs: ReadonlySignal<number>;
  start(questions: readonly QuestionId[], limitMs: number, seed: number): void;
  /** Writes an answer on the sheet, or with `undefined` takes it back. */
  respond(question: QuestionId, response: Response | undefined): void;
  turn(place: number): void;
  flag(question: QuestionId): void;
  handIn(): void;
  /** Reads the clock, and hands in when the time is up. */
  tick(): void;
  /** After the result: back to choosing. */
  leave(): void;
  /** After a failure: loads the questions again. */
  retry(): void;
}

/** Starts with what was kept, or with choosing. Nothing is recorded before the exam is handed in. */
export function createExamRun(study: Study, kept: KeptSession<Exam>): ExamRun {
  const view = signal<ExamView>({ state: 'setup' });
  const leftMs = signal(0);
  let waiting: (() => Promise<void>) | undefined;

  const load = async (create: () => Exam, ids: readonly QuestionId[]) => {
    view.value = { state: 'loading' };
    const wanted = new Set(ids);
    waiting = () => load(create, ids);
    try {
      const loading = study.decks.questions.filter(({ id }) => wanted.has(id)).map(study.decks.loadQuestion);
      const questions = new Map((await Promise.all(loading)).map((question) => [question.id, question]));
      // The clock of a new exam begins when its questions are there.
      become(create(), questions);
      tick();
    } catch (error) {
      view.value = { state: 'failed', failure: explainFailure(error) };
    }
  };
  const become = (exam: Exam, questions: ExamQuestions) => {
    kept.keep(exam);
    leftMs.value = remainingMs(exam, study.now().at);
    if (exam.finish) recordExam(study, exam.finish.attempts);
    view.value = { state: exam.finish ? 'finished' : 'sitting', exam, questions };
  };
  const act = (action: ExamAction) => {
    const shown = view.value;
    if (shown.state !== 'sitting') return;
    const exam = applyExam(shown.exam, action);
    if (exam !== shown.exam) become(exam, shown.questions);
  };
  const handIn = () => {
    const shown = view.value;
    if (shown.state !== 'sitting') return;
    const texts = new Map([...shown.questions].map(([id, { text }]) => [id, text]));
    act({ type: 'finish', texts, at: study.now().at });
  };
  const tick = () => {
    const shown = view.value;
    if (shown.state !== 'sitting') return;
    leftMs.value = remainingMs(shown.exam, study.now().at);
    if (leftMs.value <= 0) handIn();
  };

  const loaded = kept.load();
  if (loaded) {
    void load(() => applyExam(loaded, { type: 'resume', at: study.now().at }), loaded.questions);
  }

  return {
    view,
    leftMs,
    start: (ids, limitMs, seed) => void load(() => createExam(ids, limitMs, seed, study.now().at), ids),
    respond: (question, response) => act({ type: 'respond', question, response, at: study.now().at }),
    turn: (place) => act({ type: 'turn', place, at: study.now().at }),
    flag: (question) => act({ type: 'flag', question }),
    handIn,
    tick,
    leave: () => {
      kept.keep(undefined);
      view.value = { state: 'setup' };
    },
    retry: () => void waiting?.(),
  };
}
