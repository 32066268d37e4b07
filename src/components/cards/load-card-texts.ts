import { options } from 'virtual:recall/options';
import type { PackedCardTexts } from '../../format/card-texts.ts';
import type { Locale } from '../../format/locale.ts';
import { cardTextsPath } from '../../format/paths.ts';
import { loadCourseDocument } from '../course-document.ts';

/**
 * Loads the document of the plain texts of all cards in one locale.
 * @throws UnreachableError, CourseChangedError, or Error where the site's data cannot be read.
 */
export async function loadCardTexts(locale: Locale): Promise<PackedCardTexts> {
  const url = options.base + cardTextsPath(locale);
  const texts = await loadCourseDocument<PackedCardTexts>(url);
  if (!texts) throw new Error(`${url}: 404`);
  return texts;
}
