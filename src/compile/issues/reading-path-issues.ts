import type { IssueTable } from './issue-kind.ts';

/** What the messages on ways through a course are built of. */
export interface ReadingPathIssues {
  'coverage-gap': { readonly id: string; readonly before: string };
  'listed-twice': { readonly lesson: string };
  'malformed-coverage-id': { readonly id: string };
  'path-order': { readonly lesson: string; readonly needed: string };
  'prerequisite-cycle': { readonly lessons: readonly string[] };
  'prerequisites-differ': { readonly other: string; readonly lessons: readonly string[] };
}

/** The mistakes in ways through a course. */
export const READING_PATH_ISSUES: IssueTable<ReadingPathIssues> = {
  'coverage-gap': {
    severity: 'error',
    message: ({ id, before }) => `\`${id}\` is missing before \`${before}\`.`,
    hint: ({ id }) => `name the lessons that cover it: \`${id}: [<module>/<lesson>]\`.`,
  },
  'listed-twice': {
    severity: 'error',
    message: ({ lesson }) => `The lesson \`${lesson}\` stands twice in this list.`,
    hint: () => 'remove it here.',
  },
  'malformed-coverage-id': {
    severity: 'error',
    message: ({ id }) => `\`${id}\` is no numbered id.`,
    hint: () => 'write capital letters and a number, e.g. `A001`.',
  },
  'path-order': {
    severity: 'error',
    message: ({ lesson, needed }) =>
      `On this path \`${lesson}\` stands before \`${needed}\`, which is to be read first.`,
    hint: ({ needed }) => `move \`${needed}\` up, or leave it out of the path.`,
  },
  'prerequisite-cycle': {
    severity: 'error',
    message: ({ lessons }) =>
      `This lesson would have to be read before itself: ${lessons.map((lesson) => `\`${lesson}\``).join(' needs ')}.`,
    hint: () => 'remove the prerequisite that can be done without.',
  },
  'prerequisites-differ': {
    severity: 'error',
    message: ({ other }) => `The lessons to read first are not those of ${other}.`,
    hint: ({ lessons }) =>
      lessons.length === 0
        ? 'remove `prerequisites` here, or add it there.'
        : `write \`prerequisites: [${lessons.join(', ')}]\` in both.`,
  },
};
