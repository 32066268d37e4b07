import { PREFIX } from '../../format/prefix.ts';
import type { Strings } from '../../format/strings.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The interface texts as Starlight takes them: by language tag, keys prefixed. A region falls back to its language. */
export function createTranslations(): Record<string, Record<string, string>> {
  return { en: prefixed(en), zh: prefixed(zh), 'zh-CN': prefixed(zh) };
}

function prefixed(strings: Strings): Record<string, string> {
  return Object.fromEntries(Object.entries(strings).map(([key, text]) => [`${PREFIX}.${key}`, text]));
}
