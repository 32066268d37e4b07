import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listBuiltFiles } from '../built-files.ts';
import { createScriptCompactor } from './compact-scripts.ts';
import { findInlineCode } from './inline-code.ts';
import { createPagePolicy } from './policy.ts';

/** What the pages of a build run inline, all together. */
export interface SecuredPages {
  readonly scripts: ReadonlySet<string>;
}

/**
 * Gives every HTML file of a build its own Content-Security-Policy, and its inline scripts their shortest form. Must run
 * after everything that changes HTML, and before the service worker is written. `read` sees each file before it is changed.
 * @throws Error that names each page with an event handler attribute, which the policy would silence.
 */
export function securePages(dist: string, read: (file: string, html: string) => void): SecuredPages {
  const scripts = new Set<string>();
  const problems: string[] = [];
  const compact = createScriptCompactor();
  // One page after the other and none waited for: thousands of small files take a fraction of the time.
  for (const file of listBuiltFiles(dist)) {
    if (!file.endsWith('.html')) continue;
    const built = readFileSync(path.join(dist, file), 'utf8');
    read(file, built);
    const html = compact(built);
    const code = findInlineCode(html);
    for (const script of code.scripts) scripts.add(script);
    if (code.handlers.size > 0) problems.push(`${file}: ${[...code.handlers].join(', ')}`);
    writeFileSync(path.join(dist, file), addPolicy(html, createPagePolicy(code)));
  }
  if (problems.length > 0) {
    const list = problems.sort().join('\n  - ');
    throw new Error(
      `Event handlers in HTML do not run under the site’s policy; use addEventListener:\n  - ${list}`,
    );
  }
  return { scripts };
}

/**
 * Puts the policy before anything it governs: first in the head, behind the `<meta charset>` that must stand in the
 * first 1,024 bytes of a file.
 */
export function addPolicy(html: string, policy: string): string {
  const start = /<head[^>]*>(?:\s*<meta charset="[^"]*"\s*\/?>)?/i.exec(html);
  if (!start) throw new Error('Inconsistent: a page has no <head>.');
  const end = start.index + start[0].length;
  return `${html.slice(0, end)}<meta http-equiv="Content-Security-Policy" content="${policy}"/>${html.slice(end)}`;
}
