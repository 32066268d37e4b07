import type { QuestionId } from '../format/id.ts';

/** How a group of questions was answered. */
export interface Tally<Group> {
  readonly group: Group;
  readonly asked: number;
  /** Of those asked, the ones wholly right. */
  readonly right: number;
  /** Mean score in hundredths over those asked; an unanswered one has none. Whole. */
  readonly score: number;
}

/** Tallies answers by group, in the order in which the groups are first asked. */
export function tallyBy<Group>(
  questions: readonly QuestionId[],
  attempts: readonly Answered[],
  groupOf: (question: QuestionId) => Group,
): Tally<Group>[] {
  const attemptOf = new Map(attempts.map((attempt) => [attempt.question, attempt]));
  return [...new Set(questions.map(groupOf))].map((group) => {
    const asked = questions.filter((question) => groupOf(question) === group);
    const answered = asked.flatMap((question) => attemptOf.get(question) ?? []);
    const sum = answered.reduce((total, { score }) => total + score, 0);
    return {
      group,
      asked: asked.length,
      right: answered.filter(({ verdict }) => verdict === 'right').length,
      score: Math.round(sum / asked.length),
    };
  });
}

interface Answered {
  readonly question: QuestionId;
  readonly score: number;
  readonly verdict: 'right' | 'partly' | 'wrong';
}
