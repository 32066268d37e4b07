import type { IssueTable } from './issue-kind.ts';

/** What the messages on fact tables are built of. */
export interface FactIssues {
  'facts-embedded-twice': { readonly id: string; readonly other: string };
  'facts-in-other-lesson': { readonly id: string; readonly lesson: string; readonly file: string };
  'facts-not-embedded': { readonly id: string; readonly pages: readonly string[] };
  'malformed-as-of': { readonly written: string };
  'missing-fact-cell': { readonly row: string; readonly column: string };
  'missing-fact-source': { readonly row: string; readonly column: string };
  'missing-placeholder': { readonly key: string; readonly placeholder: string };
  'reserved-id': { readonly id: string };
  'unknown-fact-source': { readonly id: string; readonly near: string | undefined };
  'unknown-fact-value': {
    readonly id: string;
    readonly column: string;
    readonly near: string | undefined;
    readonly known: readonly string[];
  };
  'unknown-facts': { readonly id: string | undefined; readonly near: string | undefined };
}

/** The mistakes in fact tables. */
export const FACT_ISSUES: IssueTable<FactIssues> = {
  'facts-embedded-twice': {
    severity: 'error',
    message: ({ id, other }) => `The fact table \`${id}\` is already shown at ${other}.`,
    hint: () => 'show it once and link to that place, since its rows are where its cards lead back to.',
  },
  'facts-in-other-lesson': {
    severity: 'error',
    message: ({ id, lesson }) => `The fact table \`${id}\` belongs to another lesson: ${lesson}.`,
    hint: ({ lesson, file }) => `move this line to that lesson, or change \`lesson: ${lesson}\` in ${file}.`,
  },
  'facts-not-embedded': {
    severity: 'warning',
    message: ({ id, pages }) => `The fact table \`${id}\` is not shown in ${pages.join(' and ')}.`,
    hint: ({ id }) => `write \`::facts{#${id}}\` there on a line of its own.`,
  },
  'malformed-as-of': {
    severity: 'error',
    message: ({ written }) => `\`${written}\` is neither a month nor a day of the calendar.`,
    hint: () =>
      'write the year first, with two digits for month and day: `asOf: 2026-08` or `asOf: 2026-08-31`.',
  },
  'missing-fact-cell': {
    severity: 'error',
    message: ({ row, column }) => `The row \`${row}\` says nothing of \`${column}\`.`,
    hint: ({ column }) => `add \`${column}: …\`, or \`${column}: { unknown: true }\` if it is not known.`,
  },
  'missing-fact-source': {
    severity: 'error',
    message: ({ row, column }) => `The cell \`${column}\` of \`${row}\` names no source.`,
    hint: () => 'add `sources: [id, …]` to the row, or to this cell as `{ value: …, sources: [id, …] }`.',
  },
  'missing-placeholder': {
    severity: 'error',
    message: ({ key, placeholder }) => `This \`${key}\` lacks the placeholder \`${placeholder}\`.`,
    hint: ({ placeholder }) =>
      `write \`${placeholder}\` where it belongs in the sentence; it is filled in for each row.`,
  },
  'reserved-id': {
    severity: 'error',
    message: ({ id }) => `The id \`${id}\` of a column ends like the id of a generated question.`,
    hint: () => 'choose one that ends neither in `-choice` nor in `-truth`.',
  },
  'unknown-fact-source': {
    severity: 'error',
    message: ({ id }) => `This table has no source \`${id}\`.`,
    hint: ({ near }) =>
      near === undefined ? 'add it to `sources` at the top of the file.' : `did you mean \`${near}\`?`,
  },
  'unknown-fact-value': {
    severity: 'error',
    message: ({ id, column }) => `The column \`${column}\` has no value \`${id}\`.`,
    hint: ({ near, known }) =>
      near === undefined
        ? `its values are ${known.map((name) => `\`${name}\``).join(', ')}; add another one under \`values\`.`
        : `did you mean \`${near}\`?`,
  },
  'unknown-facts': {
    severity: 'error',
    message: ({ id }) =>
      id === undefined ? 'This line names no fact table.' : `There is no fact table \`${id}\`.`,
    hint: ({ id, near }) => {
      if (near !== undefined) return `did you mean \`::facts{#${near}}\`?`;
      const name = id ?? 'name';
      return `write \`::facts{#${name}}\` for the table in quizzes/facts/${name}.yaml.`;
    },
  },
};
