declare module 'virtual:recall/options' {
  /** What the browser needs to know of the build. */
  export const options: {
    /** The site's base path, with a slash at both ends. */
    readonly base: string;
    readonly defaultLocale: string;
    /** Language tags by locale, e.g. `zh` → `zh-CN`. */
    readonly languages: Readonly<Record<string, string>>;
    readonly siteTitle: string;
    /** Whether readers’ browsers keep the site. */
    readonly isKeptOffline: boolean;
  };
}

declare module 'virtual:recall/update-texts' {
  /** What is said of a new version of the site, by locale; with the site’s own wording, if it has one. */
  export const updateTexts: Readonly<Record<string, import('./update-texts.ts').UpdateTexts>>;
}

declare module 'virtual:recall/failed-texts' {
  /**
   * What a lesson says, by locale, where its quiz cannot be had: no file can be fetched then, and in each page it would stand
   * for nothing nearly always.
   */
  export const failedTexts: Readonly<Record<string, import('./failed-texts.ts').FailedTexts>>;
}

declare module 'virtual:recall/deck' {
  /** The compiled course. Too large for the browser: only pages rendered at build time import it. */
  export const deck: import('./deck.ts').Deck;
  export const manifest: import('./deck.ts').Manifest;
  /** By `<locale>/<lesson>`. */
  export const lessonDecks: Readonly<Record<string, import('./deck.ts').LessonDeck>>;
  /** Every term in the order of each language, by locale. */
  export const glossaries: Readonly<Record<string, readonly import('./glossary.ts').GlossaryEntry[]>>;
  /** What the search of each language reads before it asks the full text, by locale; notes file by file. */
  export const searchData: Readonly<
    Record<
      string,
      {
        readonly index: import('./search.ts').SearchIndex;
        readonly notes: readonly import('./search.ts').SearchNotes[];
      }
    >
  >;
  /** Texts of the language choice, by locale. */
  export const landing: Readonly<
    Record<string, { readonly headline: string; readonly lead: string; readonly action: string }>
  >;
  export const siteTitle: string;
  /** Whether page frame, header and sidebar are as the engine expects them, and not the site's own. */
  export const hasSharedFrame: boolean;
  /** Names of the site's languages, by locale. */
  export const languageLabels: Readonly<Record<string, string>>;
  /** Interface texts by key, by locale. */
  export const textTables: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the error page says, by locale. */
  export const missing: Readonly<
    Record<
      string,
      { readonly title: string; readonly text: string; readonly search: string; readonly home: string }
    >
  >;
  /** Locales with a feed of changed lessons. */
  export const feeds: readonly string[];
  /** Paths of pages with a picture for shared links, below the base path. */
  export const previews: readonly string[];
  /** How the site looks as an installed app; `mark` is SVG. */
  export const app: {
    readonly mark: string;
    readonly themeColor: { readonly light: string; readonly dark: string };
  };
}

declare module 'virtual:recall/lessons' {
  /** The HTML of rendered lessons by the paths of their files from the root of the site. */
  export const lessonHtml: ReadonlyMap<string, string>;
}
