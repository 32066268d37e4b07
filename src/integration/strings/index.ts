import { PREFIX } from '../../format/prefix.ts';
import type { Strings } from '../../format/strings.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/**
 * What Starlight leaves to the default of Expressive Code in English, and would take from the site's default language
 * where that is another.
 */
const CODE_BLOCKS_IN_ENGLISH = {
  'expressiveCode.copyButtonCopied': 'Copied!',
  'expressiveCode.copyButtonTooltip': 'Copy to clipboard',
  'expressiveCode.terminalWindowFallbackTitle': 'Terminal window',
};

/** The interface texts as Starlight takes them: by language tag, keys prefixed. A region falls back to its language. */
export function createTranslations(): Record<string, Record<string, string>> {
  return { en: { ...CODE_BLOCKS_IN_ENGLISH, ...prefixed(en) }, zh: prefixed(zh), 'zh-CN': prefixed(zh) };
}

function prefixed(strings: Strings): Record<string, string> {
  return Object.fromEntries(Object.entries(strings).map(([key, text]) => [`${PREFIX}.${key}`, text]));
}
