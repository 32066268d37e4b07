import { pathToFileURL } from 'node:url';
import { markdownToHtml, mdxToJs } from 'satteri';
import { expect, it } from 'vitest';
import { compile } from '../../../src/compile/index.ts';
import { lessonMarkdown } from '../../../src/integration/lesson/markdown.ts';

const SVG = `<svg viewBox="0 0 440 60">
  <title lang="zh">根</title><title lang="en">Root</title><desc>→</desc>
  <text x="2" y="20" lang="zh">根</text><text x="2" y="20" lang="en">root</text>
</svg>`;
const { deck } = compile({
  locales: ['zh', 'en'],
  base: '/',
  files: [{ path: 'content/figures/roots.svg', text: SVG }],
});
const LINE = '::figure[See **this**, [there](/en/heap/).]{#roots}';

function settings(path: string) {
  const plugin = lessonMarkdown({
    base: '/b/',
    deck: () => deck,
    languages: { zh: 'zh-CN', en: 'en' },
    texts: () => (key) => key,
  });
  const fileURL = pathToFileURL(`/site/content/docs/${path}`);
  return { features: { directive: true, definitionList: true }, mdastPlugins: [plugin], fileURL };
}

it('a figure is drawn in the language of its page, with its caption as Markdown below it', async () => {
  const { html } = await markdownToHtml(`${LINE}\n`, settings('en/heap/marking.md'));
  expect(html).toMatch(
    /^<figure class="recall-figure not-content" id="figure-roots"><svg viewBox="0 0 440 60" role="img"/,
  );
  expect(html).toContain('<text x="2" y="20">root</text></svg><figcaption>See <strong>this</strong>, ');
  expect(html).toContain('<a href="/b/en/heap/">there</a>');
  expect(html).not.toContain('根');
});

it('without a caption there is none', async () => {
  const { html } = await markdownToHtml('::figure{#roots}\n', settings('zh/heap/marking.md'));
  expect(html).toContain('<text x="2" y="20">根</text></svg></figure>');
});

it('in MDX the drawing is raw HTML too', async () => {
  const { code } = await mdxToJs(`${LINE}\n`, settings('en/heap/marking.mdx'));
  expect(code).toContain('"set:html": "<svg viewBox=\\"0 0 440 60\\"');
  expect(code).toContain('_components.figcaption');
});
