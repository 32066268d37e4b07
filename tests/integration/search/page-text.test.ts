import { expect, test } from 'vitest';
import { joinBlocks, readPageText } from '../../../src/integration/search/page-text.ts';

const UNSEARCHED = { tags: new Set(['svg', 'script']), classes: new Set(['card']) };
const blocksOf = (html: string) => readPageText(html, UNSEARCHED).passages.flatMap(({ blocks }) => blocks);

test.each([
  ['attributes', '<p class="a" title="x > y">One</p>', ['One']],
  ['comments', 'a<!-- <svg> -->b', ['ab']],
  ['elements by their name', 'a<svg><path d="M0"/><text>no</text></svg>b', ['ab']],
  ['elements by their class', '<div class="x card"><div>no</div><br>no</div><p class="cards">b</p>', ['b']],
  ['what is ignored', 'a<section data-pagefind-ignore><section>no</section>no</section>b', ['ab']],
  ['what is ignored, said in full', 'a<p data-pagefind-ignore="">no</p>b', ['ab']],
  ['void elements alone', 'a<img class="card" src="x">b', ['ab']],
  ['scripts that look like markup', 'a<script>if (a<b) "<p>"</script>b', ['ab']],
  ['what never ends', 'a<svg>b', ['a']],
])('leaves out %s', (_, html, expected) => {
  expect(blocksOf(html)).toEqual(expected);
});

test('keeps a line together and parts blocks, with references as letters', () => {
  const html =
    '<p>内核<strong>模块</strong> &amp; <code>a &lt; b</code></p><ul><li>one</li><li>two</li></ul>x<br>y';
  expect(blocksOf(html)).toEqual(['内核模块 & a < b', 'one', 'two', 'x', 'y']);
});

test('cuts at the headings that can be linked, and takes the first as the title', () => {
  const html = [
    '<h1 id="_top">Title</h1><p>Intro</p>',
    '<div><h2 id="a&amp;b">First <em>part</em></h2></div><p>Text</p><h5 id="deep">Deep</h5>',
    '<h2>Not linked</h2><p>More</p><h3 id="last">Last</h3>',
  ].join('');
  expect(readPageText(html, UNSEARCHED)).toEqual({
    title: 'Title',
    passages: [
      { id: '', heading: '', level: 0, blocks: ['Intro'] },
      { id: 'a&b', heading: 'First part', level: 2, blocks: ['Text', 'Deep', 'Not linked', 'More'] },
      { id: 'last', heading: 'Last', level: 3, blocks: [] },
    ],
  });
});

test('joins blocks as a reader would read them', () => {
  expect(joinBlocks(['一句。', '两项', '三项', 'A sentence.', 'Another'])).toBe(
    '一句。两项 · 三项 · A sentence. Another',
  );
  expect(joinBlocks([])).toBe('');
});
