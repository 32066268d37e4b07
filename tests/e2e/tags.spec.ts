import type { Page } from '@playwright/test';
import { expect, test } from './console.ts';
import { LANGUAGES, leftOf } from './study.ts';

const [zh, en] = LANGUAGES;

const foundCount = async (page: Page) =>
  Number((await page.locator('.recall-cards__found').textContent())?.match(/\d+/)?.[0]);

test('among all cards a tag leaves those that have it, and a card says which it has', async ({ page }) => {
  await page.goto('en/cards/?tag=nonsense');
  await expect.poll(() => foundCount(page)).toBeGreaterThan(800);
  await page.getByRole('combobox', { name: 'Tag' }).selectOption({ label: 'Networking' });
  await expect(page).toHaveURL(/\?tag=networking$/);
  await expect.poll(() => foundCount(page)).toBeLessThan(100);
  const tagged = await foundCount(page);
  expect(tagged).toBeGreaterThan(10);
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('term');
  await expect(page).toHaveURL(/\?kind=term&tag=networking$/);
  await expect.poll(() => foundCount(page)).toBeLessThan(tagged);
  await page.locator('.recall-cards__front').first().click();
  await expect(page.getByRole('dialog').locator('dl')).toContainText('Tags');
  await expect(page.getByRole('dialog').locator('dl')).toContainText('Networking');
});

test('the choice offers tags with the cards that they leave, and its link asks just these', async ({
  page,
}) => {
  await page.goto('zh/review/#choose');
  const dialog = page.getByRole('dialog');
  const tags = dialog.getByRole('combobox', { name: '标签' });
  const option = tags.locator('option', { hasText: '网络' });
  const countOf = async () => Number((await option.textContent())?.match(/\d+/)?.[0]);
  const all = await countOf();
  await dialog.getByRole('combobox', { name: '卡片类型' }).selectOption({ label: '术语' });
  await expect.poll(countOf).toBeLessThan(all);
  const terms = await countOf();
  expect(terms).toBeGreaterThan(0);
  await tags.selectOption('networking');
  await expect(dialog.getByRole('status')).toContainText(`新卡片 ${terms} 张`);
  await dialog.locator('button[type=submit]').click();
  await expect(page).toHaveURL(/#kind=term&tag=networking$/);
  await expect(page.locator('.recall-review__study')).toContainText('术语 · 网络');
  await expect(page.getByRole('button', { name: zh.show })).toBeVisible();
  await expect.poll(() => leftOf(page)).toBe(terms);

  await page.goto('en/review/#tag=networking,memory');
  await page.reload();
  await expect(page.locator('.recall-review__study')).toContainText('Networking / Memory');
  await expect(page.getByRole('button', { name: en.show })).toBeVisible();
  await expect.poll(() => leftOf(page)).toBeGreaterThan(all);
});
