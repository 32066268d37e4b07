import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/compile/render.ts';
import { renderSimple } from '../../src/compile/render-inline.ts';

/** As any text is rendered. */
function renderFully(markdown: string): string {
  const heading = `# ${markdown.replace(/\s+/g, ' ').trim()} #`;
  return renderMarkdown(heading, { base: '/', page: '/en/a/b/', definitions: '' }).replace(
    /^<h1>|<\/h1>$/g,
    '',
  );
}

describe('a simple text', () => {
  it.each([
    'The guest runs as a process.',
    '客户机是宿主机上的一个进程，由 `kvm` 执行。',
    '1. x',
    '- x',
    '`a<b && c>d` isn\'t  `"quoted"`',
    '`a` `b`',
    '50 % (more or less) + 1/2',
  ])('is rendered without the processor as with it: %s', (text) => {
    expect(renderSimple(text)).toBe(renderFully(text));
  });

  it.each([
    'a *b*',
    'a_b_c',
    '<b>x</b>',
    '[x](y)',
    'www.example.org',
    '``a`b``',
    '` a `',
    'a & b',
    'C:\\x',
    '~~x~~',
    'a@b.org',
    '# x',
    'https://example.org',
    '`a',
  ])('is not one with signs that may mean something: %s', (text) => {
    expect(renderSimple(text)).toBeUndefined();
  });

  it('never differs from the processor’s', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'B',
        ' ',
        '  ',
        '.',
        '-',
        '1',
        '`',
        '`x`',
        '`<`',
        '字',
        '，',
        '+',
        "'",
        '(',
        ')',
        'www.',
        'http',
        '/',
        '%',
        '…',
        'é',
        '\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const simple = renderSimple(text);
        if (simple !== undefined) expect(simple).toBe(renderFully(text));
      }),
      { seed: 8, numRuns: 3000 },
    );
  });
});
