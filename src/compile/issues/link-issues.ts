import type { IssueTable } from './issue-kind.ts';
import { MOST_SHOWN } from './issue-words.ts';

/** What the messages on links are built of. */
export interface LinkIssues {
  'broken-anchor': {
    readonly url: string;
    readonly anchor: string;
    readonly near: string | undefined;
    readonly known: readonly string[];
  };
  'broken-link': { readonly url: string; readonly near: string | undefined };
  'missing-trailing-slash': { readonly url: string; readonly near: string };
  'other-language-link': { readonly url: string; readonly near: string };
}

/** The mistakes in links. */
export const LINK_ISSUES: IssueTable<LinkIssues> = {
  'broken-anchor': {
    severity: 'error',
    message: ({ url, anchor }) => `The page of the link \`${url}\` has no place \`#${anchor}\`.`,
    hint: ({ near, known }) => {
      if (near !== undefined) return `did you mean \`${near}\`?`;
      if (known.length === 0) return 'that page has no headings: leave out the part from `#`.';
      const shown = known.slice(0, MOST_SHOWN).map((name) => `\`#${name}\``);
      return `it has ${shown.join(', ')}${known.length > MOST_SHOWN ? ' and others' : ''}.`;
    },
  },
  'broken-link': {
    severity: 'error',
    message: ({ url }) => `The link \`${url}\` leads to no page of this site.`,
    hint: ({ near }) =>
      near === undefined
        ? 'pages are `/<locale>/<module>/<lesson>/`; write the page first, or remove the link.'
        : `did you mean \`${near}\`?`,
  },
  'missing-trailing-slash': {
    severity: 'error',
    message: ({ url }) => `The path of the link \`${url}\` does not end with a slash.`,
    hint: ({ near }) => `write \`${near}\`.`,
  },
  'other-language-link': {
    severity: 'warning',
    message: ({ url }) => `The link \`${url}\` leads into another language.`,
    hint: ({ near }) => `link to the reader's own: \`${near}\`.`,
  },
};
