import { GRADES } from '../format/event.ts';
import { isItemId, type QuestionId } from '../format/id.ts';
import { EXAM_VERSION, type Exam } from './exam.ts';
import { PRACTICE_VERSION, type Practice } from './practice.ts';

/** A run of questions that survives the page. */
export type Session = Practice | Exam;

/** The text by which a session is kept. */
export function formatSession(session: Session): string {
  return JSON.stringify(session);
}

/**
 * Reads {@link formatSession} for a site that has the `known` questions; what the site no longer has is left out.
 * `undefined` for anything else: another version, damaged text, or nothing left to ask.
 */
export function parseSession(text: string, known: ReadonlySet<QuestionId>): Session | undefined {
  const value = parseJson(text);
  if (isPractice(value)) return prunePractice(value, known);
  return isExam(value) ? pruneExam(value, known) : undefined;
}

function prunePractice(practice: Practice, known: ReadonlySet<QuestionId>): Practice | undefined {
  const questions = practice.questions.filter((id) => known.has(id));
  const queue = practice.queue.filter((id) => known.has(id));
  const attempts = practice.attempts.filter(({ question }) => known.has(question));
  if (questions.length === 0) return undefined;
  const isSameInHand = queue[0] === practice.queue[0];
  const isAnswered = isSameInHand && practice.isAnswered && attempts.at(-1)?.question === queue[0];
  return { ...practice, questions, queue, attempts, isAnswered, hints: isSameInHand ? practice.hints : 0 };
}

function pruneExam(exam: Exam, known: ReadonlySet<QuestionId>): Exam | undefined {
  const questions = exam.questions.filter((id) => known.has(id));
  const [first] = questions;
  if (first === undefined) return undefined;
  const inHand = exam.questions[exam.place] ?? first;
  const { finish } = exam;
  return {
    ...exam,
    questions,
    place: Math.max(0, questions.indexOf(inHand)),
    sheet: exam.sheet.filter(({ question }) => known.has(question)),
    flags: exam.flags.filter((id) => known.has(id)),
    ...(finish && {
      finish: { ...finish, attempts: finish.attempts.filter(({ question }) => known.has(question)) },
    }),
  };
}

function isPractice(value: unknown): value is Practice {
  return fits(value, {
    ...BASE,
    version: is(PRACTICE_VERSION),
    mode: is('practice'),
    queue: listOf(isItemId),
    hints: isCount,
    isAnswered: (flag) => typeof flag === 'boolean',
    attempts: listOf(isAttempt),
  });
}

function isExam(value: unknown): value is Exam {
  return fits(value, {
    ...BASE,
    version: is(EXAM_VERSION),
    mode: is('exam'),
    limitMs: isCount,
    place: isCount,
    sheet: listOf(isSheetEntry),
    flags: listOf(isItemId),
    finish: (finish) => finish === undefined || fits(finish, { at: isMoment, attempts: listOf(isAttempt) }),
  });
}

function isAttempt(value: unknown): boolean {
  return fits(value, {
    question: isItemId,
    response: isResponse,
    hints: isCount,
    durationMs: isCount,
    score: (score) => isCount(score) && Number(score) <= 100,
    grade: is(...GRADES),
    verdict: is('right', 'partly', 'wrong'),
    at: isMoment,
  });
}

function isSheetEntry(value: unknown): boolean {
  return fits(value, {
    question: isItemId,
    durationMs: isCount,
    response: (response) => response === undefined || isResponse(response),
  });
}

function isResponse(value: unknown): boolean {
  return [
    { truth: (truth: unknown) => typeof truth === 'boolean' },
    { text: isText },
    { keys: listOf(isText) },
  ].some((form) => fits(value, form));
}

function fits(value: unknown, shape: Shape): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map(Object.entries(value));
  return Object.entries(shape).every(([name, isGood]) => isGood(fields.get(name)));
}

function is(...allowed: readonly unknown[]): IsGood {
  return (value) => allowed.includes(value);
}

function listOf(isGood: IsGood): IsGood {
  return (value) => Array.isArray(value) && value.every((one) => isGood(one));
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isMoment(value: unknown): boolean {
  return Number.isFinite(value);
}

function isCount(value: unknown): boolean {
  return isMoment(value) && Number(value) >= 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const BASE: Shape = {
  seed: isCount,
  startedAt: isMoment,
  shownAt: isMoment,
  questions: listOf(isItemId),
};

type IsGood = (value: unknown) => boolean;
type Shape = Readonly<Record<string, IsGood>>;
