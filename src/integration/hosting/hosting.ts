import path from 'node:path';
import type { Locale } from '../../format/locale.ts';
import { loadChangeDates } from './change-dates.ts';
import { listPublishedPages } from './published-page.ts';
import { type HostingSource, writeHostingFiles } from './write-hosting-files.ts';
import { type PreviewPage, writePreviews } from './write-previews.ts';

/** What pages say of the files beside them, and those files. */
export interface Hosting {
  /** Locales with a feed of changed lessons. */
  readonly feeds: readonly Locale[];
  /** Pages with a picture for shared links, by path below the base. */
  readonly previews: readonly string[];
  /** Writes the files into a finished build; must run before the service worker is written. */
  write(dist: string, logger: { info(text: string): void }): Promise<void>;
}

interface Settings extends Omit<HostingSource, 'dist' | 'changedAt' | 'leads'> {
  readonly root: string;
  readonly landing: Readonly<Record<Locale, { readonly headline: string; readonly lead: string }>>;
}

/** Prepares what a host serves beside the pages. What needs an absolute address waits for the site's URL. */
export async function createHosting(settings: Settings): Promise<Hosting> {
  const { root, siteUrl, deck, files, landing } = settings;
  const changedAt = siteUrl ? await loadChangeDates(root, 'content/docs') : new Map<string, Date>();
  const pages = listPublishedPages(
    deck,
    files.map((file) => file.path),
  );
  const dated = pages.filter((page) => page.module !== undefined && changedAt.has(page.source));
  const previews = siteUrl
    ? [...homePreviews(settings), ...pages.map((page) => lessonPreview(page, settings))]
    : [];
  return {
    feeds: [...new Set(dated.map((page) => page.locale))],
    previews: previews.map((page) => page.path),
    async write(dist, logger) {
      const leads = Object.fromEntries(Object.entries(landing).map(([locale, { lead }]) => [locale, lead]));
      await writeHostingFiles({ ...settings, dist, changedAt, leads });
      if (!siteUrl) {
        logger.info('SITE_URL is not set: no sitemap, feeds, canonical links and pictures for shared links.');
        return;
      }
      const made = await writePreviews(previews, { dist, cacheDir: path.join(root, CACHE) });
      logger.info(`${previews.length} pictures for shared links, ${made} of them new.`);
    },
  };
}

function homePreviews({ deck, siteTitle, labels, landing }: Settings): PreviewPage[] {
  return deck.locales.map((locale) => ({
    path: `${locale}/`,
    siteTitle,
    kicker: labels[locale] ?? locale,
    title: landing[locale]?.headline ?? siteTitle,
    description: landing[locale]?.lead ?? '',
  }));
}

function lessonPreview(page: ReturnType<typeof listPublishedPages>[number], site: Settings): PreviewPage {
  const { path: address, title, description, locale, module } = page;
  const kicker = module ?? site.labels[locale] ?? locale;
  return { path: address, siteTitle: site.siteTitle, kicker, title, description };
}

/** Below the project; where build tools keep what can be made again. */
const CACHE = 'node_modules/.cache/recall-previews';
