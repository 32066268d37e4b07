import type { IssueTable } from './issue-kind.ts';

/** What the messages on figures are built of. */
export interface FigureIssues {
  'figure-embedded-twice': { readonly id: string; readonly other: string };
  'figure-markup': { readonly problem: string; readonly fix: string };
  'figure-missing-in-locale': { readonly id: string; readonly missingIn: string };
  'figure-not-embedded': { readonly id: string };
  'figure-without-text': { readonly what: 'title' | 'desc'; readonly locale: string };
  'unknown-figure': { readonly id: string | undefined; readonly near: string | undefined };
}

/** The mistakes in figures. */
export const FIGURE_ISSUES: IssueTable<FigureIssues> = {
  'figure-embedded-twice': {
    severity: 'error',
    message: ({ id, other }) => `The figure \`${id}\` is already shown at ${other}.`,
    hint: () => 'show it once and link to that place.',
  },
  'figure-markup': {
    severity: 'error',
    message: ({ problem }) => problem,
    hint: ({ fix }) => fix,
  },
  'figure-missing-in-locale': {
    severity: 'error',
    message: ({ id, missingIn }) => `The figure \`${id}\` is missing in ${missingIn}.`,
    hint: ({ id }) => `all languages of a page show the same figures: write \`::figure{#${id}}\` there too.`,
  },
  'figure-not-embedded': {
    severity: 'warning',
    message: ({ id }) => `The figure \`${id}\` is not shown in any page.`,
    hint: ({ id }) =>
      `write \`::figure{#${id}}\` on a line of its own, in every language, where it explains the text.`,
  },
  'figure-without-text': {
    severity: 'error',
    message: ({ what, locale }) =>
      `This figure has no ${what === 'title' ? 'title' : 'description'} in \`${locale}\`.`,
    hint: ({ what, locale }) =>
      what === 'title'
        ? `add \`<title lang="${locale}">…</title>\`, a few words.`
        : `add \`<desc lang="${locale}">…</desc>\`: one to three sentences for those who cannot see it.`,
  },
  'unknown-figure': {
    severity: 'error',
    message: ({ id }) => (id === undefined ? 'This line names no figure.' : `There is no figure \`${id}\`.`),
    hint: ({ id, near }) => {
      if (near !== undefined) return `did you mean \`::figure{#${near}}\`?`;
      const name = id ?? 'name';
      return `write \`::figure{#${name}}\` for the drawing in content/figures/${name}.svg.`;
    },
  },
};
