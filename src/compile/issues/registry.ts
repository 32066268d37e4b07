import { DIRECTIVE_ISSUES, type DirectiveIssues } from './directive-issues.ts';
import { FACT_ISSUES, type FactIssues } from './fact-issues.ts';
import { FIGURE_ISSUES, type FigureIssues } from './figure-issues.ts';
import { IDENTITY_ISSUES, type IdentityIssues } from './identity-issues.ts';
import type { IssueTable } from './issue-kind.ts';
import { LINK_ISSUES, type LinkIssues } from './link-issues.ts';
import { LOCK_ISSUES, type LockIssues } from './lock-issues.ts';
import { NOTE_ISSUES, type NoteIssues } from './note-issues.ts';
import { PAGE_ISSUES, type PageIssues } from './page-issues.ts';
import { QUESTION_ISSUES, type QuestionIssues } from './question-issues.ts';
import { QUIZ_ISSUES, type QuizIssues } from './quiz-issues.ts';
import { READING_PATH_ISSUES, type ReadingPathIssues } from './reading-path-issues.ts';
import { TAG_ISSUES, type TagIssues } from './tag-issues.ts';
import { YAML_ISSUES, type YamlIssues } from './yaml-issues.ts';

/** What each code's message and hint are built of. A new code is one entry in the file of its family. */
export interface IssueDetails
  extends DirectiveIssues,
    FactIssues,
    FigureIssues,
    IdentityIssues,
    LinkIssues,
    LockIssues,
    NoteIssues,
    PageIssues,
    QuestionIssues,
    QuizIssues,
    ReadingPathIssues,
    TagIssues,
    YamlIssues {}

/** A permanent code of an author's mistake. */
export type IssueCode = keyof IssueDetails;

/** Every mistake that the compiler reports. Codes are permanent: never rename one, never reuse one. */
export const ISSUE_CODES: IssueTable<IssueDetails> = {
  ...DIRECTIVE_ISSUES,
  ...FACT_ISSUES,
  ...FIGURE_ISSUES,
  ...IDENTITY_ISSUES,
  ...LINK_ISSUES,
  ...LOCK_ISSUES,
  ...NOTE_ISSUES,
  ...PAGE_ISSUES,
  ...QUESTION_ISSUES,
  ...QUIZ_ISSUES,
  ...READING_PATH_ISSUES,
  ...TAG_ISSUES,
  ...YAML_ISSUES,
};
