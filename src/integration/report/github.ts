import type { Issue } from '../../format/issue.ts';
import { summarise } from './summary.ts';

/**
 * Workflow commands that GitHub shows as annotations beside the lines, and a line that counts them
 * (docs.github.com, “Workflow commands for GitHub Actions”).
 */
export function reportGithub(issues: readonly Issue[]): string {
  return [...issues.map(formatAnnotation), summarise(issues).text].join('\n');
}

function formatAnnotation({ severity, file, line, column, code, message, hint }: Issue): string {
  const properties = Object.entries({ file, line, col: column, title: code })
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  const text = hint === undefined ? message : `${message}\nHint: ${hint}`;
  return `::${severity} ${properties}::${escapeData(text)}`;
}

/** As in `@actions/core`, `escapeData` of command.ts. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As in `@actions/core`, `escapeProperty` of command.ts. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
