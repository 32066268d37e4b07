import { WORKER_FILE } from '../../offline/precache.ts';

/** The file in which Netlify, Cloudflare Pages and others look for response headers. */
export const HEADERS_FILE = '_headers';

/** A path pattern, in which `*` stands for anything, and the headers of what it matches. */
export interface HeaderRule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Characters of the longest line that Cloudflare Pages reads. */
export const LONGEST_LINE = 2000;

/** What a host should send with the files of a site at a base path. */
export function createHeaderRules(base: string, policy: string): HeaderRule[] {
  return [
    {
      pattern: `${base}*`,
      headers: [
        ['Content-Security-Policy', policy],
        ['X-Content-Type-Options', 'nosniff'],
        ['X-Frame-Options', 'DENY'],
        ['Referrer-Policy', 'same-origin'],
        ['Permissions-Policy', DENIED_FEATURES.map((feature) => `${feature}=()`).join(', ')],
        ['Cross-Origin-Opener-Policy', 'same-origin'],
      ],
    },
    // Hosts join what two rules say of one header, so caching is named only where it differs from their default:
    // everything else is kept, but asked for again (`max-age=0, must-revalidate`).
    { pattern: `${base}${WORKER_FILE}`, headers: [['Cache-Control', 'no-cache']] },
    ...IMMUTABLE.map((folder) => ({
      pattern: `${base}${folder}*`,
      headers: [['Cache-Control', 'public, max-age=31536000, immutable']] as const,
    })),
  ];
}

/** The text of a `_headers` file. */
export function formatHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ pattern, headers }) =>
      [pattern, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

/** Reads a `_headers` file as the hosts do. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (!line.trim() || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) rules.push({ pattern: line.trim(), headers: [] });
    else {
      const colon = line.indexOf(':');
      rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/** The headers of a path: every matching rule in turn; a later value is joined to an earlier one by a comma. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { pattern, headers } of rules) {
    if (!matches(pattern, path)) continue;
    for (const [name, value] of headers) {
      found.set(name, found.has(name) ? `${found.get(name)}, ${value}` : value);
    }
  }
  return found;
}

/** Folders whose file names hold a digest of the content. */
const IMMUTABLE = ['_astro/', 'pagefind/fragment/', 'pagefind/index/', 'pagefind/filter/'];

/** What a study site never asks for. */
const DENIED_FEATURES = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',

  'midi',
];

function matches(pattern: string, path: string): boolean {
  const expression = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${expression}$`).test(path);
}
