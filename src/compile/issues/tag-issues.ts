import type { IssueTable } from './issue-kind.ts';

/** What the messages on tags are built of. */
export interface TagIssues {
  'malformed-tag': { readonly tag: string; readonly proposal: string | undefined };
  'repeated-tag': { readonly tag: string; readonly isOfLesson: boolean };
  'reserved-tag': { readonly tag: string };
  'tags-differ': { readonly other: string; readonly snippet: string | undefined };
  'unknown-tag': { readonly tag: string; readonly near: string | undefined };
  'unused-tag': { readonly tag: string };
}

/** The mistakes in tags. */
export const TAG_ISSUES: IssueTable<TagIssues> = {
  'malformed-tag': {
    severity: 'error',
    message: ({ tag }) =>
      `The tag \`${tag}\` is not lower-case ASCII words joined by hyphens, at most 48 characters.`,
    hint: ({ proposal }) =>
      proposal === undefined
        ? 'write it so, e.g. `exam`; its name in each language stands in content/tags.yaml.'
        : `write \`${proposal}\`; its name in each language stands in content/tags.yaml.`,
  },
  'repeated-tag': {
    severity: 'warning',
    message: ({ tag, isOfLesson }) =>
      isOfLesson
        ? `The whole lesson has the tag \`${tag}\` already.`
        : `The tag \`${tag}\` stands twice in this list.`,
    hint: () => 'remove it here.',
  },
  'reserved-tag': {
    severity: 'error',
    message: ({ tag }) => `No tag can be called \`${tag}\`, which is a kind of card.`,
    hint: ({ tag }) => `a link \`#tag=${tag}\` means the kind already; choose another name.`,
  },
  'tags-differ': {
    severity: 'error',
    message: ({ other }) => `The tags here are not those of ${other}.`,
    hint: ({ snippet }) =>
      snippet === undefined ? 'remove `tags` here, or add it there.' : `write \`${snippet}\` in both.`,
  },
  'unknown-tag': {
    severity: 'error',
    message: ({ tag }) => `There is no tag \`${tag}\`.`,
    hint: ({ tag, near }) =>
      near === undefined
        ? `declare it in content/tags.yaml, with its name in each language: \`${tag}: { … }\`.`
        : `did you mean \`${near}\`?`,
  },
  'unused-tag': {
    severity: 'warning',
    message: ({ tag }) => `No lesson and no card has the tag \`${tag}\`.`,
    hint: ({ tag }) => `give it to a lesson by \`tags: [${tag}]\`, or remove it here.`,
  },
};
