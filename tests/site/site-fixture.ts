import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LOCK_FILE, planIds } from '../../src/compile/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A built site: its folder, and how the build went. */
export interface BuiltSite {
  readonly dist: string;
  readonly code: number | null;
  readonly output: string;
}

/** The smallest course that has everything: a module with a lesson in two languages. Text by path. */
export const COURSE: Readonly<Record<string, string>> = {
  'content/docs/zh/index.md': page('首页', '欢迎。'),
  'content/docs/en/index.md': page('Home', 'Welcome.'),
  'content/docs/zh/basics/index.md': page('基础', '从这里开始。'),
  'content/docs/en/basics/index.md': page('Basics', 'Start here.'),
  'content/docs/zh/basics/first.md': page('第一课', lesson('苹果', '一种水果。', '为什么？', '因为。')),
  'content/docs/en/basics/first.md': page('First', lesson('Apple', 'A fruit.', 'Why?', 'Because.')),
};

/** Builds a site of these files with this engine. `config` is spliced into the integrations, `place` above them. */
export function buildSite(files: Readonly<Record<string, string>>, config = '', place = ''): BuiltSite {
  // Below the project, so that its packages are found.
  const cache = path.join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const root = mkdtempSync(path.join(cache, 'site-'));
  writeFiles(root, { 'astro.config.mjs': astroConfig(config, place), 'content.config.ts': CONTENT_CONFIG });
  return buildFolder(root, files);
}

/** Builds a site again, with what Astro has kept of the last time, from these files instead. */
export function rebuildSite(
  { dist }: Pick<BuiltSite, 'dist'>,
  files: Readonly<Record<string, string>>,
): BuiltSite {
  return buildFolder(path.dirname(dist), files);
}

function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

function buildFolder(root: string, files: Readonly<Record<string, string>>): BuiltSite {
  writeFiles(root, { ...files, [LOCK_FILE]: lockOf(files) });
  const astro = path.join(ROOT, 'node_modules/astro/bin/astro.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      NODE_ENV: 'production',
      VITEST: '',
      BASE_URL: undefined,
    },
  });
  return { dist: path.join(root, 'dist'), code: status, output: stdout + stderr };
}

/** A Markdown page with frontmatter. */
export function page(title: string, body: string): string {
  return `---\ntitle: ${title}\ndescription: ${title}\n---\n\n${body}\n`;
}

/** The lock as `npm run ids` would write it. */
function lockOf(files: Readonly<Record<string, string>>): string {
  const sources = Object.entries(files).map(([file, text]) => ({ path: file, text }));
  const plan = planIds({ locales: ['zh', 'en'], base: '/', files: sources });
  return plan.files.find((file) => file.path === LOCK_FILE)?.text ?? '';
}

function lesson(term: string, meaning: string, question: string, answer: string): string {
  return [
    `:term[${term}]{#apple}\n: ${meaning}`,
    `:::card{#why}\n${question}\n\n***\n\n${answer}\n:::`,
    ':::sources\n- [A source](https://example.org/)\n:::',
  ].join('\n\n');
}

function astroConfig(config: string, place: string): string {
  const engine = pathToFileURL(path.join(ROOT, 'src/index.ts')).href;
  return `import starlight from '@astrojs/starlight';
import recall from ${JSON.stringify(engine)};
const text = { headline: 'Learn', lead: 'Lead', action: 'Start' };
export default {
  srcDir: '.',
  cacheDir: './cache',
  trailingSlash: 'always',
  ${place}
  integrations: [
    starlight({
      title: 'Fixture',
      defaultLocale: 'zh',
      locales: { zh: { label: '简体中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } },
      plugins: [recall({ landing: { zh: text, en: text }, markdownPages: true })],
    }),
    ${config}
  ],
};
`;
}

const CONTENT_CONFIG = `import { defineCollection } from 'astro:content';
import { lessonLoader, lessonSchema } from ${JSON.stringify(path.join(ROOT, 'src/integration/lesson-loader.ts'))};
export const collections = { docs: defineCollection({ loader: lessonLoader(), schema: lessonSchema }) };
`;
