import type { Issue } from '../../format/issue.ts';

/** How many issues of each severity there are, and the sentence that says so. */
export function summarise(issues: readonly Issue[]): {
  readonly errors: number;
  readonly warnings: number;
  readonly text: string;
} {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const warnings = issues.length - errors;
  return { errors, warnings, text: `Course: ${count(errors, 'error')}, ${count(warnings, 'warning')}.` };
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
