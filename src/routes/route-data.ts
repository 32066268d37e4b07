import { deck } from 'virtual:recall/deck';
import { options } from 'virtual:recall/options';
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { createTexts, selectTexts } from '../components/texts.ts';
import type { Lesson, Module } from '../format/deck.ts';

/**
 * Gives every page a sidebar of constant size (the reader's module and one link per other module) with
 * matching previous and next links, keeps fallback pages out of search, and refuses an empty page.
 */
export const onRequest = defineRouteMiddleware(async (context, next) => {
  await next();
  const route = context.locals.starlightRoute;
  const locale = route.locale ?? options.defaultLocale;
  assertRendered(route.entry);
  if (route.isFallback) {
    route.entry.data.pagefind = false;
    route.head.push({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' } });
  }

  const path = context.url.pathname.slice(options.base.length + locale.length + 1).replace(/\/$/, '');
  const [moduleId = ''] = path.split('/');
  const current = deck.modules.find((module) => module.id === moduleId);
  const texts = createTexts(selectTexts(context.locals.t.all()), route.lang);
  const link = (label: string, target: string) => ({
    type: 'link' as const,
    label,
    href: `${options.base}${locale}/${target ? `${target}/` : ''}`,
    isCurrent: path === target,
    badge: undefined,
    attrs: {},
  });
  const titleOf = (item: Lesson | Module) =>
    (item.pages[locale] ?? item.pages[options.defaultLocale])?.title ?? item.id;

  // The pages that a site has beside its modules, as Starlight lists them.
  const home = `${options.base}${locale}/`;
  const ownPages = route.sidebar.filter((entry) => entry.type === 'link' && entry.href !== home);

  route.sidebar = [
    link(texts('nav.home'), ''),
    link(texts('nav.review'), 'review'),
    link(texts('quiz.practice.title'), 'practice'),
    link(texts('quiz.exam.title'), 'exam'),
    link(texts('nav.data'), 'data'),
    link(texts('nav.glossary'), 'glossary'),
    link(texts('nav.map'), 'map'),
    ...ownPages,
    ...deck.modules.map((module) =>
      module === current
        ? {
            type: 'group' as const,
            label: titleOf(module),
            entries: [
              link(texts('module.lessons'), module.id),
              ...module.lessons.map((lesson) => link(titleOf(lesson), lesson.id)),
            ],
            collapsed: false,
            badge: undefined,
          }
        : link(titleOf(module), module.id),
    ),
  ];

  const pages = deck.modules.flatMap((module) => [module, ...module.lessons]);
  const position = pages.findIndex((page) => page.id === path);
  const neighbour = (page: Lesson | Module | undefined) => page && link(titleOf(page), page.id);
  route.pagination =
    position < 0
      ? { prev: undefined, next: undefined }
      : { prev: neighbour(pages[position - 1]), next: neighbour(pages[position + 1]) };
});

/** A Markdown plugin that throws leaves an entry with a body and no HTML; Astro only logs it and exits 0. */
function assertRendered(entry: { filePath?: string; body?: string; rendered?: { html: string } }) {
  const { filePath = '', body = '', rendered } = entry;
  if (filePath.endsWith('.md') && body.trim() && !rendered?.html.trim()) {
    throw new Error(`${filePath}: its Markdown could not be rendered; the error is logged above.`);
  }
}
