import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Locale } from '../../format/locale.ts';
import { appManifestPath } from '../../format/paths.ts';
import type { Text } from '../lesson/fact-table.ts';
import type { ParsedOptions } from '../options.ts';
import { writeIcons } from './icons.ts';
import { createAppManifest, type Screenshot } from './manifest.ts';

/** What the app is made of, from the site and its options. */
export interface AppSite {
  readonly root: string;
  readonly dist: string;
  readonly base: string;
  /** Paths of the pages below the base path. */
  readonly pages: readonly string[];
  /** Language tags by locale. */
  readonly languages: Readonly<Record<Locale, string>>;
  readonly siteTitle: string;
  readonly landing: ParsedOptions['landing'];
  readonly app: ParsedOptions['app'];
  readonly textsOf: (language: string) => Text;
  /** The site’s mark as SVG. */
  readonly mark: string;
}

/** Writes icons, screenshots and a manifest per language, so that the site can be installed as an app. */
export async function writeApp(site: AppSite): Promise<void> {
  const { app, base, dist } = site;
  const icons = await writeIcons(site.mark, dist, app.backgroundColor);
  for (const [locale, language] of Object.entries(site.languages)) {
    const texts = site.textsOf(language);
    const manifest = createAppManifest({
      base,
      locale,
      language,
      name: site.siteTitle,
      shortName: app.shortName ?? site.siteTitle,
      description: site.landing[locale]?.lead ?? site.siteTitle,
      colors: { theme: app.themeColor.light, background: app.backgroundColor },
      icons,
      screenshots: await writeScreenshots(site, locale),
      shortcuts: [
        { name: texts('nav.review'), path: `${locale}/review/` },
        { name: texts('app.search'), path: `${locale}/search/` },
      ].filter(({ path: page }) => site.pages.includes(page)),
    });
    await writeFile(path.join(dist, appManifestPath(locale)), JSON.stringify(manifest));
  }
}

/** The folder in which pictures for the install dialog are published. */
const SCREENSHOTS = 'screenshots';

async function writeScreenshots({ app, root, dist }: AppSite, locale: Locale): Promise<Screenshot[]> {
  const files = Object.entries(app.screenshots?.[locale] ?? {}) as [Screenshot['form'], string][];
  return Promise.all(
    files.map(async ([form, source]) => {
      const { width, height, format } = await sharp(path.join(root, source)).metadata();
      const published = `${SCREENSHOTS}/${locale}-${form}${path.extname(source)}`;
      await mkdir(path.join(dist, SCREENSHOTS), { recursive: true });
      await copyFile(path.join(root, source), path.join(dist, published));
      return { path: published, form, sizes: `${width}x${height}`, type: `image/${format}` };
    }),
  );
}
