import type { IssueTable } from './issue-kind.ts';

/** What the messages on questions are built of. */
export interface QuestionIssues {
  'absolute-distractor': { readonly word: string };
  'catch-all-option': { readonly text: string };
  'duplicate-option': { readonly what: string; readonly text: string; readonly other: string };
  'key-often-longest': Tally;
  'key-position-skewed': Tally & { readonly position: number };
  'misplaced-blank': { readonly count: number };
  'no-right-answer': Record<never, never>;
  'no-wrong-answer': Record<never, never>;
  'several-right-answers': { readonly count: number };
  'too-few-distractors': { readonly count: number };
  'too-few-entries': { readonly what: string; readonly count: number; readonly least: number };
  'too-few-right-answers': Record<never, never>;
  'too-many-options': { readonly count: number };
  'unemphasised-negative': { readonly word: string; readonly fixed: string };
  'unknown-tested-note': {
    readonly id: string;
    readonly lesson: string;
    readonly near: string | undefined;
    readonly elsewhere: string | undefined;
  };
}

/** The mistakes in questions. */
export const QUESTION_ISSUES: IssueTable<QuestionIssues> = {
  'absolute-distractor': {
    severity: 'warning',
    message: ({ word }) =>
      `Only wrong options contain a word as absolute as “${word}”, which gives them away.`,
    hint: () => 'say the same without it, or use such a word in the right option too.',
  },
  'catch-all-option': {
    severity: 'error',
    message: ({ text }) => `The option “${text}” speaks of the other options instead of the matter.`,
    hint: () =>
      'ask for several answers with `multiple: true`, or write an option that is wrong or right by itself.',
  },
  'duplicate-option': {
    severity: 'error',
    message: ({ what, text, other }) =>
      text === other
        ? `The ${what} “${text}” stands here twice.`
        : `The ${what} “${text}” says the same as “${other}”.`,
    hint: ({ what }) =>
      `give each ${what} a text of its own; case, spaces and punctuation make no difference.`,
  },
  'key-often-longest': {
    severity: 'warning',
    message: ({ count, total, locale }) =>
      `In ${count} of ${total} questions with one right option (${percent(count, total)}) it is the longest one in \`${locale}\`.`,
    hint: ({ examples }) =>
      `learners notice. Shorten the right option or lengthen a wrong one, e.g. at ${examples.join(', ')}.`,
  },
  'key-position-skewed': {
    severity: 'warning',
    message: ({ count, total, position }) =>
      `In ${count} of ${total} questions with one right option (${percent(count, total)}) it is option ${position}.`,
    hint: ({ examples }) => `move it in some of them, e.g. at ${examples.join(', ')}.`,
  },
  'misplaced-blank': {
    severity: 'error',
    message: ({ count }) =>
      count === 1
        ? 'The blank of this stem is not exactly four underscores.'
        : `This stem has ${count === 0 ? 'no blank' : `${count} blanks`}, but exactly one is filled in.`,
    hint: () => 'write `____`, four underscores, once in each language, where the answer belongs.',
  },
  'no-right-answer': {
    severity: 'error',
    message: () => 'None of these options is right.',
    hint: () => 'add `correct: true` to the right one.',
  },
  'no-wrong-answer': {
    severity: 'error',
    message: () => 'All of these options are right, so there is nothing to choose.',
    hint: () => 'add at least one wrong option.',
  },
  'several-right-answers': {
    severity: 'error',
    message: ({ count }) => `Of these options ${count} are right, but one is to be picked.`,
    hint: () => 'leave one `correct: true`, or write `multiple: true` if all of them have to be picked.',
  },
  'too-few-distractors': {
    severity: 'error',
    message: ({ count }) =>
      `This question has ${count === 0 ? 'no wrong option' : 'one wrong option only'}, so it is easily guessed.`,
    hint: () =>
      'write at least two wrong options that a learner might believe, or ask it as `kind: true-false`.',
  },
  'too-few-entries': {
    severity: 'error',
    message: ({ what, count, least }) =>
      `This question has fewer than ${least} ${what} (${count}), so it is easily guessed.`,
    hint: ({ what }) => `add ${what}, or ask it as \`kind: choice\`.`,
  },
  'too-few-right-answers': {
    severity: 'error',
    message: () => 'With `multiple: true` at least two options have to be right, and here one is.',
    hint: () => 'remove `multiple: true`, or add `correct: true` to another option.',
  },
  'too-many-options': {
    severity: 'error',
    message: ({ count }) =>
      `This question has ${count} options, more than the six that one can weigh at once.`,
    hint: () => 'keep the wrong ones that learners really believe; two of them are mostly enough.',
  },
  'unemphasised-negative': {
    severity: 'error',
    message: ({ word }) => `The stem asks for what does not hold, but its “${word}” is easily overlooked.`,
    hint: ({ fixed }) => `ask the positive question, or emphasise the word: \`${fixed}\`.`,
  },
  'unknown-tested-note': {
    severity: 'error',
    message: ({ id, lesson }) => `The lesson ${lesson} has no term or card \`${id}\`.`,
    hint: ({ near, elsewhere }) => {
      if (elsewhere !== undefined)
        return `it stands at ${elsewhere}: test it in that lesson, or test a note of this one.`;
      if (near !== undefined) return `did you mean \`${near}\`?`;
      return 'name the id of the term or card that teaches the answer, or write one.';
    },
  },
};

function percent(count: number, total: number): string {
  return `${Math.round((count / total) * 100)} %`;
}

/** How many of the site's questions share a flaw, and where it is worst. */
export interface Tally {
  readonly count: number;
  readonly total: number;
  readonly locale: string;
  readonly examples: readonly string[];
}
