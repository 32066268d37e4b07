import { options } from 'virtual:recall/options';
import type { Locale } from '../../format/locale.ts';
import { lessonTextsPath } from '../../format/paths.ts';
import { createTexts, type Texts } from '../texts.ts';

let loading: Promise<Texts> | undefined;

/**
 * Loads what the scripts of a lesson say, once for the page.
 * @throws Error when the network or the answer cannot be read.
 */
export function loadLessonTexts(locale: Locale): Promise<Texts> {
  loading ??= load(locale);
  // A failed load must not be remembered.
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function load(locale: Locale): Promise<Texts> {
  const url = options.base + lessonTextsPath(locale);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return createTexts(await response.json(), options.languages[locale] ?? locale);
}
