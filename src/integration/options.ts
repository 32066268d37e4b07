import { z } from 'zod';
import type { Locale } from '../format/locale.ts';

const landingText = z.strictObject({
  headline: z.string().min(1),
  lead: z.string().min(1),
  action: z.string().min(1),
});

const optionsSchema = z.strictObject({
  /** Texts of the page where a reader chooses a language, by locale. */
  landing: z.record(z.string(), landingText),
  /** Whether every term also asks for its name in the other languages. */
  translationCards: z.boolean().default(false),
  /** Whether readers’ browsers keep the site; `false` makes those that do forget it. */
  offline: z.boolean().default(true),
});

/** What a site says to the engine in its Astro config. */
export type RecallOptions = z.input<typeof optionsSchema>;

/** Validated options. */
export type ParsedOptions = z.output<typeof optionsSchema>;

/**
 * Parses a site's options against its locales.
 * @throws Error that names each bad option with the reason and the valid form.
 */
export function parseOptions(options: unknown, locales: readonly Locale[]): ParsedOptions {
  const result = optionsSchema.safeParse(options ?? {});
  const problems = result.success
    ? localeProblems(result.data, locales)
    : result.error.issues.map((issue) => `${issue.path.join('.') || '(options)'}: ${issue.message}`);
  if (result.success && problems.length === 0) return result.data;
  throw new Error(
    [
      'The options of the Recall plugin are not valid:',
      ...problems.map((problem) => `  - ${problem}`),
      `Valid: { landing: { <locale>: { headline, lead, action } }, translationCards?: boolean, offline?: boolean } with the locales ${locales.join(', ')}.`,
    ].join('\n'),
  );
}

function localeProblems(options: ParsedOptions, locales: readonly Locale[]): string[] {
  const given = Object.keys(options.landing);
  return [
    ...locales.filter((locale) => !given.includes(locale)).map((locale) => `landing.${locale}: is missing`),
    ...given
      .filter((key) => !locales.includes(key))
      .map((key) => `landing.${key}: is no locale of this site`),
  ];
}
