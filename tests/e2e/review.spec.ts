import { expect, subpathSiteUrl, test } from './console.ts';
import { answerByKeyboard, frontOf, LANGUAGES, leftOf, openReview } from './study.ts';

test.use({ serviceWorkers: 'allow' });

for (const language of LANGUAGES) {
  for (const site of ['/', '/x/'] as const) {
    test.describe(`review in ${language.locale} at ${site}`, () => {
      if (site === '/x/') test.use({ baseURL: subpathSiteUrl() });

      test('an answer given by keyboard outlives a reload and shows in a second tab', async ({
        page,
        context,
      }) => {
        await openReview(page, language);
        const first = await frontOf(page);
        const before = await leftOf(page);
        await answerByKeyboard(page, language, '4');
        await expect.poll(() => leftOf(page)).toBe(before - 1);
        await expect.poll(() => frontOf(page)).not.toBe(first);

        await page.reload();
        await expect(page.getByRole('button', { name: language.show })).toBeVisible();
        await expect.poll(() => leftOf(page)).toBe(before - 1);

        const tab = await context.newPage();
        await openReview(tab, language);
        await expect.poll(() => leftOf(tab)).toBe(before - 1);
        const shared = await frontOf(tab);
        await expect.poll(() => frontOf(page)).toBe(shared);
        await answerByKeyboard(tab, language, '4');
        await expect.poll(() => frontOf(page)).not.toBe(shared);
        await expect.poll(() => leftOf(page)).toBe(before - 2);
      });
    });
  }

  test(`the source of a card in ${language.locale} opens the lesson at the term`, async ({ page }) => {
    await openReview(page, language);
    const front = await frontOf(page);
    await page.keyboard.press('Space');
    await page.getByRole('link', { name: language.source }).click();
    await expect(page).toHaveURL(new RegExp(`/${language.locale}/.+/#note-`));
    const target = page.locator(':target');
    await expect(target).toBeInViewport();
    await expect(target).toContainText(front);
  });

  test(`the source in ${language.locale} leads back to the card and its answer`, async ({ page }) => {
    await openReview(page, language);
    await answerByKeyboard(page, language, '4');
    await expect(page.getByRole('button', { name: language.show })).toBeVisible();
    const front = await frontOf(page);
    for (const goBack of [() => page.locator('.recall-return a').click(), () => page.goBack()]) {
      if ((await page.locator('.recall-review__back').count()) === 0) await page.keyboard.press('Space');
      await expect(page.locator('.recall-review__grades')).toBeVisible();
      await page.keyboard.press('e');
      await expect(page.locator('.recall-return')).toBeVisible();
      await goBack();
      await expect(page.locator('.recall-review__back')).toBeVisible();
      await expect.poll(() => frontOf(page)).toBe(front);
    }
    await expect(page.locator('.recall-review__status progress')).toHaveAttribute('value', '1');
    await page.goto(`${language.locale}/${language.lesson.path}/`);
    await expect(page.locator('.recall-return')).toHaveCount(0);
  });

  test(`undo in ${language.locale} brings the card back, also after a reload`, async ({ page }) => {
    await openReview(page, language);
    const first = await frontOf(page);
    const before = await leftOf(page);
    await answerByKeyboard(page, language, '4');
    await page.keyboard.press('u');
    await expect.poll(() => frontOf(page)).toBe(first);
    await page.reload();
    await expect(page.getByRole('button', { name: language.show })).toBeVisible();
    await expect.poll(() => frontOf(page)).toBe(first);
    await expect.poll(() => leftOf(page)).toBe(before);
  });
}

test('both languages share one memory', async ({ page }) => {
  const [zh, en] = LANGUAGES;
  await openReview(page, zh);
  const before = await leftOf(page);
  await answerByKeyboard(page, zh, '4');
  await openReview(page, en);
  await expect.poll(() => leftOf(page)).toBe(before - 1);
});

test('every button says when the card comes back, and the card comes back then', async ({ page }) => {
  const [zh] = LANGUAGES;
  await page.clock.setFixedTime('2026-11-23T09:00:00+08:00');
  await openReview(page, zh);
  await page.keyboard.press('Space');
  const easy = page.locator('.recall-grade--easy');
  const days = Number((await easy.textContent())?.match(/(\d+) 天/)?.[1]);
  expect(days).toBeGreaterThan(1);
  const front = await frontOf(page);
  await easy.click();
  await expect(page.getByRole('status')).toContainText(zh.saved);

  for (const [day, isDue] of [
    [days - 1, false],
    [days, true],
  ] as const) {
    await page.clock.setFixedTime(new Date(Date.parse('2026-11-23T09:00:00+08:00') + day * 86_400_000));
    await page.goto('zh/');
    await expect(page.locator('.recall-today__figures strong').first()).toHaveText(isDue ? '1' : '0');
  }
  // Today's new cards stand around it.
  await openReview(page, zh);
  const total = await leftOf(page);
  const known: string[] = [];
  for (let left = total; left > 0; left--) {
    if ((await page.locator('.recall-review__new').count()) === 0) known.push(await frontOf(page));
    await answerByKeyboard(page, zh, '4');
    await expect.poll(() => leftOf(page)).toBe(left - 1);
  }
  expect(known).toEqual([front]);
});

test('by touch: show, grade, and the whole queue of the day to its end', async ({ page, hasTouch }) => {
  const [, en] = LANGUAGES;
  await openReview(page, en);
  const total = await leftOf(page);
  for (let left = total; left > 0; left--) {
    const show = page.getByRole('button', { name: en.show });
    const easy = page.locator('.recall-grade--easy');
    await (hasTouch ? show.tap() : show.click());
    await (hasTouch ? easy.tap() : easy.click());
    await expect.poll(() => leftOf(page)).toBe(left - 1);
  }
  await expect(page.getByRole('heading', { name: 'You are done for today' })).toBeVisible();
});
