import type { Issue } from '../../format/issue.ts';

/** The text in which all issues of a course are shown, without a line end after it. */
export type Reporter = (issues: readonly Issue[], settings: ReportSettings) => string;

/** What a reporter is told of where its text goes. */
export interface ReportSettings {
  /** Whether colours are shown, as on a terminal. */
  readonly color: boolean;
}
