import type { LessonId } from './id.ts';
import type { Locale } from './locale.ts';
import { PREFIX } from './prefix.ts';

/** Where the build puts what the browser fetches, relative to the site's base path. */
export const MANIFEST_PATH: string = `${PREFIX}/deck.json`;

/** Path of one lesson's cards in one locale, relative to the site's base path. */
export function lessonDeckPath(locale: Locale, lesson: LessonId): string {
  return `${PREFIX}/${locale}/${lesson}.json`;
}

/** Path of what the scripts of one language's lessons say, relative to the site's base path. */
export function lessonTextsPath(locale: Locale): string {
  return `${PREFIX}/${locale}/lesson-texts.json`;
}

/** Path of what the terms of one language mean, relative to the site's base path. */
export function termNotesPath(locale: Locale): string {
  return `${PREFIX}/${locale}/term-notes.json`;
}

/** Path of the plain text of every card in one language, relative to the site's base path. */
export function cardTextsPath(locale: Locale): string {
  return `${PREFIX}/${locale}/cards.json`;
}

/** Path of what the search loads first, relative to the site's base path. */
export function searchIndexPath(locale: Locale): string {
  return `${PREFIX}/${locale}/search.json`;
}

/** Path of one file of the notes on terms, relative to the site's base path. */
export function searchNotesPath(locale: Locale, file: number): string {
  return `${PREFIX}/${locale}/search-notes/${file}.json`;
}

/** Folder of the full-text index, relative to the site's base path. */
export const FULL_TEXT_PATH = 'pagefind/';

/**
 * The language tag under which the full-text index files a language's pages: private, so that Pagefind takes the words
 * as they are given and neither cuts nor stems them by rules that no browser has.
 */
export function fullTextTag(language: string): string {
  return `x-${language.toLowerCase()}`;
}

/** Path of a language’s web app manifest, below the base path. */
export function appManifestPath(locale: Locale): string {
  return `${locale}/app.webmanifest`;
}

/** The icon that Apple’s systems take from a page, below the base path. */
export const TOUCH_ICON_PATH = `${PREFIX}/icons/touch.png`;
