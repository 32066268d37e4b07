import { DECK_VERSION } from '../format/deck.ts';
import { CourseChangedError } from './failure/course-changed.ts';
import { keepPromises } from './keep-promises.ts';
import { loadSiteJson } from './site-json.ts';

/**
 * Loads a document of the course; `undefined` if the site has no such file.
 * @throws UnreachableError, {@link CourseChangedError} where it is of another version, or Error where it cannot be read.
 */
export async function loadCourseDocument<T extends { readonly version: number }>(
  url: string,
): Promise<T | undefined> {
  const document = await loadSiteJson<T>(url);
  if (document && document.version !== DECK_VERSION)
    throw courseChanged(`${url}: version ${document.version}, expected ${DECK_VERSION}`, url);
  return document;
}

/**
 * Any of the files may be the one that is out of date. A host may let browsers keep them for minutes, so they are fetched
 * past the browser's cache: the page that is loaded anew must not get the old ones again.
 */
export function courseChanged(message: string, ...urls: readonly string[]): CourseChangedError {
  for (const url of urls) renew(url).catch(() => undefined);
  return new CourseChangedError(message);
}

const renew = keepPromises((url: string) => fetch(url, { cache: 'reload' }));
