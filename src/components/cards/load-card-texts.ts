import { options } from 'virtual:recall/options';
import type { CardTexts } from '../../format/card-texts.ts';
import type { Locale } from '../../format/locale.ts';
import { cardTextsPath } from '../../format/paths.ts';
import { loadSiteJson } from '../site-json.ts';

/**
 * Loads the plain texts of all cards in one locale.
 * @throws UnreachableError, or Error where the site's data cannot be read.
 */
export async function loadCardTexts(locale: Locale): Promise<CardTexts> {
  const url = options.base + cardTextsPath(locale);
  const texts = await loadSiteJson<CardTexts>(url);
  if (!texts) throw new Error(`${url}: 404`);
  return texts;
}
