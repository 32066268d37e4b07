import type { IssueTable } from './issue-kind.ts';

/** What the messages on directives: their names, forms and attributes are built of. */
export interface DirectiveIssues {
  'malformed-fence': { readonly source: string };
  'stray-directive': { readonly source: string; readonly near: string };
  'unclosed-directive': { readonly source: string; readonly hasDefinitions: boolean };
  'unknown-attribute': {
    readonly directive: string;
    readonly attribute: string;
    readonly known: readonly string[];
    readonly near: string | undefined;
  };
  'unknown-directive': {
    readonly source: string;
    readonly near: string | undefined;
    readonly inText: boolean;
  };
  'wrong-directive-form': { readonly source: string; readonly expected: string };
}

/** The mistakes in directives: their names, forms and attributes. */
export const DIRECTIVE_ISSUES: IssueTable<DirectiveIssues> = {
  'malformed-fence': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is not read as a directive, and readers would see its colons.`,
    hint: ({ source }) =>
      /[^:\s]/.test(source)
        ? `write the name directly after the colons: \`${source.replace(/^(:+)\s+/, '$1')}\`.`
        : 'nothing is open here: remove this line, or restore the opening line it belonged to.',
  },
  'stray-directive': {
    severity: 'warning',
    message: ({ source, near }) => `\`${source}\` looks like \`${near}\`, but readers see it as text.`,
    hint: ({ source, near }) => `write \`${near}[name]{#id}\` for a term, or \`\\${source}\` for this text.`,
  },
  'unclosed-directive': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is never closed, so it swallows the text below it.`,
    hint: ({ hasDefinitions }) =>
      hasDefinitions
        ? 'a block cannot contain a definition list: move the term out of it.'
        : 'add a line `:::` after its last line, below a blank line if that is a table.',
  },
  'unknown-attribute': {
    severity: 'error',
    message: ({ directive, attribute }) => `\`${directive}\` has no attribute \`${attribute}\`.`,
    hint: ({ near, known }) =>
      near === undefined
        ? `it knows ${known.map((name) => `\`${name}\``).join(' and ')}.`
        : `did you mean \`${near}\`?`,
  },
  'unknown-directive': {
    severity: 'error',
    message: ({ source }) => `\`${source}\` is not a directive that this site knows.`,
    hint: ({ near, inText }) => {
      if (near !== undefined) return `did you mean \`${near}\`?`;
      return inText ? 'if it is meant as text, write `\\:` or put it in backticks.' : UNKNOWN_BLOCK_HINT;
    },
  },
  'wrong-directive-form': {
    severity: 'error',
    message: ({ source, expected }) => `\`${source}\` has to be written as \`${expected}\`.`,
    hint: () =>
      'one colon stands in a line of text, two make a line of its own, three open a block that a line `:::` closes.',
  },
};

const UNKNOWN_BLOCK_HINT =
  'use `card`, `quiz`, `facts`, `figure`, `sources`, `note`, `tip`, `caution` or `danger`, or begin the line with `\\:` for plain text.';
