import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createHeaderPolicy } from '../security/policy.ts';
import { createHeaderRules, formatHeaders, HEADERS_FILE, LONGEST_LINE } from './headers.ts';

/** Writes `_headers` into a build. `scripts` are the inline scripts of all pages. */
export async function writeHeaders(dist: string, base: string, scripts: Iterable<string>): Promise<void> {
  const policy = createHeaderPolicy(scripts, LONGEST_LINE - '  Content-Security-Policy: '.length);
  await writeFile(path.join(dist, HEADERS_FILE), formatHeaders(createHeaderRules(base, policy)));
}
