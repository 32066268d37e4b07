import { options } from 'virtual:recall/options';
import type { Locale } from '../format/locale.ts';

/** The locale that the page's address names; `undefined` for the start page and what lies beside the languages. */
export function pageLocale(): Locale | undefined {
  const first = location.pathname.slice(options.base.length).split('/')[0] ?? '';
  return first in options.languages ? first : undefined;
}
