/** The locales of the site, as in `astro.config.mjs`; the first one is the default. */
export const LOCALES: readonly string[] = ['zh', 'en'];
