import { describe, expect, test } from 'vitest';
import { findInlineCode } from '../../../src/integration/security/inline-code.ts';

describe('inline code of a page', () => {
  test.each([
    ['a script', '<script>a()</script>', { scripts: ['a()'] }],
    ['a module', '<script type="module">import "x"</script>', { scripts: ['import "x"'] }],
    ['an empty script', '<script></script>', { scripts: [''] }],
    ['white space and line ends as they are', '<script>\n\ta()\n</script >', { scripts: ['\n\ta()\n'] }],
    ['two scripts once', '<script>a</script><SCRIPT>a</SCRIPT>', { scripts: ['a'] }],
    [
      'markup within a script',
      '<script>x="<style>b</style>"</script>',
      { scripts: ['x="<style>b</style>"'] },
    ],
    ['a script after a `>` in an attribute', '<p title="a>b"><script>a</script>', { scripts: ['a'] }],
    ['a style', '<style media="print">p{}</style>', { styles: ['p{}'] }],
    ['a style attribute', '<p class=x style="a:b">', { styleAttributes: ['a:b'] }],
    ['one in single quotes', '<p style=\'a:"b"\'>', { styleAttributes: ['a:"b"'] }],
    ['one without quotes', '<p style=a:b>', { styleAttributes: ['a:b'] }],
    ['an empty one', '<p style="">', { styleAttributes: [''] }],
    ['references in one', '<p style="a:&quot;b&#39;&#x3E;&amp;&#34;">', { styleAttributes: ['a:"b\'>&"'] }],
    ['an event handler', '<button onClick="a()">', { handlers: ['button onclick'] }],
  ])('finds %s', (_what, html, found) => {
    expect(listed(html)).toEqual({ ...NOTHING, ...found });
  });

  test.each([
    ['a script that is fetched', '<script src="/a.js"></script>'],
    ['data', '<script type="application/json">{"a":1}</script>'],
    ['what is commented out', '<!-- <script>a</script> <p style="a:b"> -->'],
    ['what is text', '<p>&lt;script&gt;a&lt;/script&gt; style="a:b" onclick="b"</p>'],
    ['attributes with similar names', '<p data-style="a:b" data-onclick="c">'],
    ['text of a form field', '<textarea><script>a</script></textarea>'],
  ])('does not take %s for code', (_what, html) => {
    expect(listed(html)).toEqual(NOTHING);
  });

  test('refuses a page that ends within a script', () => {
    expect(() => findInlineCode('<script>a()')).toThrow('Inconsistent: <script> is never closed.');
  });
});

const NOTHING = { scripts: [], styles: [], styleAttributes: [], handlers: [] };

function listed(html: string) {
  return Object.fromEntries(Object.entries(findInlineCode(html)).map(([kind, texts]) => [kind, [...texts]]));
}
