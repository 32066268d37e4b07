import { expect, test } from 'vitest';
import { cardOf, compileBody } from './course-text.ts';

function backOf(markdown: string, base = '/', around = (card: string) => card): string {
  const { deck } = compileBody(around(cardOf('x', 'Q', markdown)), base);
  return deck.cards.find(({ id }) => id === 'x')?.faces.en?.back ?? 'no card';
}

function maskedOf(definition: string, name: string, alias: string): string {
  const { deck } = compileBody(`:term[${name}]{#x alias="${alias}"}\n: ${definition}`);
  const front = deck.cards.find(({ id }) => id === 'x.name')?.faces.en?.front ?? 'no card';
  return front.replaceAll('<span class="recall-mask">…</span>', '_').replace(/<\/?p>/g, '');
}

test.each([
  ['A heap holds objects; heaps grow.', 'heap', '', 'A _ holds objects; _ grow.'],
  ['Heap: cheap to use.', 'heap', '', '_: cheap to use.'],
  ['回收器扫描堆内存。', '堆内存', '堆', '回收器扫描_。'],
  ['A GC frees, and GCs pause.', 'collector', 'GC', 'A _ frees, and _ pause.'],
  ['The `free list` of it', 'free list', '', 'The <code>_</code> of it'],
  ['C++ (like C) frees', 'C++', '', '_ (like C) frees'],
  ['Nothing to see', 'heap', 'pile', 'Nothing to see'],
])('[C5] %s', (definition, name, alias, masked) => {
  expect(maskedOf(definition, name, alias)).toBe(masked);
});

test.each([
  ['ports 8080:80 of nginx:latest at 12:30', '<p>ports 8080:80 of nginx:latest at 12:30</p>'],
  ['~~old~~', '<p><del>old</del></p>'],
  ['one\ntwo', '<p>one\ntwo</p>'],
  ['[a][ref]', '<p><a href="https://example.org/b" rel="noopener">a</a></p>'],
  ['```sh\nls -l\n```', '<pre><code class="language-sh">ls -l\n</code></pre>'],
])('[C9] %s', (markdown, html) => {
  expect(backOf(markdown, '/', (card) => `${card}\n\n[ref]: https://example.org/b`)).toBe(html);
});

test.each([
  ['a list', (card: string) => `- item\n\n${card.replace(/^(?=.)/gm, '  ')}`],
  ['a quotation', (card: string) => card.replace(/^/gm, '> ')],
])('[C9] a card in %s loses the indentation of it', (_where, around) => {
  expect(backOf('one\n\n- two\n  three', '/', around)).toBe('<p>one</p>\n<ul>\n<li>two\nthree</li>\n</ul>');
});

test('[C9] of a container in a face the fences go and the label stays', () => {
  const markdown = 'one\n\n:::tip[Mind]\ntwo\n:::';
  const html = backOf(markdown, '/', (card) => `:${card.replace(/:::$/, '::::')}`);
  expect(html).toBe('<p>one</p>\n<p><strong>Mind</strong></p>\n<p>two</p>');
});

test.each([
  ['a <b>bold</b><!-- c --> word', '<p>a bold word</p>'],
  ['one\n\n<div onclick="x()">\ntext\n</div>', '<p>one</p>\n\ntext'],
  ['<img src=x onerror=x()> end', '<p> end</p>'],
  ['a < b & c > d', '<p>a &lt; b &amp; c &gt; d</p>'],
  ['[a](javascript:x())', '<p><a>a</a></p>'],
  ['[a](java&#10;script:x())', '<p><a href="/en/heap/marking/java%0Ascript:x()">a</a></p>'],
  ['[a](JavaScript&colon;x())', '<p><a>a</a></p>'],
  ['<script>x()</script>\n\nend', 'x()\n<p>end</p>'],
  ['[a](data:text/html,x)', '<p><a>a</a></p>'],
])('[C10] %s', (markdown, html) => {
  expect(backOf(markdown)).toBe(html);
});

test.each([
  ['/', '/en/heap/'],
  ['/x/', '/x/en/heap/'],
  ['/x', '/x/en/heap/'],
])('[C11] under base %s', (base, expected) => {
  expect(backOf('[a](/en/heap/)', base)).toContain(`href="${expected}"`);
});

test.each([
  ['[a](../sweeping/#end)', '<p><a href="/x/en/heap/sweeping/#end">a</a></p>'],
  ['[a](#here)', '<p><a href="/x/en/heap/marking/#here">a</a></p>'],
  [
    '[a](https://example.org/?q=1 "t")',
    '<p><a href="https://example.org/?q=1" title="t" rel="noopener">a</a></p>',
  ],
  ['[a](mailto:a@example.org)', '<p><a href="mailto:a@example.org" rel="noopener">a</a></p>'],
  ['see WWW.example.org', '<p>see <a href="http://www.example.org/" rel="noopener">WWW.example.org</a></p>'],
  ['https://example.org', '<p><a href="https://example.org/" rel="noopener">https://example.org</a></p>'],
  ['a@example.org', '<p><a href="mailto:a@example.org" rel="noopener">a@example.org</a></p>'],
  ['www&period;example.org', '<p><a href="http://www.example.org/" rel="noopener">www.example.org</a></p>'],
  [
    'https&colon;//example.org',
    '<p><a href="https://example.org/" rel="noopener">https://example.org</a></p>',
  ],
  [
    '<https://example.org/b>',
    '<p><a href="https://example.org/b" rel="noopener">https://example.org/b</a></p>',
  ],
  ['![a](/images/a.svg)', '<p><img src="/x/images/a.svg" alt="a"></p>'],
])('[C11] %s', (markdown, html) => {
  expect(backOf(markdown, '/x/')).toBe(html);
});
