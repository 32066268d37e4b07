import { options } from 'virtual:recall/options';
import type { CardTexts } from '../../format/card-texts.ts';
import type { Locale } from '../../format/locale.ts';
import { cardTextsPath } from '../../format/paths.ts';

/** Loads the plain texts of all cards in one locale; without them the list still names each by its id. */
export async function loadCardTexts(locale: Locale): Promise<CardTexts> {
  try {
    const response = await fetch(options.base + cardTextsPath(locale));
    return response.ok ? ((await response.json()) as CardTexts) : {};
  } catch {
    return {};
  }
}
