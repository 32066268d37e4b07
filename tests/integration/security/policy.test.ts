import { describe, expect, test } from 'vitest';
import { createHeaderPolicy, createPagePolicy } from '../../../src/integration/security/policy.ts';
import { addPolicy } from '../../../src/integration/security/secure-pages.ts';

const NONE = new Set<string>();

describe('policy of a page', () => {
  const policy = parse(
    createPagePolicy({
      scripts: new Set(['alert(1)']),
      styles: new Set(['p{}']),
      styleAttributes: new Set(['a:b']),
      handlers: NONE,
    }),
  );

  test('begins with nothing, and lets files of the site in', () => {
    expect(policy.get('default-src')).toBe("'none'");
    for (const kind of [
      'script-src',
      'style-src',
      'img-src',
      'font-src',
      'connect-src',
      'worker-src',
      'manifest-src',
    ]) {
      expect(policy.get(kind), kind).toContain("'self'");
    }
    for (const [name, sources] of policy) {
      expect(sources, name).not.toMatch(/https?:|\*|'unsafe-inline'|'unsafe-eval'/);
    }
  });

  test('names inline code by its hash', () => {
    // printf 'alert(1)' | openssl dgst -sha256 -binary | base64, and so on
    expect(policy.get('script-src')).toContain("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    expect(policy.get('style-src')).toContain("'sha256-");
    expect(policy.get('style-src-attr')).toMatch(/^'unsafe-hashes' 'sha256-[^ ]+'$/);
  });

  test('allows no style attribute where there is none', () => {
    const bare = parse(
      createPagePolicy({ scripts: NONE, styles: NONE, styleAttributes: NONE, handlers: NONE }),
    );
    expect(bare.get('style-src-attr')).toBe("'none'");
    expect(bare.get('script-src')).toBe("'self'");
  });

  test('turns no string into markup or script', () => {
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(policy.get('trusted-types')).toBe('recall');
  });

  test('is the same for the same code in another order', () => {
    const of = (...scripts: string[]) =>
      createPagePolicy({ scripts: new Set(scripts), styles: NONE, styleAttributes: NONE, handlers: NONE });
    expect(of('a', 'b', 'c')).toBe(of('c', 'a', 'b'));
  });
});

describe('policy in a header', () => {
  test('names the inline scripts of all pages, and who may frame them', () => {
    const policy = parse(createHeaderPolicy(['alert(1)'], 2000));
    expect(policy.get('script-src')).toContain("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    expect(policy.get('script-src')).not.toContain('unsafe-inline');
    expect(policy.get('frame-ancestors')).toBe("'none'");
  });

  test('stays within what a host reads, and leaves inline scripts to the pages where they are too many', () => {
    const many = Array.from({ length: 60 }, (_, index) => `script ${index}`);
    const policy = createHeaderPolicy(many, 2000);
    expect(policy.length).toBeLessThanOrEqual(2000);
    expect(parse(policy).get('script-src')).toBe("'self' 'unsafe-inline'");
    expect(parse(policy).get('require-trusted-types-for')).toBe("'script'");
  });
});

describe('place of the policy', () => {
  const meta = '<meta http-equiv="Content-Security-Policy" content="p"/>';

  test.each([
    ['<html><head><meta charset="utf-8"/><script>', `<html><head><meta charset="utf-8"/>${meta}<script>`],
    [
      '<html><head>\n  <meta charset="utf-8">\n<title>',
      `<html><head>\n  <meta charset="utf-8">${meta}\n<title>`,
    ],
    ['<head><script>', `<head>${meta}<script>`],
    ['<head lang="x"><title>', `<head lang="x">${meta}<title>`],
  ])('%s', (html, expected) => {
    expect(addPolicy(html, 'p')).toBe(expected);
  });

  test('a page without a head is refused', () => {
    expect(() => addPolicy('<p>', 'p')).toThrow('Inconsistent: a page has no <head>.');
  });
});

function parse(policy: string): Map<string, string> {
  return new Map(
    policy.split('; ').map((directive) => {
      const space = directive.indexOf(' ');
      return [directive.slice(0, space), directive.slice(space + 1)];
    }),
  );
}
