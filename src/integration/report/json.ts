import type { Issue } from '../../format/issue.ts';
import { summarise } from './summary.ts';

/** Version of {@link IssueReport}; keys may be added to it, never removed or changed. */
const REPORT_VERSION = 1;

/** What programs read. */
export interface IssueReport {
  readonly version: typeof REPORT_VERSION;
  readonly errors: number;
  readonly warnings: number;
  readonly issues: readonly Issue[];
}

/** Every issue as JSON, with the same keys in the same order each time. */
export function reportJson(issues: readonly Issue[]): string {
  const { errors, warnings } = summarise(issues);
  const report: IssueReport = {
    version: REPORT_VERSION,
    errors,
    warnings,
    issues: issues.map(({ file, line, column, code, severity, message, hint }) => ({
      file,
      line,
      column,
      code,
      severity,
      message,
      ...(hint !== undefined && { hint }),
    })),
  };
  return JSON.stringify(report, null, 2);
}
