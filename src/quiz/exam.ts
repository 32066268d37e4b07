import type { Response } from '../format/event.ts';
import type { QuestionId } from '../format/id.ts';
import type { QuestionText } from '../format/question.ts';
import { assess } from './assessment.ts';
import { type Attempt, attemptSeed, createAttempt, thinkingTime } from './attempt.ts';

/** An exam: all questions at hand, a time limit, no feedback before the end. Plain JSON. */
export interface Exam {
  readonly version: typeof EXAM_VERSION;
  readonly mode: 'exam';
  readonly seed: number;
  readonly startedAt: number;
  readonly limitMs: number;
  readonly questions: readonly QuestionId[];
  /** Place of the question in hand among the questions. */
  readonly place: number;
  /** When the one in hand was turned to, in milliseconds UTC. */
  readonly shownAt: number;
  readonly sheet: readonly SheetEntry[];
  readonly flags: readonly QuestionId[];
  readonly finish?: ExamFinish;
}

/** The answer that stands on the sheet for one question, with the time spent on it so far. */
export interface SheetEntry {
  readonly question: QuestionId;
  /** Absent where the question was only looked at. */
  readonly response?: Response;
  readonly durationMs: number;
}

/** The end of an exam. */
export interface ExamFinish {
  /** Never after the deadline; milliseconds UTC. */
  readonly at: number;
  /** One per question answered, in the order of the questions; what was left open is no sign of forgetting. */
  readonly attempts: readonly Attempt[];
}

/** What can happen in an exam. `at` is in milliseconds UTC. */
export type ExamAction =
  | {
      readonly type: 'respond';
      readonly question: QuestionId;
      /** `undefined` takes the answer back. */
      readonly response: Response | undefined;
      readonly at: number;
    }
  | { readonly type: 'turn'; readonly place: number; readonly at: number }
  | { readonly type: 'flag'; readonly question: QuestionId }
  /** The page was closed meanwhile: time away counts for the limit, not for the question in hand. */
  | { readonly type: 'resume'; readonly at: number }
  | { readonly type: 'finish'; readonly texts: ReadonlyMap<QuestionId, QuestionText>; readonly at: number };

/** Version of {@link Exam} as JSON. */
export const EXAM_VERSION = 1;

/** Starts an exam at `at`, milliseconds UTC. */
export function createExam(
  questions: readonly QuestionId[],
  limitMs: number,
  seed: number,
  at: number,
): Exam {
  return {
    version: EXAM_VERSION,
    mode: 'exam',
    seed,
    startedAt: at,
    limitMs,
    questions: [...new Set(questions)],
    place: 0,
    shownAt: at,
    sheet: [],
    flags: [],
  };
}

/** The exam after an action; the same object if the action does not fit or comes after the time. */
export function applyExam(exam: Exam, action: ExamAction): Exam {
  if (exam.finish) return exam;
  switch (action.type) {
    case 'respond': {
      const { question, response, at } = action;
      if (question !== exam.questions[exam.place] || remainingMs(exam, at) <= 0) return exam;
      return { ...exam, sheet: withResponse(exam.sheet, question, isBlank(response) ? undefined : response) };
    }
    case 'turn': {
      const { place, at } = action;
      if (exam.questions[place] === undefined || place === exam.place) return exam;
      return { ...exam, sheet: withTime(exam, at), place, shownAt: at };
    }
    case 'flag': {
      const { question } = action;
      if (!exam.questions.includes(question)) return exam;
      const others = exam.flags.filter((flag) => flag !== question);
      return { ...exam, flags: others.length < exam.flags.length ? others : [...others, question] };
    }
    case 'resume':
      return { ...exam, shownAt: action.at };
    case 'finish': {
      const at = Math.min(action.at, exam.startedAt + exam.limitMs);
      const sheet = withTime(exam, at);
      return {
        ...exam,
        sheet,
        finish: { at, attempts: gradeSheet(exam.questions, sheet, action.texts, at) },
      };
    }
  }
}

/** What is left of the time, from 0 to the limit, in milliseconds; a clock set back gives none. */
export function remainingMs({ startedAt, limitMs }: Exam, now: number): number {
  return Math.min(limitMs, Math.max(0, startedAt + limitMs - now));
}

/** The answer that stands on the sheet for a question. */
export function responseOf({ sheet }: Exam, question: QuestionId): Response | undefined {
  return sheet.find((entry) => entry.question === question)?.response;
}

/** The seed by which a question of the exam is shown, the same whenever it is turned to. */
export function examSeed({ seed }: Exam, question: QuestionId): number {
  return attemptSeed(seed, question, 0);
}

function gradeSheet(
  questions: readonly QuestionId[],
  sheet: readonly SheetEntry[],
  texts: ReadonlyMap<QuestionId, QuestionText>,
  at: number,
): Attempt[] {
  return questions.flatMap((question) => {
    const { response, durationMs = 0 } = sheet.find((entry) => entry.question === question) ?? {};
    const text = texts.get(question);
    if (response === undefined || text === undefined) return [];
    const effort = { hints: 0, durationMs };
    return [createAttempt({ question, response, ...effort, at }, assess(text, response, effort))];
  });
}

/** A field emptied again, or every box unticked. */
function isBlank(response: Response | undefined): boolean {
  if (response === undefined) return true;
  return 'text' in response ? response.text.trim() === '' : 'keys' in response && response.keys.length === 0;
}

function withResponse(
  sheet: readonly SheetEntry[],
  question: QuestionId,
  response: Response | undefined,
): SheetEntry[] {
  const { durationMs = 0 } = sheet.find((entry) => entry.question === question) ?? {};
  return withEntry(sheet, { question, durationMs, ...(response && { response }) });
}

/** The sheet with the time spent on the question in hand since it was turned to. */
function withTime({ sheet, questions, place, shownAt }: Exam, at: number): readonly SheetEntry[] {
  const question = questions[place];
  if (question === undefined) return sheet;
  const entry = sheet.find((candidate) => candidate.question === question) ?? { question, durationMs: 0 };
  return withEntry(sheet, { ...entry, durationMs: entry.durationMs + thinkingTime(shownAt, at) });
}

function withEntry(sheet: readonly SheetEntry[], entry: SheetEntry): SheetEntry[] {
  return [...sheet.filter(({ question }) => question !== entry.question), entry];
}
