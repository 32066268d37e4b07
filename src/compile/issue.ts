import type { MdastNode } from 'satteri';
import type { Issue } from '../format/issue.ts';
import type { IssueKind } from './issues/issue-kind.ts';
import { ISSUE_CODES, type IssueCode, type IssueDetails } from './issues/registry.ts';
import { startOf } from './tree.ts';

/** Where an issue stands. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a node of a file starts. */
export function placeOf(file: string, node: MdastNode): Place {
  const { line, column } = startOf(node);
  return { file, line, column };
}

/** An issue of the table at a place. */
export function createIssue<Code extends IssueCode>(
  code: Code,
  place: Place,
  details: IssueDetails[Code],
): Issue {
  const kind: IssueKind<IssueDetails[Code]> = ISSUE_CODES[code];
  return {
    code,
    severity: kind.severity,
    message: kind.message(details),
    hint: kind.hint(details),
    file: place.file,
    line: place.line,
    column: place.column,
  };
}

/** The issues by file, line, column and code, without repetitions. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const unique = new Map(issues.map((issue) => [formatIssue(issue), issue]));
  return [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

/** An issue as a human reads it: its place and code, then message and hint, indented. */
export function formatIssue(issue: Issue): string {
  const code = issue.severity === 'warning' ? `${issue.code} (warning)` : issue.code;
  const lines = [`${formatPlace(issue)}  ${code}`, `  ${issue.message}`];
  if (issue.hint !== undefined) lines.push(`  Hint: ${issue.hint}`);
  return lines.join('\n');
}

/** A place as editors and terminals link it: `file:line:column`. */
export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Order of strings by code units, the same on every machine. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
