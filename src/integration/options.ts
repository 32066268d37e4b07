import { z } from 'zod';
import type { Locale } from '../format/locale.ts';

const landingText = z.strictObject({
  headline: z.string().min(1),
  lead: z.string().min(1),
  action: z.string().min(1),
});

const color = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #faf8f2');

const screenshots = z.strictObject({ narrow: z.string().min(1), wide: z.string().min(1) });

const appOptions = z.strictObject({
  /** Below the icon; as a rule at most twelve letters. The site’s title, if missing. */
  shortName: z.string().min(1).optional(),
  /** The site’s mark: an SVG file, by its path in the project. It is the favicon, too. */
  icon: z
    .string()
    .regex(/\.svg$/, 'must be an SVG file')
    .optional(),
  /** Colour of the window’s frame, in both themes. */
  themeColor: z.strictObject({ light: color, dark: color }).default({ light: '#faf8f2', dark: '#161f1f' }),
  /** Behind the icon, and while the app starts. */
  backgroundColor: color.default('#fdfcf8'),
  /** Pictures for the dialog that offers to install, by locale: image files in the project. */
  screenshots: z.record(z.string(), screenshots).optional(),
});

const optionsSchema = z.strictObject({
  /** Texts of the page where a reader chooses a language, by locale. */
  landing: z.record(z.string(), landingText),
  /** Whether every term also asks for its name in the other languages. */
  translationCards: z.boolean().default(false),
  /** Whether readers’ browsers keep the site; `false` makes those that do forget it. */
  offline: z.boolean().default(true),
  /** Whether each page also stands beside itself as plain Markdown, where `llms.txt` sends language models. */
  markdownPages: z.boolean().default(false),
  /** How the site looks as an installed app. */
  app: appOptions.prefault({}),
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
      `Valid: { landing: { <locale>: { headline, lead, action } }, translationCards?: boolean, offline?: boolean, markdownPages?: boolean, app?: { shortName?, icon?, themeColor?: { light, dark }, backgroundColor?, screenshots?: { <locale>: { narrow, wide } } } } with the locales ${locales.join(', ')}.`,
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
