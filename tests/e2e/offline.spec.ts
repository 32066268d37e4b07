import { expect, subpathSiteUrl, test } from './console.ts';
import { loadManifest } from './questions.ts';
import {
  answerByKeyboard,
  frontOf,
  keptFiles,
  LANGUAGES,
  leftOf,
  openReview,
  search,
  waitForOffline,
} from './study.ts';

test.use({ serviceWorkers: 'allow' });

for (const language of LANGUAGES) {
  for (const site of ['/', '/x/'] as const) {
    test.describe(`offline in ${language.locale} at ${site}`, () => {
      if (site === '/x/') test.use({ baseURL: subpathSiteUrl() });

      test('after one visit to the home page a lesson, search and the review work without a network', async ({
        page,
        context,
      }) => {
        const { locale, home, lesson, saved } = language;
        await page.goto(`${locale}/`);
        await waitForOffline(page, locale);
        await context.setOffline(true);

        await page.goto(`${locale}/${lesson.path}/`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.title);
        await search(page, lesson.query);
        await expect(page.locator('.recall-search__lesson a').first()).toBeVisible();

        await openReview(page, language);
        const before = await leftOf(page);
        await answerByKeyboard(page, language, '4');
        await page.reload();
        await expect.poll(() => leftOf(page)).toBe(before - 1);
        expect(saved).toBeTruthy();

        await context.setOffline(false);
        await page.goto(`${locale}/`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(home);
        await openReview(page, language);
        await expect.poll(() => leftOf(page)).toBe(before - 1);
        await expect.poll(() => frontOf(page)).toBeTruthy();
      });
    });
  }
}

test.describe('every page', () => {
  test.use({ allowedMessages: [/404/] });

  for (const site of ['/', '/x/'] as const) {
    test.describe(`of the site at ${site}`, () => {
      if (site === '/x/') test.use({ baseURL: subpathSiteUrl() });

      test('opens in any form of its address', async ({ page, context, baseURL }) => {
        await page.goto('en/');
        await waitForOffline(page, 'en');
        await context.setOffline(true);
        const home = `${baseURL}en/types/paravirtualization/`;
        for (const [form, url] of [
          ['', home],
          ['/', home],
          ['/index.html', home],
          ['?utm_source=test&x=1', `${home}?utm_source=test&x=1`],
          ['/?x=1', `${home}?x=1`],
          ['#sources', `${home}#sources`],
        ]) {
          await page.goto(`en/types/paravirtualization${form}`);
          await expect(page).toHaveURL(url ?? '');
          await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paravirtualization');
        }
        const missing = await page.goto('en/types/no-such-lesson/');
        expect(missing?.status()).toBe(404);
        await expect(page.locator('header.header')).toBeVisible();
        await page.goto('#choose');
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('VirtDeck');
      });
    });
  }

  test('opens offline, in both languages', async ({ page, context, request }) => {
    const { cards } = await loadManifest(request);
    const lessons = [...new Set(cards.map((card) => card.lesson))];
    const modules = [...new Set(lessons.map((lesson) => lesson.split('/')[0]))];
    expect(lessons.length).toBeGreaterThan(4);
    for (const locale of ['zh', 'en']) {
      await page.goto(`${locale}/`);
      await waitForOffline(page, locale);
    }
    await context.setOffline(true);
    for (const locale of ['zh', 'en']) {
      for (const path of ['', ...PAGES, modules[0], lessons[0]]) {
        await page.goto(`${locale}/${path ? `${path}/` : ''}`);
        await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
      }
      const withoutHeading = await page.evaluate(
        async (urls) => {
          const texts = await Promise.all(urls.map(async (url) => (await fetch(url)).text()));
          return urls.filter((_, index) => !/<h1[^>]*>\s*[^<\s]/.test(texts[index] ?? ''));
        },
        [...modules, ...lessons].map((path) => `${new URL(page.url()).origin}/${locale}/${path}/`),
      );
      expect(withoutHeading).toEqual([]);
    }
  });
});

const PAGES = ['review', 'practice', 'exam', 'glossary', 'map', 'data', 'offline'];

test.describe('a first visit', () => {
  test.use({ allowedMessages: [/503/] });

  test('keeps one language; the other one is said to be missing, and kept once it is opened', async ({
    page,
    context,
    baseURL,
  }) => {
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url().slice(baseURL?.length)));
    await page.goto('zh/');
    await waitForOffline(page);
    const isEnglish = (path: string) =>
      /^(?:recall\/)?en\/(?!app\.webmanifest)|^pagefind\/.*\bx-en_/.test(path);
    // Its page about offline use is for readers who have nothing else of it.
    expect(asked.filter((path) => isEnglish(path) && !path.startsWith('en/offline/'))).toEqual([]);
    expect(await keptFiles(page, 'en')).toEqual([]);
    expect((await keptFiles(page, 'zh')).length).toBeGreaterThan(100);

    await context.setOffline(true);
    const away = await page.goto('en/types/paravirtualization/');
    expect(away?.status()).toBe(503);
    await expect(page.getByText('this page is not kept on this device')).toBeVisible();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paravirtualization');
    await waitForOffline(page, 'en');

    await context.setOffline(true);
    await page.goto('en/types/emulation/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Emulation');
    await page.goto('zh/types/emulation/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  });
});
