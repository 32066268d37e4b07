import { formatIssue } from '../../compile/index.ts';
import type { Issue } from '../../format/issue.ts';
import type { ReportSettings } from './report.ts';
import { summarise } from './summary.ts';

/** Every issue as a block, and a line that counts them. */
export function reportHuman(issues: readonly Issue[], settings: ReportSettings): string {
  const { text, errors, warnings } = summarise(issues);
  const worst = warnings > 0 ? STYLES.warning : STYLES.good;
  const style = errors > 0 ? STYLES.error : worst;
  const summary = settings.color ? paint(text, style) : text;
  return [...issues.map((issue) => formatHuman(issue, settings)), summary].join('\n\n');
}

/** One issue as a block: its place and code, then message and hint. */
export function formatHuman(issue: Issue, { color }: ReportSettings): string {
  const block = formatIssue(issue);
  if (!color) return block;
  return block
    .split('\n')
    .map((line, index) => {
      if (index === 0) return paint(line, STYLES[issue.severity]);
      return line.startsWith('  Hint: ') ? paint(line, STYLES.hint) : line;
    })
    .join('\n');
}

/** SGR parameters (ECMA-48, 8.3.117): bold red, bold yellow, green, cyan. */
const STYLES = { error: '1;31', warning: '1;33', good: '32', hint: '36' } as const;

function paint(text: string, style: string): string {
  return `\u001B[${style}m${text}\u001B[0m`;
}
