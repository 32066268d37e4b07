import { expect, subpathSiteUrl, test } from './console.ts';
import { answerByKeyboard, frontOf, LANGUAGES, leftOf, openReview, search, waitForOffline } from './study.ts';

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
        await waitForOffline(page);
        await context.setOffline(true);

        await page.goto(`${locale}/${lesson.path}/`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.title);
        await search(page, lesson.query);
        await expect(page.locator('.pagefind-ui__result-link').first()).toBeVisible();

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
        expect(await leftOf(page)).toBe(before - 1);
        expect(await frontOf(page)).toBeTruthy();
      });
    });
  }
}

test.describe('every page', () => {
  test.use({ allowedMessages: [/404/] });

  test('opens offline, in both languages, whatever the form of its address', async ({
    page,
    context,
    request,
    baseURL,
  }) => {
    // Some hundred pages, one after the other.
    test.setTimeout(180_000);
    const manifest: { cards: { lesson: string }[] } = await (await request.get('recall/deck.json')).json();
    const lessons = [...new Set(manifest.cards.map((card) => card.lesson))];
    const modules = [...new Set(lessons.map((lesson) => lesson.split('/')[0]))];
    expect(lessons.length).toBeGreaterThan(4);
    await page.goto('zh/');
    await waitForOffline(page);
    await context.setOffline(true);
    for (const locale of ['zh', 'en']) {
      for (const path of ['', 'review', ...modules, ...lessons]) {
        await page.goto(`${locale}/${path ? `${path}/` : ''}`);
        await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
      }
    }
    await page.goto('en/types/paravirtualization');
    await expect(page).toHaveURL(`${baseURL}en/types/paravirtualization/`);
    await page.goto('en/types/paravirtualization/?utm_source=test&x=1');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paravirtualization');
    const missing = await page.goto('en/types/no-such-lesson/');
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页');
  });
});
