import type { Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { expect, subpathSiteUrl, test } from './console.ts';
import { answerByKeyboard, LANGUAGES, leftOf, openReview } from './study.ts';

const [zh, en] = LANGUAGES;

/** Types into a field and leaves it. */
async function fill(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.keyboard.press('Tab');
}

async function openSettings(page: Page, locale = 'en'): Promise<void> {
  await page.goto(`${locale}/settings/`);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
}

test('new cards a day: fewer come, undone they come again, and a reload changes nothing', async ({
  page,
}) => {
  await openReview(page, en);
  await expect.poll(() => leftOf(page)).toBe(20);
  await openSettings(page);
  await fill(page, 'New cards a day', '3');
  await expect(page.getByText('✓ Saved')).toBeVisible();
  await openReview(page, en);
  await expect.poll(() => leftOf(page)).toBe(3);
  await openSettings(page);
  await expect(page.getByLabel('New cards a day', { exact: true })).toHaveValue('3');
  await page.getByRole('button', { name: 'Undo: New cards a day' }).click();
  await expect(page.getByLabel('New cards a day', { exact: true })).toHaveValue('20');
  await openReview(page, zh);
  await expect.poll(() => leftOf(page)).toBe(20);
});

test('what cannot be used is said, stays to be mended, and changes nothing', async ({ page }) => {
  await openSettings(page);
  const steps = page.getByLabel('Steps of a new card', { exact: true });
  await fill(page, 'Steps of a new card', 'soon');
  await expect(page.getByRole('alert').filter({ hasText: 'Write times' })).toBeVisible();
  await expect(steps).toHaveAttribute('aria-invalid', 'true');
  await expect(steps).toHaveValue('soon');
  await fill(page, 'Steps of a new card', '2m, 1 hour');
  await expect(steps).toHaveValue('2m 1h');
  await expect(steps).toHaveAttribute('aria-invalid', 'false');
  await openReview(page, en);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Again' })).toContainText('2 min');
});

test('back to default is offered for what was changed only', async ({ page }) => {
  await openSettings(page, 'zh');
  await expect(page.getByRole('button', { name: /恢复默认$/ })).toHaveCount(0);
  await page.getByLabel('复习的顺序', { exact: true }).selectOption('due');
  await page.getByRole('switch', { name: '滑动作答' }).click();
  const back = page.getByRole('button', { name: '复习的顺序：恢复默认' });
  await expect(back).toBeVisible();
  await expect(page.getByRole('button', { name: '滑动作答：恢复默认' })).toBeVisible();
  await back.click();
  await expect(page.getByLabel('复习的顺序', { exact: true })).toHaveValue('relative-overdueness');
  await expect(back).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('switch', { name: '滑动作答' })).toBeChecked();
});

test('a higher retention and rescheduling bring waiting cards earlier; one undo takes it back', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-11-23T09:00:00+08:00');
  await openReview(page, en);
  for (let count = 0; count < 4; count += 1) await answerByKeyboard(page, en, '4');
  await page.clock.setFixedTime('2026-11-23T10:00:00+08:00');
  await openSettings(page);
  await page.getByRole('button', { name: 'See what would move' }).click();
  await expect(page.getByText('No card would move.')).toBeVisible();
  await page.getByLabel('How much to remember').fill('97');
  await page.keyboard.press('Tab');
  await expect(page.getByText('97 %', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'See what would move' }).click();
  await expect(page.getByText(/^4 cards would move: 4 earlier, 0 later/)).toBeVisible();
  await page.clock.setFixedTime('2026-11-23T10:01:00+08:00');
  await page.getByRole('button', { name: 'Reschedule 4 cards' }).click();
  await page.getByRole('button', { name: 'See what would move' }).click();
  await expect(page.getByText('No card would move.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo: Reschedule by today’s settings' }).click();
  await expect(page.getByText(/^4 cards would move/)).toBeVisible();
});

test('weights are pasted in any form, refused with a reason, and given back', async ({ page }) => {
  await openSettings(page);
  const weights = page.getByLabel('FSRS weights');
  const usual = await weights.inputValue();
  await weights.fill('1, 2, 3');
  await page.getByRole('button', { name: 'Use these weights' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'Not stored' });
  await expect(refusal).toContainText('here are 3');
  const numbers = usual.split(', ');
  await weights.fill(numbers.with(20, '0,9').join(' '));
  await page.getByRole('button', { name: 'Use these weights' }).click();
  await expect(refusal).toContainText('here are 22');
  await weights.fill(numbers.with(20, '0.9').join(' '));
  await page.getByRole('button', { name: 'Use these weights' }).click();
  await expect(refusal).toContainText('number 21 must be from 0.1 to 0.8, but it is “0.9”');
  await weights.fill(`[0.5\n${numbers.slice(1).join(' ')}]`);
  await page.getByRole('button', { name: 'Use these weights' }).click();
  await expect(weights).toHaveValue(['0.5', ...numbers.slice(1)].join(', '));
  await page.reload();
  await expect(weights).toHaveValue(/^0\.5, /);
  await page.getByRole('button', { name: 'Back to default' }).click();
  await expect(weights).toHaveValue(usual);
});

for (const { locale } of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme });
      test('no accessibility violation, also with an error shown', async ({ page }) => {
        await openSettings(page, locale);
        expect(await findViolations(page)).toEqual([]);
        await page.locator('#setting-new-per-day').fill('many');
        await page.locator('#setting-weights').fill('1');
        await page.locator('form button[type=submit]').last().click();
        expect(await findViolations(page)).toEqual([]);
      });
    });
  }
}

test.describe('under a base path', () => {
  test.use({ baseURL: subpathSiteUrl() });
  test('settings are kept there, too', async ({ page }) => {
    await openSettings(page);
    await fill(page, 'New cards a day', '5');
    await expect(page.getByText('✓ Saved')).toBeVisible();
    await openReview(page, en);
    await expect.poll(() => leftOf(page)).toBe(5);
  });
});
