import type { Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { expect, subpathSiteUrl, test } from './console.ts';
import { answerByKeyboard, frontOf, LANGUAGES, leftOf, openReview } from './study.ts';

const [zh, en] = LANGUAGES;

async function openCards(page: Page, path = 'en/cards/'): Promise<void> {
  await page.goto(path);
  await expect(page.locator('.recall-cards__list li').first()).toBeVisible();
}

const foundCount = async (page: Page) =>
  Number((await page.locator('.recall-cards__found').textContent())?.match(/\d+/)?.[0]);

test('every card is listed, searched and filtered, and the choice stays in the address', async ({ page }) => {
  await openCards(page);
  const all = await foundCount(page);
  expect(all).toBeGreaterThan(800);
  await expect(page.locator('.recall-cards__list li')).toHaveCount(100);
  await page.getByRole('button', { name: 'Show 100 more' }).click();
  await expect(page.locator('.recall-cards__list li')).toHaveCount(200);
  await page.getByLabel('Search the cards').fill('hypercall');
  await expect.poll(() => foundCount(page)).toBeLessThan(30);
  const found = await foundCount(page);
  expect(found).toBeGreaterThan(0);
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('term');
  await expect(page).toHaveURL(/\?q=hypercall&kind=term$/);
  const both = await foundCount(page);
  expect(both).toBeLessThanOrEqual(found);
  await page.reload();
  await expect.poll(() => foundCount(page)).toBe(both);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(() => foundCount(page)).toBe(all);
});

test('a card shows what is known of it and each answer, and its answer only on request', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-23T09:00:00+08:00');
  await openReview(page, en);
  const front = await frontOf(page);
  await answerByKeyboard(page, en, '3');
  await openCards(page, 'en/cards/?sort=last');
  const first = page.locator('.recall-cards__front').first();
  await expect(page.locator('.recall-cards__facts').first()).toContainText('being learnt');
  await first.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('.recall-cards__face').first()).toHaveText(front.trim());
  await expect(dialog.locator('.recall-cards__face--back')).toHaveCount(0);
  await dialog.getByRole('button', { name: en.show }).click();
  await expect(dialog.locator('.recall-cards__face--back')).toBeVisible();
  await expect(dialog.locator('tbody tr')).toHaveCount(1);
  await expect(dialog.locator('tbody tr').first()).toContainText('Good');
  await expect(dialog.getByRole('img', { name: /Predicted recall since/ })).toBeVisible();
  const address = page.url();
  expect(address).toMatch(/\?sort=last#[a-z0-9.-]+$/);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(first).toBeFocused();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('by keyboard: arrows move, Space selects, what is suspended at once comes back at once, also after a reload', async ({
  page,
}) => {
  await page.goto('zh/review/');
  await expect(page.getByRole('button', { name: zh.show })).toBeVisible();
  const before = await leftOf(page);
  await openCards(page, 'zh/cards/?state=new');
  const all = await foundCount(page);
  await page.locator('.recall-cards__front').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await expect(page.getByText('已选 3 张').first()).toBeVisible();
  await page.getByRole('button', { name: '暂停', exact: true }).click();
  await expect.poll(() => foundCount(page)).toBe(all - 3);
  await page.goto('zh/cards/?state=suspended');
  await expect.poll(() => foundCount(page)).toBe(3);
  await page.getByRole('button', { name: /^撤销/ }).click();
  await expect.poll(() => foundCount(page)).toBe(0);
  await page.goto('zh/review/');
  await expect(page.getByRole('button', { name: zh.show })).toBeVisible();
  await expect.poll(() => leftOf(page)).toBe(before);
});

test('all that was found: suspended, the review is empty; resumed, it is back', async ({ page }) => {
  await openCards(page);
  const all = await foundCount(page);
  await page.getByRole('button', { name: `Select these ${all}` }).click();
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await page.goto('en/review/');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: en.show })).toHaveCount(0);
  await openCards(page);
  await page.getByRole('button', { name: `Select these ${all}` }).click();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await openReview(page, en);
  await expect.poll(() => leftOf(page)).toBe(20);
});

test('starting anew asks first, keeps the history, and a chosen day is kept', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-23T09:00:00+08:00');
  await openReview(page, en);
  await answerByKeyboard(page, en, '4');
  await page.clock.setFixedTime('2026-11-23T09:10:00+08:00');
  await openCards(page, 'en/cards/?state=review');
  await page.locator('.recall-cards__list input').first().check();
  await page.locator('.recall-cards__due input').fill('2026-12-24');
  await page.getByRole('button', { name: 'Set the day' }).click();
  await expect(page.locator('.recall-cards__facts').first()).toContainText('back in 1 mo');
  await page.clock.setFixedTime('2026-11-23T09:20:00+08:00');
  await page.getByRole('button', { name: 'Start anew' }).click();
  await expect(page.getByRole('alert')).toContainText('Its history stays');
  await page.getByRole('alert').getByRole('button', { name: 'Start anew' }).click();
  await expect.poll(() => foundCount(page)).toBe(0);
  await openCards(page, 'en/cards/?state=new');
  await page.locator('.recall-cards__front').first().click();
  await expect(page.getByRole('dialog').locator('tbody tr')).toHaveCount(3);
});

for (const { locale } of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme });
      test('no accessibility violation in the list, with a selection, and in a card', async ({ page }) => {
        await openReview(page, locale === 'zh' ? zh : en);
        await answerByKeyboard(page, locale === 'zh' ? zh : en, '1');
        await openCards(page, `${locale}/cards/?sort=last`);
        await page.locator('.recall-cards__list input').first().check();
        expect(await findViolations(page)).toEqual([]);
        await page.locator('.recall-cards__front').first().click();
        await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
        expect(await findViolations(page)).toEqual([]);
      });
    });
  }
}

test.describe('under a base path', () => {
  test.use({ baseURL: subpathSiteUrl() });
  test('cards are listed and lead to their lessons there, too', async ({ page }) => {
    await openCards(page, 'en/cards/?q=hypercall');
    await page.locator('.recall-cards__front').first().click();
    await expect(page.getByRole('dialog').getByRole('link')).toHaveAttribute('href', /^\/x\/en\//);
  });
});
