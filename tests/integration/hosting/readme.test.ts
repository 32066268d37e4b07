import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createHeaderRules } from '../../../src/integration/hosting/headers.ts';

const README = readFileSync(path.resolve(import.meta.dirname, '../../../README.md'), 'utf8');
const [site, ...rules] = createHeaderRules('/', 'default-src');
const IMMUTABLE = rules.filter(({ headers }) => headers.some(([, value]) => value.includes('immutable')));

test.each(['nginx', 'caddyfile'])('the %s sample sends what `_headers` says', (language) => {
  const [, sample = ''] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(README) ?? [];
  expect(sample).toContain(`Content-Security-Policy "frame-ancestors 'none'"`);
  for (const [name, value] of site?.headers ?? []) {
    expect(sample.split(`${name} `), name).toHaveLength(2);
    if (name !== 'Content-Security-Policy') expect(sample.replaceAll('"', '')).toContain(`${name} ${value}`);
  }
  expect(IMMUTABLE).toHaveLength(4);
  for (const { pattern, headers } of IMMUTABLE) {
    // `/pagefind/index/*` stands as such in one sample, and as an alternative of an expression in the other.
    const [folder = '', inner] = pattern.split('/').filter((part) => part !== '' && part !== '*');
    expect(sample).toMatch(new RegExp(inner ? `${folder}/(?:\\([\\w|]*)?${inner}\\b` : `\\b${folder}\\b`));
    expect(sample).toContain(headers[0]?.[1]);
  }
});
