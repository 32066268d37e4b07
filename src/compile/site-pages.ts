import type { Locale } from '../format/locale.ts';
import type { Document } from './document.ts';
import { pageAddress } from './source.ts';

/** The anchors of a page, or `undefined` where they are not known. */
export type Anchors = ReadonlySet<string> | undefined;

/** Every page of a site by its address without the base path, e.g. `/en/heap/marking/`. */
export type SitePages = ReadonlyMap<string, Anchors>;

/** Pages that the engine adds below every locale. */
export const ADDED_ROUTES: readonly string[] = ['review', 'practice', 'exam', 'glossary', 'map', 'data'];

/** The pages that a course makes: its own, the default locale's where one is not translated, and added routes. */
export function sitePages(
  documents: readonly Document[],
  locales: readonly Locale[],
  routes: readonly string[],
): SitePages {
  const pages = new Map<string, Anchors>([['/', undefined]]);
  for (const { path, anchors } of documents) pages.set(pageAddress(path), anchors);
  const [defaultLocale = '', ...others] = locales;
  for (const [address, anchors] of [...pages]) {
    if (!address.startsWith(`/${defaultLocale}/`)) continue;
    for (const locale of others) {
      const fallback = `/${locale}${address.slice(defaultLocale.length + 1)}`;
      if (!pages.has(fallback)) pages.set(fallback, anchors);
    }
  }
  for (const locale of locales) {
    for (const route of routes) pages.set(`/${locale}/${route}/`, undefined);
  }
  return pages;
}
