import type { InjectedRoute } from 'astro';
import { PREFIX } from '../format/prefix.ts';

/** The routes of the site's own pages and data. */
export function listRoutes(command: string, { hasIcon }: { readonly hasIcon: boolean }): InjectedRoute[] {
  const routes = {
    ...ROUTES,
    ...(command === 'build' ? {} : DEVELOPMENT_ROUTES),
    ...(hasIcon ? ICON_ROUTE : {}),
  };
  return Object.entries(routes).map(([pattern, entrypoint]) => ({
    pattern,
    entrypoint: new URL(entrypoint, import.meta.url),
    prerender: true,
  }));
}

const ROUTES = {
  '/': '../routes/landing.astro',
  '/404': '../routes/404.astro',
  '/[locale]/review/': '../routes/review.astro',
  '/[locale]/practice/': '../routes/practice.astro',
  '/[locale]/exam/': '../routes/exam.astro',
  '/[locale]/glossary/': '../routes/glossary.astro',
  '/[locale]/cards/': '../routes/cards.astro',
  '/[locale]/data/': '../routes/data.astro',
  '/[locale]/offline/': '../routes/offline.astro',
  '/[locale]/settings/': '../routes/settings.astro',
  '/[locale]/search/': '../routes/search.astro',
  '/[locale]/map/': '../routes/map.astro',
  [`/${PREFIX}/deck.json`]: '../routes/manifest.json.ts',
  [`/${PREFIX}/[locale]/term-notes.json`]: '../routes/term-notes.json.ts',
  [`/${PREFIX}/[locale]/cards.json`]: '../routes/card-texts.json.ts',
  [`/${PREFIX}/[locale]/lesson-texts.json`]: '../routes/lesson-texts.json.ts',
  [`/${PREFIX}/[locale]/search.json`]: '../routes/search.json.ts',
  [`/${PREFIX}/[locale]/search-notes/[file].json`]: '../routes/search-notes.json.ts',
};

/** For what a build writes by itself. */
const DEVELOPMENT_ROUTES = {
  [`/${PREFIX}/[locale]/[...lesson].json`]: '../routes/lesson-deck.json.ts',
};

const ICON_ROUTE = { '/favicon.svg': '../routes/favicon.svg.ts' };
