import { app, deck } from 'virtual:recall/deck';
import { lessonHtml } from 'virtual:recall/lessons';
import { options } from 'virtual:recall/options';
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { createTexts, selectTexts, type Texts } from '../components/texts.ts';
import type { Locale } from '../format/locale.ts';
import { appManifestPath, TOUCH_ICON_PATH } from '../format/paths.ts';
import type { StringKey } from '../format/strings.ts';
import Lesson from './frame/Lesson.astro';
import { createCourseNavigation, type Place } from './navigation.ts';

/**
 * Gives every page a sidebar of constant size (the reader's module and one link per other module, of
 * many the nearest) with matching previous and next links, keeps fallback pages out of search, takes a lesson's HTML from
 * where its loader left it, and refuses an empty page.
 */
export const onRequest = defineRouteMiddleware(async (context, next) => {
  await next();
  const route = context.locals.starlightRoute;
  const locale = route.locale ?? options.defaultLocale;
  assertRendered(route.entry);
  if (lessonHtml.has(route.entry.filePath ?? '')) route.Content = Lesson;
  if (route.isFallback) {
    route.entry.data.pagefind = false;
    route.head.push({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' } });
  }

  // Which versions made a page helps none but those who look for their faults.
  route.head = route.head.filter(({ attrs }) => attrs?.['name'] !== 'generator');

  // The build makes what these name; a development server has none of it.
  if (import.meta.env.PROD) route.head.push(...appTags(locale));

  const path = context.url.pathname.slice(options.base.length + locale.length + 1).replace(/\/$/, '');
  const { texts, navigate } = frameOf(locale, () =>
    createTexts(selectTexts(context.locals.t.all()), route.lang),
  );
  const link = ({ label, path: target }: Place) => ({
    type: 'link' as const,
    label,
    href: `${options.base}${locale}/${target ? `${target}/` : ''}`,
    isCurrent: path === target,
    badge: undefined,
    attrs: {},
  });
  const added = (key: StringKey, target: string) => link({ label: texts(key), path: target });
  /** The list falls into parts that the eye finds: studying, the course, looking up, this device. */
  const startPart = (first: ReturnType<typeof link>, ...others: SidebarEntry[]): SidebarEntry[] => [
    { ...first, attrs: { class: 'recall-nav-part' } },
    ...others,
  ];

  // The pages that a site has beside its modules, as Starlight lists them.
  const home = `${options.base}${locale}/`;
  const ownPages = route.sidebar.filter((entry) => entry.type === 'link' && entry.href !== home);
  const { modules, previous, next: following, ...counts } = navigate(path);

  route.sidebar = [
    added('nav.home', ''),
    added('nav.review', 'review'),
    added('quiz.practice.title', 'practice'),
    added('quiz.exam.title', 'exam'),
    added('nav.cards', 'cards'),
    ...startPart(
      added('nav.map', 'map'),
      ...modules.map(({ lessons, ...module }) =>
        lessons
          ? {
              type: 'group' as const,
              label: module.label,
              entries: [
                added('module.lessons', module.path),
                ...lessons.map(link),
                ...(counts.isLessonHidden ? [added('nav.all-lessons', module.path)] : []),
              ],
              collapsed: false,
              badge: undefined,
            }
          : link(module),
      ),
      ...(counts.isModuleHidden ? [added('nav.all-modules', 'map')] : []),
    ),
    ...startPart(added('nav.glossary', 'glossary'), ...ownPages),
    ...startPart(
      added('nav.data', 'data'),
      added('nav.offline', 'offline'),
      added('nav.settings', 'settings'),
    ),
  ];
  route.pagination = { prev: previous && link(previous), next: following && link(following) };
});

type SidebarEntry = StarlightRouteData['sidebar'][number];

const frames = new Map<Locale, Frame>();

/** What every page of a locale shares, made once: a site has many pages. */
function frameOf(locale: Locale, createFrameTexts: () => Texts): Frame {
  // A development server makes a new deck at each change, and this module with it.
  const known = frames.get(locale) ?? {
    texts: createFrameTexts(),
    navigate: createCourseNavigation(deck.modules, locale, options.defaultLocale),
  };
  frames.set(locale, known);
  return known;
}

interface Frame {
  readonly texts: Texts;
  readonly navigate: ReturnType<typeof createCourseNavigation>;
}

/** What lets a browser offer a page as an app, and colours its frame. */
function appTags(locale: Locale) {
  const { base } = options;
  const link = (rel: string, path: string) => ({ tag: 'link' as const, attrs: { rel, href: base + path } });
  return [
    link('manifest', appManifestPath(locale)),
    link('apple-touch-icon', TOUCH_ICON_PATH),
    ...Object.entries(app.themeColor).map(([scheme, content]) => ({
      tag: 'meta' as const,
      attrs: { name: 'theme-color', media: `(prefers-color-scheme: ${scheme})`, content },
    })),
  ];
}

/** A Markdown plugin that throws leaves an entry with a body and no HTML; Astro only logs it and exits 0. */
function assertRendered(entry: { filePath?: string; body?: string; rendered?: { html: string } }) {
  const { filePath = '', body = '', rendered } = entry;
  if (filePath.endsWith('.md') && body.trim() && !rendered?.html.trim()) {
    throw new Error(`${filePath}: its Markdown could not be rendered; the error is logged above.`);
  }
}
