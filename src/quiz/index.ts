export { type Assessment, assess } from './assessment.ts';
export { type Attempt, attemptSeed, createAttempt, thinkingTime } from './attempt.ts';
export {
  applyExam,
  createExam,
  type Exam,
  type ExamAction,
  examSeed,
  remainingMs,
  responseOf,
} from './exam.ts';
export type { CreditRule, Mark, NearMiss, Outcome, TextOfKind, Verdict } from './kind.ts';
export {
  isComplete,
  presentQuestion,
  startResponse,
} from './kinds/index.ts';
export { readJoined, writeJoined } from './kinds/match.ts';
export {
  applyPractice,
  createPractice,
  firstAttempts,
  type Practice,
  type PracticeAction,
  practiceInHand,
} from './practice.ts';
export { type Choosing, moduleOf, type Scope, selectQuestions } from './select.ts';
export { formatSession, parseSession } from './session.ts';
export { seedOf } from './shuffle.ts';
export { tallyBy } from './tally.ts';
