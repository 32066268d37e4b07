import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, subpathSiteUrl, test } from './console.ts';
import { answerByKeyboard, LANGUAGES, leftOf, openReview, search, waitForOffline } from './study.ts';

test.use({ serviceWorkers: 'allow' });

const DIST = path.resolve(import.meta.dirname, '../../dist');

/** Every page of a language in the build, as a path below the base, and those that belong to none. */
function pagesOf(locale: string): string[] {
  const pages = globSync(`${locale}/**/index.html`, { cwd: DIST });
  return [...pages.map((file) => file.replace(/index\.html$/, '')).sort(), '#choose', 'no-such-page/'];
}

// Each page is opened with the policy of the host and its own in force. A violation of either is an error in the
// console, as is a request to another origin (./console.ts), and a listener names what was refused.
test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, sample, sourceFile } = event;
      console.error(`policy violation: ${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}`);
    });
  });
});

// Chromium’s own line about the page that is not there.
test.use({ allowedMessages: [/status of 404 .*\/no-such-page\/\)$/] });

for (const language of LANGUAGES) {
  const { locale } = language;

  test(`every page of ${locale} runs within its policy, with a network and without`, async ({
    page,
    context,
  }) => {
    // Some hundred and fifty visits, one after the other.
    test.setTimeout(300_000);
    const pages = pagesOf(locale);
    expect(pages.length).toBeGreaterThan(60);
    await page.goto(`${locale}/`);
    await waitForOffline(page, locale);
    for (const isOffline of [false, true]) {
      await context.setOffline(isOffline);
      for (const address of pages) {
        await page.goto(address);
        expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').count(), address).toBe(1);
        // What a page does once it has time.
        await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 })));
      }
    }
  });

  for (const site of ['/', '/x/'] as const) {
    test.describe(`a learner’s way at ${site}`, () => {
      if (site === '/x/') test.use({ baseURL: subpathSiteUrl() });

      test(`through ${locale} stays within the policy, with a network and without`, async ({
        page,
        context,
      }) => {
        await page.goto(`${locale}/`);
        await waitForOffline(page, locale);
        for (const isOffline of [false, true]) {
          await context.setOffline(isOffline);
          await page.goto(`${locale}/${language.lesson.path}/`);
          await search(page, language.lesson.query);
          await expect(page.locator('.recall-search__lesson a').first()).toBeVisible();

          await openReview(page, language);
          const left = await leftOf(page);
          await answerByKeyboard(page, language, '4');
          await expect.poll(() => leftOf(page)).toBe(left - 1);

          await page.goto(`${locale}/data/`);
          await expect(page.locator('.recall-data section').first()).toBeVisible();
        }
      });
    });
  }
}

test('the policy is in force: script, style, markup, frames and requests from elsewhere are refused', async ({
  page,
  complaints,
}) => {
  await page.goto('zh/');
  const outcome = await page.evaluate(async () => {
    const ran: string[] = [];
    Object.assign(window, { ran });
    const refusal = (work: () => unknown) => {
      try {
        work();
        return 'passed';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const script = document.createElement('script');
    const scriptText = refusal(() => {
      script.textContent = 'ran.push("script")';
      document.body.append(script);
    });
    const element = document.createElement('div');
    const markup = refusal(() => {
      element.innerHTML = '<img src="data:," onerror="ran.push(1)">';
      document.body.append(element);
    });
    const worker = refusal(() => new Worker('/sw.js'));
    const fetched = await fetch('https://elsewhere.example/').then(
      () => 'passed',
      (error: Error) => error.name,
    );
    // After a pause: the text that a test hands to the browser may use `eval`, what it leaves for later may not.
    await new Promise((resolve) => setTimeout(resolve, 0));
    // biome-ignore lint/security/noGlobalEval: it is what must not work
    const evaluated = refusal(() => window.eval('ran.push("eval")'));
    const frame = document.createElement('iframe');
    frame.src = 'https://elsewhere.example/';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { ran, scriptText, evaluated, worker, fetched, markup };
  });
  expect(outcome).toMatchObject({
    ran: [],
    evaluated: 'EvalError',
    worker: 'TypeError',
    fetched: 'TypeError',
    markup: 'TypeError',
  });
  expect(complaints.filter((text) => text.includes('another origin'))).toEqual([]);
  expect(complaints.join('\n')).toContain('policy violation: connect-src');
  complaints.length = 0;
});
