import type { Locale } from '../format/locale.ts';
import { CJK } from './words.ts';

/**
 * The tag of the language that words are in whose script the page's own language is not written in; `undefined` for all
 * others, of which nobody has said what they are. `own` is a tag, `languages` are those of the site.
 */
export function scriptLanguage(
  words: string,
  own: string,
  languages: Readonly<Record<Locale, string>>,
): string | undefined {
  if (!CJK.test(words) || isCjk(own)) return undefined;
  return Object.values(languages).find(isCjk);
}

function isCjk(language: string): boolean {
  return /^(?:zh|ja|ko)\b/i.test(language);
}
