import type { Locale } from '../format/locale.ts';
import type { AuthoredTexts, Report } from './question-kind.ts';
import { normaliseWording } from './wording.ts';

/** Reports each text that says the same as an earlier one, in the first locale in which it does. */
export function checkAlike(
  texts: readonly { readonly text: AuthoredTexts; readonly path: readonly PropertyKey[] }[],
  what: string,
  report: Report,
  locales: readonly Locale[],
): void {
  for (const [index, { text, path }] of texts.entries()) {
    for (const locale of locales) {
      const written = text[locale] ?? '';
      const normal = normaliseWording(written);
      const twin = texts
        .slice(0, index)
        .find((other) => normaliseWording(other.text[locale] ?? '') === normal);
      if (twin === undefined) continue;
      report('duplicate-option', [...path, locale], { what, text: written, other: twin.text[locale] ?? '' });
      break;
    }
  }
}
