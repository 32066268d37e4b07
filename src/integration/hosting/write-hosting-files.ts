import { access, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SourceFile } from '../../compile/index.ts';
import type { Deck } from '../../format/deck.ts';
import { feedPath } from '../../format/hosting.ts';
import type { Locale } from '../../format/locale.ts';
import { createFeed } from './feed.ts';
import { createLlmsText, createPageMarkdown, MARKDOWN_FILE } from './llms.ts';
import { listPublishedPages, type PublishedPage } from './published-page.ts';
import { createRobotsText } from './robots.ts';
import { createSitemaps } from './sitemap.ts';

/** What the files beside the pages are made of. */
export interface HostingSource {
  readonly dist: string;
  readonly base: string;
  /** Where the site will be, with the base path and a slash at its end; unknown for many builds. */
  readonly siteUrl: string | undefined;
  readonly siteTitle: string;
  readonly languages: Readonly<Record<Locale, string>>;
  readonly labels: Readonly<Record<Locale, string>>;
  readonly leads: Readonly<Record<Locale, string>>;
  readonly deck: Deck;
  readonly files: readonly SourceFile[];
  readonly changedAt: ReadonlyMap<string, Date>;
  /** Whether each page also stands there as plain Markdown. */
  readonly hasMarkdown: boolean;
  /** Whether the site leaves its sitemap to us. */
  readonly ownsSitemap: boolean;
}

/**
 * Writes what search engines, feed readers and language models ask a site for. Without the site's URL that is
 * `llms.txt`, each page's Markdown if that is wanted, and `robots.txt`; a file that the site has of its own stays.
 */
export async function writeHostingFiles(source: HostingSource): Promise<void> {
  const { dist, base, siteUrl, deck, files } = source;
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const pages = listPublishedPages(deck, [...texts.keys()]);
  const outputs: Record<string, string> = {
    'llms.txt': createLlmsText(pages, { ...source, title: source.siteTitle, root: siteUrl ?? base }),
    ...(source.hasMarkdown ? createMarkdownPages(pages, texts) : {}),
    // Crawlers ask for it at the root of a host only.
    ...(base === '/' ? { 'robots.txt': createRobotsText(source.ownsSitemap ? siteUrl : undefined) } : {}),
    ...(siteUrl ? createFeeds(source, siteUrl, pages) : {}),
    ...(siteUrl && source.ownsSitemap ? createSitemapFiles(source, siteUrl, pages) : {}),
  };
  for (const [name, text] of Object.entries(outputs)) await writeNew(path.join(dist, name), text);
}

function createMarkdownPages(
  pages: readonly PublishedPage[],
  texts: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    pages.map((page) => [page.path + MARKDOWN_FILE, createPageMarkdown(texts.get(page.source) ?? '', page)]),
  );
}

function createSitemapFiles(source: HostingSource, siteUrl: string, pages: readonly PublishedPage[]) {
  const { deck, languages, changedAt } = source;
  const homes = deck.locales.map((locale) => ({ locale, url: `${siteUrl}${locale}/` }));
  const entries = [
    ...homes.map(({ url }) => ({ url, alternates: homes })),
    ...pages.map((page) => {
      const date = changedAt.get(page.source);
      return {
        url: siteUrl + page.path,
        ...(date ? { changedAt: date } : {}),
        alternates: page.alternates.map(({ locale, path }) => ({ locale, url: siteUrl + path })),
      };
    }),
  ];
  return createSitemaps(entries, { siteUrl, languages });
}

/** One feed per language that has a dated lesson; without Git's history there is none, rather than a wrong one. */
function createFeeds(
  source: HostingSource,
  siteUrl: string,
  pages: readonly PublishedPage[],
): Record<string, string> {
  const { deck, siteTitle, leads, languages, labels, changedAt } = source;
  return Object.fromEntries(
    deck.locales.flatMap((locale) => {
      const items = pages.flatMap((page) => {
        const date = changedAt.get(page.source);
        if (page.locale !== locale || page.module === undefined || !date) return [];
        return [
          { url: siteUrl + page.path, title: page.title, description: page.description, changedAt: date },
        ];
      });
      if (items.length === 0) return [];
      const channel = {
        title: `${siteTitle} (${labels[locale] ?? locale})`,
        description: leads[locale] ?? '',
        language: languages[locale] ?? locale,
        url: `${siteUrl}${locale}/`,
        feedUrl: siteUrl + feedPath(locale),
      };
      return [[feedPath(locale), createFeed(channel, items)]];
    }),
  );
}

async function writeNew(file: string, text: string): Promise<void> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (exists) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
