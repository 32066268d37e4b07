import type { IssueTable } from './issue-kind.ts';

/** What the messages on files in YAML, whatever they hold are built of. */
export interface YamlIssues {
  'invalid-value': { readonly key: string; readonly expected: string };
  'invalid-yaml': { readonly problem: string; readonly snippet: string | undefined };
  'missing-key': { readonly key: string; readonly expected: string };
  'missing-text': { readonly key: string; readonly locale: string };
  'unknown-key': {
    readonly key: string;
    readonly near: string | undefined;
    readonly known: readonly string[];
  };
  'unknown-lesson': { readonly lesson: string; readonly near: string | undefined };
}

/** The mistakes in files in YAML, whatever they hold. */
export const YAML_ISSUES: IssueTable<YamlIssues> = {
  'invalid-value': {
    severity: 'error',
    message: ({ key, expected }) => `The value of \`${key}\` has to be ${expected}.`,
    hint: ({ expected }) =>
      expected === 'text'
        ? "put text that looks like a number, a date or `true` in quotes: `'1960'`."
        : 'correct it here; by the schemas in `quizzes/` an editor completes and checks it while you type.',
  },
  'invalid-yaml': {
    severity: 'error',
    message: ({ problem }) => `This file is not valid YAML: ${problem}`,
    hint: ({ snippet }) =>
      snippet === undefined
        ? 'indent with spaces only, and put a text that contains `: ` or ` #` or begins with a sign in quotes.'
        : `put the text in quotes: \`${snippet}\`.`,
  },
  'missing-key': {
    severity: 'error',
    message: ({ key }) => `The key \`${key}\` is missing here.`,
    hint: ({ key, expected }) => `add \`${key}:\` with ${expected}.`,
  },
  'missing-text': {
    severity: 'error',
    message: ({ key, locale }) => `The text of \`${key}\` is missing in \`${locale}\`.`,
    hint: ({ locale }) => `both languages stand side by side: add \`${locale}: …\` here.`,
  },
  'unknown-key': {
    severity: 'error',
    message: ({ key }) => `The key \`${key}\` is not known here.`,
    hint: ({ near, known }) =>
      near === undefined
        ? `known here are ${known.map((name) => `\`${name}\``).join(', ')}.`
        : `did you mean \`${near}\`?`,
  },
  'unknown-lesson': {
    severity: 'error',
    message: ({ lesson }) => `There is no lesson \`${lesson}\`.`,
    hint: ({ near }) =>
      near === undefined
        ? 'write the path of its page without language and extension: `<module>/<lesson>`.'
        : `did you mean \`${near}\`?`,
  },
};
