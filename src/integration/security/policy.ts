import { createHash } from 'node:crypto';
import { rememberEach } from '../remember-each.ts';
import type { InlineCode } from './inline-code.ts';

/**
 * The Content-Security-Policy of one page: nothing but files of the site itself and the inline code that the build
 * put into this very page, by SHA-256; strings cannot become markup or script (Trusted Types).
 */
export function createPagePolicy(code: InlineCode): string {
  const attributes = hashes(code.styleAttributes);
  return format([
    ...FIXED,
    ['script-src', [...SCRIPT_SOURCES, ...hashes(code.scripts)]],
    ['style-src', ["'self'", ...hashes(code.styles)]],
    ['style-src-attr', attributes.length > 0 ? ["'unsafe-hashes'", ...attributes] : ["'none'"]],
  ]);
}

/**
 * The policy that a host sends with every file. One header cannot name the inline code of each page, so it lists
 * that of all pages together, and leaves inline code to the pages' own policies where the list would be too long
 * for a host (`longest` characters): a browser enforces both. What only a header can say, it says.
 */
export function createHeaderPolicy(scripts: Iterable<string>, longest: number): string {
  const withScripts = (sources: readonly string[]) =>
    format([
      ...FIXED,
      ['script-src', [...SCRIPT_SOURCES, ...sources]],
      ['style-src', ["'self'", "'unsafe-inline'"]],
      ['frame-ancestors', ["'none'"]],
    ]);
  const strict = withScripts(hashes(scripts));
  return strict.length <= longest ? strict : withScripts(["'unsafe-inline'"]);
}

const SCRIPT_SOURCES = ["'self'"];

const FIXED: readonly Directive[] = [
  ['default-src', ["'none'"]],
  // Styles draw icons from data: URLs.
  ['img-src', ["'self'", 'data:']],
  ['font-src', ["'self'"]],
  ['media-src', ["'self'"]],
  ['connect-src', ["'self'"]],
  ['worker-src', ["'self'"]],
  ['manifest-src', ["'self'"]],
  ['base-uri', ["'none'"]],
  ['form-action', ["'self'"]],
  ['require-trusted-types-for', ["'script'"]],
  // Made in `components/trusted-types.ts`.
  ['trusted-types', ['recall']],
];

type Directive = readonly [name: string, sources: readonly string[]];

function format(directives: readonly Directive[]): string {
  return directives.map(([name, sources]) => `${name} ${sources.join(' ')}`).join('; ');
}

/** Sorted, so that the same inline code gives the same policy. */
function hashes(texts: Iterable<string>): string[] {
  return [...texts].map(hashOf).sort();
}

/** Thousands of pages have the same texts. */
const hashOf = rememberEach((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
