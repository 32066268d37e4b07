import type { IssueTable } from './issue-kind.ts';

/** What the messages on files of questions, and the lines that show them are built of. */
export interface QuizIssues {
  'duplicate-quiz': { readonly id: string; readonly other: string };
  'quiz-embedded-twice': { readonly id: string; readonly other: string };
  'quiz-in-other-lesson': { readonly id: string; readonly lesson: string; readonly file: string };
  'quiz-not-embedded': { readonly id: string; readonly pages: readonly string[] };
  'unknown-quiz': { readonly id: string | undefined; readonly near: string | undefined };
}

/** The mistakes in files of questions, and the lines that show them. */
export const QUIZ_ISSUES: IssueTable<QuizIssues> = {
  'duplicate-quiz': {
    severity: 'error',
    message: ({ id, other }) => `The name \`${id}\` is already used by ${other}.`,
    hint: () =>
      'the name of the file is what `::quiz{#…}` calls, so rename one of them, e.g. after its lesson.',
  },
  'quiz-embedded-twice': {
    severity: 'error',
    message: ({ id, other }) => `The quiz \`${id}\` is already shown at ${other}.`,
    hint: () => 'show it once and link to that place.',
  },
  'quiz-in-other-lesson': {
    severity: 'error',
    message: ({ id, lesson }) =>
      `The quiz \`${id}\` does not belong to this page, but to the lesson ${lesson}.`,
    hint: ({ lesson, file }) => `move this line to that lesson, or change \`lesson: ${lesson}\` in ${file}.`,
  },
  'quiz-not-embedded': {
    severity: 'warning',
    message: ({ id, pages }) => `The quiz \`${id}\` is not shown in ${pages.join(' and ')}.`,
    hint: ({ id }) => `write \`::quiz{#${id}}\` there on a line of its own.`,
  },
  'unknown-quiz': {
    severity: 'error',
    message: ({ id }) => (id === undefined ? 'This line names no quiz.' : `There is no quiz \`${id}\`.`),
    hint: ({ near }) =>
      near === undefined
        ? 'write the questions as quizzes/<module>/<name>.yaml and show them by `::quiz{#<name>}`.'
        : `did you mean \`::quiz{#${near}}\`?`,
  },
};
