import type { Locale } from '../format/locale.ts';
import type { Text } from './lesson/fact-table.ts';
import type { ParsedOptions } from './options.ts';

/** What the Starlight plugin knows of the site. The first locale is the default one. */
export interface SiteSettings {
  readonly locales: readonly Locale[];
  readonly languages: Readonly<Record<Locale, string>>;
  readonly labels: Readonly<Record<Locale, string>>;
  readonly landing: ParsedOptions['landing'];
  readonly translationCards: boolean;
  readonly siteTitle: string;
  readonly offline: boolean;
  /** Whether each page also stands there as plain Markdown. */
  readonly hasMarkdown: boolean;
  /** Whether headings of lessons have links to themselves. */
  readonly hasHeadingLinks: boolean;
  /** Whether page frame, header and sidebar are as the engine expects them, and not the site's own. */
  readonly hasSharedFrame: boolean;
  readonly app: ParsedOptions['app'];
  /** Interface texts by language tag. */
  readonly textsOf: (language: string) => Text;
  /** Whether the site leaves its sitemap to the engine. */
  readonly ownsSitemap: boolean;
  /** Interface texts in the language of a content file, by absolute path. */
  readonly texts: (file: string) => Text;
  /** All interface texts of a locale by `<prefix>.<key>`, gaps unfilled. */
  readonly textTable: (locale: Locale) => Readonly<Record<string, string>>;
}
