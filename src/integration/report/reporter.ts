import { reportGithub } from './github.ts';
import { reportHuman } from './human.ts';
import { reportJson } from './json.ts';
import type { Reporter } from './report.ts';

/** A name of a reporter, as a command line gives it. */
export type ReporterName = 'human' | 'github' | 'json';

/** The reporters by name. */
export const REPORTERS: Readonly<Record<ReporterName, Reporter>> = {
  human: reportHuman,
  github: reportGithub,
  json: reportJson,
};

/** Whether a text names a reporter. */
export function isReporterName(name: string): name is ReporterName {
  return Object.hasOwn(REPORTERS, name);
}
