import type { Locale } from '../../format/locale.ts';
import { escapeXml } from './xml.ts';

/** One address of a sitemap. */
export interface SitemapEntry {
  readonly url: string;
  readonly changedAt?: Date;
  /** The same page in every language that has it, itself included. */
  readonly alternates: readonly { readonly locale: Locale; readonly url: string }[];
}

/** The sitemaps of a site by file name: an index, and as many files as the protocol's limit of 50,000 asks for. */
export function createSitemaps(
  entries: readonly SitemapEntry[],
  { siteUrl, languages }: { readonly siteUrl: string; readonly languages: Readonly<Record<Locale, string>> },
): Record<string, string> {
  const parts: string[] = [];
  for (let start = 0; start < entries.length; start += LARGEST) {
    parts.push(formatPart(entries.slice(start, start + LARGEST), languages));
  }
  const names = parts.map((_, index) => `sitemap-${index}.xml`);
  const index = names.map((name) => `<sitemap><loc>${escapeXml(siteUrl + name)}</loc></sitemap>`);
  return {
    'sitemap-index.xml': `${XML}<sitemapindex xmlns="${PROTOCOL}">\n${index.join('\n')}\n</sitemapindex>\n`,
    ...Object.fromEntries(names.map((name, position) => [name, parts[position] ?? ''])),
  };
}

function formatPart(entries: readonly SitemapEntry[], languages: Readonly<Record<Locale, string>>): string {
  const urls = entries.map(({ url, changedAt, alternates }) => {
    const date = changedAt ? `<lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod>` : '';
    const links = alternates.map(
      (other) =>
        `<xhtml:link rel="alternate" hreflang="${escapeXml(languages[other.locale] ?? other.locale)}" href="${escapeXml(other.url)}"/>`,
    );
    return `<url><loc>${escapeXml(url)}</loc>${date}${alternates.length > 1 ? links.join('') : ''}</url>`;
  });
  return `${XML}<urlset xmlns="${PROTOCOL}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const PROTOCOL = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const LARGEST = 50_000;
