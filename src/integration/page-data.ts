import { toGlossary, toLessonDeck, toManifest } from '../compile/index.ts';
import type { Deck, LessonDeck } from '../format/deck.ts';
import type { Locale } from '../format/locale.ts';
import { PREFIX } from '../format/prefix.ts';
import type { Hosting } from './hosting/hosting.ts';
import { toSearchData } from './search/search-index.ts';
import type { SiteSettings } from './site-settings.ts';

/** What pages are rendered from, by the names under which they import it. */
export interface PageData extends Readonly<Record<string, unknown>> {
  /** By `<locale>/<lesson>`. */
  readonly lessonDecks: Readonly<Record<string, LessonDeck>>;
}

/** Makes what pages are rendered from. */
export function toPageData(
  site: SiteSettings,
  { deck, hosting, mark }: { readonly deck: Deck; readonly hosting: Hosting; readonly mark: string },
): PageData {
  const ofEach = <Value>(toValue: (locale: Locale) => Value): Record<Locale, Value> =>
    Object.fromEntries(site.locales.map((locale) => [locale, toValue(locale)]));
  const languageOf = (locale: Locale) => site.languages[locale] ?? locale;
  return {
    deck,
    manifest: toManifest(deck),
    lessonDecks: createLessonDecks(deck),
    glossaries: ofEach((locale) => toGlossary(deck, locale)),
    searchData: ofEach((locale) =>
      toSearchData(deck, locale, {
        language: languageOf(locale),
        texts: selectSearchTexts(site.textTable(locale)),
      }),
    ),
    siteTitle: site.siteTitle,
    hasSharedFrame: site.hasSharedFrame,
    languageLabels: site.labels,
    textTables: ofEach(site.textTable),
    feeds: hosting.feeds,
    previews: hosting.previews,
    missing: ofEach((locale) => {
      const texts = site.textsOf(languageOf(locale));
      return {
        title: texts('missing.title'),
        text: texts('missing.text'),
        search: texts('search.open'),
        home: texts('nav.home'),
      };
    }),
    app: { mark, themeColor: site.app.themeColor },
    landing: site.landing,
  };
}

function createLessonDecks(deck: Deck): Record<string, LessonDeck> {
  const lessons = deck.modules.flatMap((module) => module.lessons);
  return Object.fromEntries(
    deck.locales.flatMap((locale) =>
      lessons.map((lesson) => [`${locale}/${lesson.id}`, toLessonDeck(deck, lesson.id, locale)]),
    ),
  );
}

/** The texts that the search shows, apart from the page's own. */
function selectSearchTexts(table: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => key.startsWith(`${PREFIX}.search.`)));
}
