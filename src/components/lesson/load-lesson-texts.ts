import { options } from 'virtual:recall/options';
import type { Locale } from '../../format/locale.ts';
import { lessonTextsPath } from '../../format/paths.ts';
import { keepPromises } from '../keep-promises.ts';
import { loadSiteJson } from '../site-json.ts';
import { createTexts } from '../texts.ts';

/**
 * Loads what the scripts of a lesson say, once for the page.
 * @throws Error when the network or the answer cannot be read.
 */
export const loadLessonTexts = keepPromises(async (locale: Locale) => {
  const url = options.base + lessonTextsPath(locale);
  const table = await loadSiteJson<Readonly<Record<string, string>>>(url);
  if (!table) throw new Error(`${url}: 404`);
  return createTexts(table, options.languages[locale] ?? locale);
});
