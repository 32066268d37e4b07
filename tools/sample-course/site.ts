import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../run.ts';
import { createSampleCourse } from './course.ts';

/** What a made-up site is built with. */
export type SiteKind = 'recall' | 'stock';

/**
 * Writes a site of the sample course into a new folder: with this engine, or as Starlight comes, with the same text and
 * its own sidebar and search. Returns the folder, which is the caller's to remove.
 */
export async function writeSampleSite(kind: SiteKind, lessons: number): Promise<string> {
  // Below the project, so that its packages are found: Astro looks inside of the site for files of a package that share
  // no folder with it.
  const cache = path.join(ROOT, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(path.join(cache, `sample-${kind}-`));
  // Astro learns from it which packages hold components.
  await copyFile(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
  const files = [
    ...createSampleCourse({ lessons, dialect: kind === 'recall' ? 'recall' : 'plain' }),
    { path: 'astro.config.mjs', text: astroConfig(kind) },
    { path: 'content.config.ts', text: contentConfig(kind) },
    { path: 'public/favicon.svg', text: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>' },
  ];
  for (const file of files) {
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text);
  }
  return folder;
}

function astroConfig(kind: SiteKind): string {
  const engine = pathToFileURL(path.join(ROOT, 'src/index.ts')).href;
  return `import starlight from '@astrojs/starlight';
${kind === 'recall' ? `import recall from ${JSON.stringify(engine)};` : ''}
const text = { headline: 'Learn', lead: 'Lead', action: 'Start' };
export default {
  srcDir: '.',
  cacheDir: './cache',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: 'Sample',
      description: 'A made-up course.',
      defaultLocale: 'zh',
      locales: { zh: { label: '简体中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } },
      ${kind === 'recall' ? 'plugins: [recall({ landing: { zh: text, en: text } })],' : ''}
    }),
  ],
};
`;
}

function contentConfig(kind: SiteKind): string {
  const [imports, collection] =
    kind === 'recall'
      ? [
          `import { lessonLoader, lessonSchema } from ${JSON.stringify(path.join(ROOT, 'src/integration/lesson-loader.ts'))};`,
          'loader: lessonLoader(), schema: lessonSchema',
        ]
      : [
          `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';`,
          'loader: docsLoader(), schema: docsSchema()',
        ];
  return `${imports}
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ ${collection} }) };
`;
}
