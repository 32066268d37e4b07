import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import type { Locale } from '../format/locale.ts';
import { PREFIX } from '../format/prefix.ts';
import { createIntegration } from './integration.ts';
import type { Text } from './lesson/fact-table.ts';
import { parseOptions, type RecallOptions } from './options.ts';
import { listOwnPages } from './own-pages.ts';
import { rememberEach } from './remember-each.ts';
import { createTranslations } from './strings/index.ts';

const ROUTE_MIDDLEWARE = new URL('../routes/route-data.ts', import.meta.url).pathname;
const OVERRIDES = Object.fromEntries(
  [
    'Footer',
    'Head',
    'LanguageSelect',
    'MobileMenuToggle',
    'PageSidebar',
    'PageTitle',
    'Pagination',
    'Search',
    'Sidebar',
    'ThemeProvider',
    'ThemeSelect',
  ].map((name) => [name, new URL(`../routes/overrides/${name}.astro`, import.meta.url).pathname]),
);
/** Starlight's components that do not appear where an override stands; a site's own must. */
const REPLACED_PARTS: Readonly<Record<string, readonly string[]>> = {
  PageSidebar: ['MobileTableOfContents', 'TableOfContents'],
  Sidebar: ['MobileMenuFooter'],
};
const SITEMAP = '@astrojs/sitemap';
const STYLES = new URL('../components/styles/site.css', import.meta.url).pathname;

/**
 * Recall as a Starlight plugin: cards from lessons, their review, and the whole site offline.
 * @throws Error for options that do not fit, and for a site without locales in its URLs.
 */
export function starlightRecall(options: RecallOptions): StarlightPlugin {
  return {
    name: 'starlight-recall',
    hooks: {
      'i18n:setup': ({ injectTranslations }) => injectTranslations(createTranslations()),
      'config:setup': ({
        addIntegration,
        addRouteMiddleware,
        astroConfig,
        absolutePathToLang,
        config,
        updateConfig,
        useTranslations,
      }) => {
        const languages = parseLanguages(config.locales);
        const locales = Object.keys(languages);
        const defaultLocale = config.defaultLocale ?? locales[0] ?? '';
        const { landing, translationCards, offline, markdownPages, app } = parseOptions(options, locales);
        updateConfig({
          customCss: [STYLES, ...(config.customCss ?? [])],
          disable404Route: true,
          // The integration makes its own index.
          pagefind: false,
          // The middleware makes the sidebar of each page. Starlight's own would list every page of the course, and be
          // copied for each of them: most of the time of a large build.
          sidebar: config.sidebar ?? ownPages(fileURLToPath(astroConfig.srcDir), defaultLocale),
        });
        // A site's own component stays; what is set and Starlight's is only its default.
        const isDefault = (name: string) =>
          config.components?.[name as keyof typeof config.components]?.startsWith('@astrojs/starlight/') ??
          true;
        const overrides = Object.entries(OVERRIDES).filter(
          ([name]) => isDefault(name) && (REPLACED_PARTS[name] ?? []).every(isDefault),
        );
        // Ours are the same, and lighter.
        const hasHeadingLinks = config.markdown?.headingLinks ?? true;
        if (hasHeadingLinks) updateConfig({ markdown: { ...config.markdown, headingLinks: false } });
        updateConfig({ components: { ...config.components, ...Object.fromEntries(overrides) } });
        const textsOf = rememberEach((language: string): Text => {
          const translate = useTranslations(language);
          // Looking a text up takes longer than rendering what it stands in.
          const find = rememberEach((key: string) =>
            String(translate(`${PREFIX}.${key}` as never, { skipInterpolation: true } as never)),
          );
          return (key, values = {}) =>
            find(key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
        });
        addRouteMiddleware({ entrypoint: ROUTE_MIDDLEWARE });
        // Starlight adds a sitemap of its own unless the site has one by this name. Ours leaves out what is not
        // translated, and makes no noise where the site's URL is not known.
        const ownsSitemap = !astroConfig.integrations.some(({ name }) => name === SITEMAP);
        if (ownsSitemap) addIntegration({ name: SITEMAP, hooks: {} });
        addIntegration(
          createIntegration({
            ownsSitemap,
            locales: [defaultLocale, ...locales.filter((locale) => locale !== defaultLocale)],
            languages,
            labels: Object.fromEntries(
              locales.map((locale) => [locale, config.locales?.[locale]?.label ?? locale]),
            ),
            landing,
            translationCards,
            offline,
            hasMarkdown: markdownPages,
            hasHeadingLinks,
            hasSharedFrame:
              ['PageFrame', 'Header', 'SocialIcons'].every(isDefault) &&
              ['Sidebar', 'LanguageSelect', 'ThemeSelect'].every((part) =>
                overrides.some(([name]) => name === part),
              ),
            app,
            siteTitle: typeof config.title === 'string' ? config.title : (config.title[defaultLocale] ?? ''),
            texts: (file) => textsOf(absolutePathToLang(file)),
            textsOf,
            textTable: (locale) =>
              useTranslations(languages[locale] ?? locale).all() as Record<string, string>,
          }),
        );
      },
    },
  };
}

/** The pages beside the modules as a sidebar of Starlight. */
function ownPages(sourceFolder: string, locale: Locale) {
  return listOwnPages(path.join(sourceFolder, 'content/docs', locale)).map((slug) => ({ slug }));
}

function parseLanguages(
  locales: Record<string, { lang?: string | undefined } | undefined> | undefined,
): Record<string, string> {
  const entries = Object.entries(locales ?? {}).filter(([locale]) => locale !== 'root');
  if (entries.length === 0) {
    throw new Error(
      'The Recall plugin needs the site’s languages in its URLs: give Starlight `locales` such as { zh: …, en: … }.',
    );
  }
  return Object.fromEntries(entries.map(([locale, settings]) => [locale, settings?.lang ?? locale]));
}
