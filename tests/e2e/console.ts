import { type BrowserContext, test as base, expect } from '@playwright/test';

/** What a test may set with `test.use`. */
interface ConsoleOptions {
  /** Messages that a test brings about on purpose, such as Chromium's own line about a 404. */
  allowedMessages: RegExp[];
}

interface ConsoleFixtures {
  /** What went wrong so far in the test's own context; it must be empty when the test ends. */
  complaints: string[];
}

/** Playwright's `test`, failing at console errors and warnings, uncaught errors, and requests to other origins. */
export const test = base.extend<ConsoleOptions & ConsoleFixtures>({
  allowedMessages: [[], { option: true }],
  complaints: [
    async ({ context, baseURL, allowedMessages }, use) => {
      const complaints = watchContext(context, originOf(baseURL));
      await use(complaints);
      const unexpected = complaints.filter((text) => !allowedMessages.some((pattern) => pattern.test(text)));
      expect(unexpected, 'The console stays empty and no request leaves the site.').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** What Playwright says in each page whose test runs without a service worker. */
const WORKER_BLOCKED = 'Service Worker registration blocked by Playwright';

/** The site built for `/x/`, for `test.use({ baseURL: subpathSiteUrl() })`. */
export function subpathSiteUrl(): string {
  return process.env.RECALL_SUBPATH_SITE_URL ?? '';
}

/** Collects complaints about all pages and workers of a context that a test made itself. */
export function watchContext(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (message.text() === WORKER_BLOCKED) return;
    complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (webError) => {
    complaints.push(`uncaught: ${webError.error().stack ?? webError.error().message}`);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isNetwork = !['data:', 'blob:', 'about:'].includes(url.protocol);
    if (isNetwork && url.origin !== origin) complaints.push(`request to another origin: ${url.href}`);
  });
  return complaints;
}

function originOf(baseURL: string | undefined): string {
  if (!baseURL) throw new Error('Inconsistent: the tests have no baseURL, so the site’s origin is unknown.');
  return new URL(baseURL).origin;
}
