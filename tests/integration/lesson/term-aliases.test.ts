import { pathToFileURL } from 'node:url';
import { markdownToHtml } from 'satteri';
import { expect, it } from 'vitest';
import { compile } from '../../../src/compile/index.ts';
import { lessonMarkdown } from '../../../src/integration/lesson/markdown.ts';

const { deck } = compile({ locales: ['zh', 'en'], base: '/', files: [] });

it.each([
  ['en', '<span lang="zh-CN">根</span> · root set'],
  ['zh', '根 · root set'],
])('the other names of a term in %s say what language they are in', async (locale, aliases) => {
  const plugin = lessonMarkdown({
    base: '/',
    deck: () => deck,
    languages: { zh: 'zh-CN', en: 'en' },
    texts: () => (key) => key,
  });
  const { html } = await markdownToHtml(':term[Root]{#root alias="根, root set"}\n: Where it starts.\n', {
    features: { directive: true, definitionList: true },
    mdastPlugins: [plugin],
    fileURL: pathToFileURL(`/site/content/docs/${locale}/heap/marking.md`),
  });
  expect(html).toContain(`<span class="recall-term__aliases">${aliases}</span>`);
});
