import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium, LAUNCH_ARGS } from '../../tools/chromium.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

// Kept in the environment so that workers, which load this file again, do not search again.
process.env.CHROMIUM_PATH ??= findChromium();
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: '.',
  outputDir: path.join(ROOT, 'test-results'),
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  // No test asserts a time; a busy machine may take its own.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: process.env.RECALL_SITE_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // The worker fetches a whole language on a first visit, which is most of a short test's work: it runs where a test is
    // about it, and in the daily review.
    serviceWorkers: 'block',
    trace: 'off',
    launchOptions: { args: [...LAUNCH_ARGS], ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      // A killed process, the policy, the HTML’s links, the search index, the storage, tags, the worker, the app’s
      // manifest, what is transferred and what fails are the same on any screen; the sidebar is a menu on a small one.
      testIgnore:
        /(?:crawl|failure|install|kill|links|offline|offline-update|search-specification|sidebar|size|storage|tags)\.spec\.ts$/,
      use: {
        browserName: 'chromium',
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
  webServer: [
    serveSite('dist', '/', /ready: (?<recall_site_url>\S+)/),
    serveSite('dist-x', '/x/', /ready: (?<recall_subpath_site_url>\S+)/),
  ],
});

/** Serves a build on a free port; the URL lands in the environment under the pattern's group name, in capitals. */
function serveSite(dist: string, base: string, ready: RegExp) {
  return {
    name: dist,
    command: `exec "${process.execPath}" tools/serve.ts`,
    cwd: ROOT,
    env: { DIST: dist, BASE_PATH: base, PORT: '0' },
    wait: { stdout: ready },
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 2000 },
  };
}
