import type { Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { expect, test } from './console.ts';
import { frontOf, LANGUAGES, leftOf, openReview } from './study.ts';

const [, en] = LANGUAGES;

async function switchOn(page: Page, setting: string): Promise<void> {
  await page.goto('en/settings/');
  await page.getByRole('switch', { name: setting }).click();
  await expect(page.getByText('✓ Saved')).toBeVisible();
}

test('a short answer is written first, differences are marked, and the grade stays the learner’s', async ({
  page,
}) => {
  await switchOn(page, 'Type short answers');
  await page.goto('en/review/#tag=term');
  await expect(page.getByRole('button', { name: en.show })).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Write the answer' });
  // Of a term, the name can be written, its meaning can not.
  while ((await field.count()) === 0) {
    const front = await frontOf(page);
    await page.keyboard.press('Space');
    await page.locator('.recall-grade--easy').click();
    await expect.poll(() => frontOf(page)).not.toBe(front);
  }
  await expect(field).toBeFocused();
  // Keys of the review are letters here.
  await page.keyboard.type('1 bus? ');
  await expect(field).toHaveValue('1 bus? ');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.locator('.recall-review__diff')).toContainText('Not quite:');
  await expect(page.locator('.recall-review__diff ins').first()).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  const before = await frontOf(page);
  await page.keyboard.press('3');
  await expect.poll(() => frontOf(page)).not.toBe(before);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true });

  test('a swipe shows the answer, then grades it; a tap or a scroll does not', async ({ page }) => {
    await switchOn(page, 'Swipe to answer');
    await openReview(page, en);
    const left = await leftOf(page);
    const session = await page.context().newCDPSession(page);
    const swipe = async (across: number, along: number) => {
      const box = await page.locator('.recall-review__card').boundingBox();
      if (!box) throw new Error('No card is shown.');
      const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
      for (const part of [0.25, 0.5, 0.75, 1])
        await session.send('Input.dispatchTouchEvent', {
          type: 'touchMove',
          touchPoints: [{ x: from.x + across * part, y: from.y + along * part }],
        });
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await swipe(10, 5);
    await expect(page.getByRole('button', { name: en.show })).toBeVisible();
    await swipe(-140, 8);
    await expect(page.locator('.recall-grade--good')).toBeVisible();
    await swipe(140, 8);
    // Good: the card comes back in its steps, and the undo says what was given.
    await expect(page.getByRole('button', { name: 'Undo: Good' })).toBeVisible();
    await expect.poll(() => leftOf(page)).toBeLessThanOrEqual(left);
    await swipe(-140, 0);
    await expect(page.locator('.recall-grade--good')).toBeVisible();
    await swipe(-140, 0);
    await expect(page.getByRole('button', { name: 'Undo: Again' })).toBeVisible();
  });
});
