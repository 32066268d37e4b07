import { findViolations } from './axe.ts';
import { expect, test } from './console.ts';
import { answerByKeyboard, frontOf, LANGUAGES, leftOf, openReview } from './study.ts';

const [zh, en] = LANGUAGES;

test('a link to a lesson asks all of its cards, again out of turn, and harms no schedule', async ({
  page,
}) => {
  await page.clock.install({ time: '2026-11-23T09:00:00+08:00' });
  await page.goto(`en/review/#lesson=${en.lesson.path}`);
  await expect(page.locator('.recall-review__study')).toContainText(en.lesson.title);
  const total = await leftOf(page);
  expect(total).toBeGreaterThan(3);
  for (let left = total; left > 0; left--) {
    await answerByKeyboard(page, en, '4');
    await expect.poll(() => leftOf(page)).toBe(left - 1);
  }
  await expect(page.getByRole('heading', { name: 'You have been through these cards' })).toBeFocused();

  await page.reload();
  await expect(page.getByRole('button', { name: en.show })).toBeVisible();
  await expect.poll(() => leftOf(page)).toBe(total);
  await page.keyboard.press('Space');
  await expect(page.getByText('does not change the schedule')).toBeVisible();
  await expect(page.locator('.recall-grade__interval')).toHaveCount(0);
  await page.keyboard.press('3');
  await expect.poll(() => leftOf(page)).toBe(total - 1);
  await page.keyboard.press('u');
  await expect.poll(() => leftOf(page)).toBe(total);
  await page.getByRole('link', { name: 'To the daily review' }).click();
  // None of the lesson's cards is due today: all that is left are other new ones.
  await expect(page.locator('.recall-review__study')).toHaveCount(0);
});

for (const language of LANGUAGES) {
  test(`the choice in ${language.locale} says how many cards there are, and starts with them`, async ({
    page,
  }) => {
    await openReview(page, language);
    await answerByKeyboard(page, language, '1');
    const failed = await page.evaluate(() => document.querySelector('.recall-review__front')?.textContent);
    await expect(page.getByRole('button', { name: language.show })).toBeVisible();
    await page.goto(`${language.locale}/review/#choose`);
    await page.reload();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    await dialog.locator('select').first().selectOption({ index: 1 });
    await expect(dialog.locator('select')).toHaveCount(4);
    await dialog.locator('select').first().selectOption({ index: 0 });
    await dialog.locator('input[type=checkbox]').first().check();
    await expect(dialog.getByRole('status')).toContainText('1');
    await dialog.locator('button[type=submit]').click();
    await expect(page).toHaveURL(/#failed$/);
    await expect(page.getByRole('button', { name: language.show })).toBeVisible();
    await expect.poll(() => leftOf(page)).toBe(1);
    await expect.poll(() => frontOf(page)).not.toBe(failed);
    expect(await findViolations(page)).toEqual([]);
  });
}

test('for an exam the answer side tells the recall predicted for that day', async ({ page }) => {
  await page.clock.install({ time: '2026-11-23T09:00:00+08:00' });
  await openReview(page, zh);
  await answerByKeyboard(page, zh, '3');
  await page.goto('zh/review/#exam=2027-03-01');
  await page.reload();
  await expect(page.locator('.recall-review__study')).toContainText('2027年3月1日');
  await expect(page.getByRole('button', { name: zh.show })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.locator('.recall-review__recall')).toContainText('%');
});
