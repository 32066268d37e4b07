import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroConfig, AstroIntegration } from 'astro';
import { type CompileResult, compile } from '../compile/index.ts';
import type { Issue } from '../format/issue.ts';
import { PREFIX } from '../format/prefix.ts';
import { readMark } from './app/mark.ts';
import { writeApp } from './app/write-app.ts';
import { readFailedTexts, readUpdateTexts } from './bundled-texts.ts';
import { loadCourse } from './course.ts';
import { sharedFrameScripts } from './frame-scripts.ts';
import { createHosting, type Hosting } from './hosting/hosting.ts';
import { writeHeaders } from './hosting/write-headers.ts';
import { cornerCells } from './lesson/corner-cells.ts';
import { headingLinks } from './lesson/heading-links.ts';
import { lessonMarkdown } from './lesson/markdown.ts';
import { lessonsOf, stampOf } from './lesson/shelf.ts';
import { keepOffline } from './offline.ts';
import { type PageData, toPageData } from './page-data.ts';
import { formatHuman } from './report/human.ts';
import { listRoutes } from './routes.ts';
import { writeFullText } from './search/full-text.ts';
import type { PageText } from './search/page-text.ts';
import { toPageText } from './search/search-pages.ts';
import { securePages } from './security/secure-pages.ts';
import type { SiteSettings } from './site-settings.ts';
import { createSteps } from './steps.ts';
import { handedModules, virtualModuleId, virtualModules } from './virtual-modules.ts';
import { watchCourse } from './watch-course.ts';
import { writeLessonDecks } from './write-lesson-decks.ts';

/**
 * The Astro half of the plugin: compiles the course, adds routes and Markdown, and makes the build work offline.
 * @throws Error when a build meets authoring errors, after all of them have been reported.
 */
export function createIntegration(site: SiteSettings): AstroIntegration {
  let result: CompileResult;
  let hosting: Hosting;
  let pageData: PageData;
  let recompile: () => Promise<void>;
  let base = '/';
  let root = '';
  let mark = '';
  const steps = createSteps();
  return {
    name: PREFIX,
    hooks: {
      'astro:config:setup': async ({ command, config, injectRoute, injectScript, logger, updateConfig }) => {
        if (command === 'preview') return;
        base = withSlashes(config.base);
        root = fileURLToPath(config.root);
        mark = await readMark(root, site.app.icon);
        const rendered = lessonsOf(config.cacheDir);
        recompile = async () => {
          const course = loadCourse(root, {
            locales: site.locales,
            base,
            translationCards: site.translationCards,
          });
          result = compile(course);
          rendered.stamp = stampOf(course.files, [
            base,
            site.locales.map(site.textTable),
            site.translationCards,
            site.hasHeadingLinks,
          ]);
          hosting = await createHosting({
            ...site,
            base,
            root,
            siteUrl: siteUrlOf(config),
            deck: result.deck,
            files: course.files,
          });
          if (command !== 'sync') report(result.issues, logger);
        };
        await steps.measure('compile', recompile);
        const errors = result.issues.filter((issue) => issue.severity === 'error').length;
        if (command === 'build' && errors > 0) {
          throw new Error(`The course has ${errors} ${errors === 1 ? 'error' : 'errors'}, listed above.`);
        }
        const processor = config.markdown.processor;
        if (!isSatteriProcessor(processor)) {
          throw new Error('The Recall plugin needs Astro’s default Markdown processor, `satteri()`.');
        }
        processor.options.features.definitionList = true;
        processor.options.features.headingAttributes = true;
        processor.options.mdastPlugins.push(
          lessonMarkdown({ base, deck: () => result.deck, languages: site.languages, texts: site.texts }),
        );
        processor.options.hastPlugins.push(cornerCells());
        if (site.hasHeadingLinks) processor.options.hastPlugins.push(headingLinks(site.texts));
        for (const route of listRoutes(command, { hasIcon: Boolean(site.app.icon) })) injectRoute(route);
        injectScript('page', `import ${JSON.stringify(SITE_SCRIPT)};`);
        updateConfig({
          vite: {
            environments: {
              client: { build: { rolldownOptions: { output: { entryFileNames: shortFileName(config) } } } },
            },
            plugins: [
              ...(site.hasSharedFrame ? [sharedFrameScripts()] : []),
              virtualModules({
                options: () => ({
                  options: {
                    base,
                    defaultLocale: site.locales[0],
                    languages: site.languages,
                    siteTitle: site.siteTitle,
                    isKeptOffline: site.offline,
                  },
                }),
                'update-texts': () => ({ updateTexts: readUpdateTexts(site) }),
                'failed-texts': () => ({ failedTexts: readFailedTexts(site) }),
              }),
              handedModules({
                deck: () => {
                  pageData = toPageData(site, { deck: result.deck, hosting, mark });
                  return pageData;
                },
                lessons: () => ({ lessonHtml: rendered.html }),
              }),
            ],
          },
        });
      },
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        const refresh = async () => {
          await recompile().catch((error: unknown) => logger.error(String(error)));
          // Named loaders would watch their files once more each time.
          await refreshContent?.({});
          for (const environment of Object.values(server.environments)) {
            const module = environment.moduleGraph.getModuleById(virtualModuleId('deck'));
            if (module) environment.moduleGraph.invalidateModule(module);
          }
          server.environments.client?.hot.send({ type: 'full-reload' });
        };
        watchCourse(server.watcher, root, refresh);
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        const dist = fileURLToPath(dir);
        const paths = pages.map(({ pathname }) => pathname).filter((pathname) => !/^404\/?$/.test(pathname));
        await steps.measure('decks', async () => writeLessonDecks(dist, pageData.lessonDecks));
        await steps.measure('hosting', () => hosting.write(dist, logger));
        await steps.measure('app', () => writeApp({ ...site, root, dist, base, mark, pages: paths }));
        const texts = new Map<string, PageText>();
        const { scripts } = await steps.measure('pages', async () =>
          securePages(dist, (file, html) => {
            const text = toPageText(html);
            if (text) texts.set(file.replace(/index\.html$/, ''), text);
          }),
        );
        await writeHeaders(dist, base, scripts);
        const found = await steps.measure('search', () =>
          writeFullText({ dist, deck: result.deck, languages: site.languages, texts }),
        );
        // Last: whatever changes the build after this would be kept as it was before.
        const kept = await steps.measure('worker', () =>
          keepOffline({
            dist,
            base,
            pages: paths,
            languages: site.languages,
            isOn: site.offline,
          }),
        );
        logger.info(kept);
        logger.info(`${found} pages can be searched.`);
        logger.info(`Own steps: ${steps.format()}.`);
      },
    },
  };
}

/** Astro's names say how a script came about, in every page. */
function shortFileName({ build }: AstroConfig): (chunk: { readonly name: string }) => string {
  return ({ name }) =>
    `${build.assets}/${name.replace(/\.astro_astro_type_script.*|\.astro\?.*/, '').replace(/[^\w.-]/g, '_')}.[hash].js`;
}

const SITE_SCRIPT = fileURLToPath(new URL('../components/site.ts', import.meta.url));

function report(issues: readonly Issue[], logger: { error(text: string): void; warn(text: string): void }) {
  for (const issue of issues) {
    const text = `\n${formatHuman(issue, { color: process.stdout.isTTY && !process.env.NO_COLOR })}`;
    if (issue.severity === 'error') logger.error(text);
    else logger.warn(text);
  }
}

function withSlashes(base: string): string {
  return `/${base}/`.replace(/\/{2,}/g, '/');
}

/** Where the site will be, with its base path and a slash at the end; unknown without Astro's `site`. */
function siteUrlOf(config: AstroConfig): string | undefined {
  return config.site ? new URL(withSlashes(config.base), config.site).href : undefined;
}
