import { describe, expect, it } from 'vitest';
import { createScriptCompactor } from '../../../src/integration/security/compact-scripts.ts';

const compact = createScriptCompactor();

describe('inline scripts', () => {
  it('lose comments and spaces, wherever they stand', () => {
    const script = '\n  // Why.\n  const name = location.hash;\n  window.other = name;\n';
    const html = `<p>a</p><script data-of="b">${script}</script><p>b</p><script>${script}</script>`;
    const short = 'const name=location.hash;window.other=name;';
    expect(compact(html)).toBe(
      `<p>a</p><script data-of="b">${short}</script><p>b</p><script>${short}</script>`,
    );
  });

  it('keep the names that other scripts know them by', () => {
    expect(compact('<script>function shared() { return 1; }\nlet value = 2;</script>')).toBe(
      '<script>function shared(){return 1}let value=2;</script>',
    );
  });

  it.each([
    ['a file', '<script type="module" src="/a.js"></script>'],
    ['a module, which the bundler has written', '<script type="module">import("/a.js"); //</script>'],
    ['data', '<script type="application/ld+json">{ "a": 1 }</script>'],
    ['what cannot be read', '<script>this is no  script</script>'],
    ['a text that would begin a comment', '<script>a = "<\\u0021-- b";</script>'],
    ['code that is shown', '<pre>&lt;script> a </pre>'],
  ])('%s stays as it is', (_, html) => {
    expect(compact(html)).toBe(html);
  });
});
