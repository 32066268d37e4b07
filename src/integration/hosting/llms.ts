import type { Locale } from '../../format/locale.ts';
import type { PublishedPage } from './published-page.ts';

/** The course as `llms.txt` (https://llmstxt.org): every lesson, as plain Markdown if the site has it, language by language. */
export function createLlmsText(
  pages: readonly PublishedPage[],
  site: {
    readonly title: string;
    readonly leads: Readonly<Record<Locale, string>>;
    readonly labels: Readonly<Record<Locale, string>>;
    /** Start of every address: the site's URL where it is known, else the base path. */
    readonly root: string;
    readonly hasMarkdown: boolean;
  },
): string {
  const locales = [...new Set(pages.map((page) => page.locale))];
  return [
    `# ${site.title}`,
    '',
    ...locales.map((locale) => `> ${oneLine(site.leads[locale] ?? '')}`),
    ...locales.flatMap((locale) => [
      '',
      `## ${site.labels[locale] ?? locale}`,
      '',
      ...pages
        .filter((page) => page.locale === locale)
        .map(
          ({ title, description, path, module }) =>
            `${module === undefined ? '' : '  '}- [${title.replace(/[[\]]/g, '\\$&')}](${site.root}${path}${site.hasMarkdown ? MARKDOWN_FILE : ''}): ${oneLine(description)}`,
        ),
    ]),
    '',
  ].join('\n');
}

/** A page's Markdown as its author wrote it, with its title in place of the frontmatter. */
export function createPageMarkdown(source: string, { title, description }: PublishedPage): string {
  const body = source
    .replace(/^\ufeff?---\r?\n[\s\S]*?\r?\n---(?:\r?\n|$)/, '')
    .trim()
    // MDX: components mean nothing outside of the site.
    .replace(/^(?:import [^\n]+\n+)+/, '');
  return `# ${title}\n\n> ${oneLine(description)}\n\n${body}\n`;
}

/** Beside a page's `index.html`. */
export const MARKDOWN_FILE = 'index.md';

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
