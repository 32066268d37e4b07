import { describe, expect, test } from 'vitest';
import {
  createHeaderRules,
  formatHeaders,
  headersFor,
  LONGEST_LINE,
  parseHeaders,
} from '../../../src/integration/hosting/headers.ts';
import { createHeaderPolicy } from '../../../src/integration/security/policy.ts';

describe.each(['/', '/x/'])('headers of a site at %s', (base) => {
  const rules = createHeaderRules(base, "default-src 'none'");

  test('come back from their file unchanged', () => {
    expect(parseHeaders(formatHeaders(rules))).toEqual(rules);
  });

  test.each(['', 'zh/', 'sw.js', '_astro/app.1.js', '404.html'])('protect %s', (file) => {
    const headers = headersFor(rules, base + file);
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Permissions-Policy')).toContain('camera=()');
  });

  test.each([
    ['zh/', undefined],
    ['sw.js', 'no-cache'],
    ['_astro/app.1.js', 'public, max-age=31536000, immutable'],
    ['pagefind/fragment/zh_1.pf_fragment', 'public, max-age=31536000, immutable'],
    ['pagefind/pagefind-entry.json', undefined],
  ])('let %s be cached as %s', (file, value) => {
    expect(headersFor(rules, base + file).get('Cache-Control')).toBe(value);
  });
});

test('no line is longer than the hosts read', () => {
  const scripts = Array.from({ length: 100 }, (_, index) => `${index}`);
  for (let count = 0; count < scripts.length; count++) {
    const policy = createHeaderPolicy(
      scripts.slice(0, count),
      LONGEST_LINE - '  Content-Security-Policy: '.length,
    );
    for (const line of formatHeaders(createHeaderRules('/', policy)).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
    }
  }
});

test('values of several rules for one header are joined, as hosts do', () => {
  const rules = parseHeaders('# comment\n/*\n  A: 1\n/b*\n  A: 2:3\n  B: x\n');
  expect(Object.fromEntries(headersFor(rules, '/b.html'))).toEqual({ A: '1, 2:3', B: 'x' });
  expect(Object.fromEntries(headersFor(rules, '/c'))).toEqual({ A: '1' });
});
