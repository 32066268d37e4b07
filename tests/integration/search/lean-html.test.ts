import { expect, test } from 'vitest';
import { leanHtml } from '../../../src/integration/search/lean-html.ts';

const UNSEARCHED = { tags: new Set(['svg', 'script']), classes: new Set(['card']) };
const lean = (html: string) => leanHtml(html, UNSEARCHED);

test.each([
  ['attributes that nobody reads', '<p class="a" style="b" title="x > y">One</p>', '<p>One</p>'],
  ['all but where a hit is', '<h2 class="a" id="one">One</h2><BR/>two', '<h2 id="one">One</h2><br>two'],
  ['comments', 'a<!-- <svg> -->b', 'ab'],
  ['elements by their name', 'a<svg><path d="M0"/><text>no</text></svg>b', 'ab'],
  [
    'elements by their class',
    '<div class="x card"><div>no</div><br>no</div><p class="cards">b</p>',
    '<p>b</p>',
  ],
  ['what is ignored', 'a<section data-pagefind-ignore><section>no</section>no</section>b', 'ab'],
  ['what is ignored, said in full', 'a<p data-pagefind-ignore="">no</p>b', 'ab'],
  ['void elements alone', 'a<img class="card" src="x">b', 'ab'],
  ['scripts that look like markup', 'a<script>if (a<b) "<p>"</script>b', 'ab'],
  ['what never ends', 'a<svg>b', 'a'],
])('leaves out %s', (_, html, expected) => {
  expect(lean(html)).toBe(expected);
});

test('keeps what Pagefind reads of an ignored title', () => {
  const title = '<h1 data-pagefind-meta="title" data-pagefind-ignore>T</h1>';
  expect(lean(title)).toBe(title);
});

test('makes every CJK character a word, in text only', () => {
  expect(lean('<p id="内核">内核 kernel &amp; 核</p>')).toBe(
    '<p id="内核">内\u200b核\u200b kernel &amp; 核\u200b</p>',
  );
});
