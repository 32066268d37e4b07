import type { Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { expect, test } from './console.ts';
import { answerByKeyboard, frontOf, LANGUAGES, type Language, leftOf, openReview } from './study.ts';

const [zh, en] = LANGUAGES;

/** Names of what the review offers beside its grades. */
const WORDS = {
  zh: { more: '更多', suspend: '暂停这张卡片', bury: '明天再学', set: '就定这天', suspended: '撤销：暂停' },
  en: {
    more: 'More',
    suspend: 'Suspend this card',
    bury: 'Put off until tomorrow',
    set: 'Set the day',
    suspended: 'Undo: suspended',
  },
} as const;

/** What can be pressed in the review and is lower than a finger needs. */
const smallTargets = (page: Page) =>
  page
    .locator('.recall-review :is(button, a[href], input)')
    .evaluateAll((elements) =>
      elements
        .map((element) => ({ name: element.textContent, height: element.getBoundingClientRect().height }))
        .filter(({ height }) => height > 0 && height < 44),
    );

const undoButton = (page: Page) => page.locator('[aria-keyshortcuts="U"]');

async function isAnotherFront(page: Page, { show }: Language, front: string): Promise<void> {
  await expect(page.getByRole('button', { name: show })).toBeVisible();
  await expect.poll(() => frontOf(page)).not.toBe(front);
}

test('S suspends, B puts off, and U takes everything back step by step, also after a reload', async ({
  page,
}) => {
  await openReview(page, en);
  const fronts: string[] = [];
  for (const key of ['s', 'b', 'S']) {
    const front = await frontOf(page);
    fronts.push(front);
    await page.keyboard.press(key);
    await isAnotherFront(page, en, front);
  }
  fronts.push(await frontOf(page));
  await answerByKeyboard(page, en, '3');
  await expect(undoButton(page)).toHaveText('Undo: Good');

  await page.reload();
  await expect(page.getByRole('button', { name: en.show })).toBeVisible();
  for (const label of ['Undo: Good', 'Undo: suspended', 'Undo: put off', 'Undo: suspended']) {
    await expect(undoButton(page)).toHaveText(label);
    await page.keyboard.press('u');
    await expect.poll(() => frontOf(page)).toBe(fronts.pop());
  }
  await expect(undoButton(page)).toHaveCount(0);
});

test('the help lists the keys, keeps them to itself, and gives the focus back', async ({ page }) => {
  await openReview(page, zh);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: zh.good })).toBeVisible();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: '键盘操作' });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('kbd')).not.toHaveCount(0);
  await page.keyboard.press('3');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: zh.good })).toBeVisible();
  await expect(page.locator('.recall-review__back')).toBeFocused();
  await expect(undoButton(page)).toHaveCount(0);
});

test('Enter shows the answer and says Good, and the focus stays at the card', async ({ page }) => {
  await openReview(page, en);
  const first = await frontOf(page);
  await expect(page.locator('.recall-review__card')).toBeFocused();
  // A key that bounces shows the answer; it does not grade what nobody has read.
  await page.evaluate(() => {
    for (let time = 0; time < 2; time += 1)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
      );
  });
  await expect(page.locator('.recall-review__back')).toBeFocused();
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await isAnotherFront(page, en, first);
  await expect(undoButton(page)).toHaveText('Undo: Good');
  await expect(page.locator('.recall-review__card')).toBeFocused();
});

test('what happens is said once to those who cannot see it', async ({ page }) => {
  await openReview(page, en);
  const said = page.locator('.recall-review [aria-live]');
  const first = await frontOf(page);
  await expect(said).toHaveText(first.trim());
  await page.keyboard.press('Space');
  const answer = (await page.locator('.recall-review__answer').textContent()) ?? '';
  await expect(said).toContainText(answer.trim().slice(0, 20));
  await page.keyboard.press('s');
  await expect(said).toContainText('Done: suspended.');
  await page.keyboard.press('u');
  await expect(said).toContainText('Taken back: suspended.');
  await expect(said).toContainText(first.trim());
});

for (const language of LANGUAGES) {
  const words = WORDS[language.locale as 'zh' | 'en'];

  test(`by touch in ${language.locale}: suspend and put off from the menu, and undo`, async ({
    page,
    hasTouch,
  }) => {
    const press = (name: string) => {
      const button = page.getByRole('button', { name });
      return hasTouch ? button.tap() : button.click();
    };
    await openReview(page, language);
    const first = await frontOf(page);
    await press(words.more);
    await press(words.suspend);
    await isAnotherFront(page, language, first);
    const second = await frontOf(page);
    await press(words.more);
    await press(words.bury);
    await isAnotherFront(page, language, second);
    const undo = undoButton(page);
    await (hasTouch ? undo.tap() : undo.click());
    await expect.poll(() => frontOf(page)).toBe(second);
    await press(words.suspended);
    await expect.poll(() => frontOf(page)).toBe(first);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${language.locale}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('menu, help, and the end of the day have no accessibility violation', async ({ page }) => {
        await openReview(page, language);
        await answerByKeyboard(page, language, '1');
        await expect(page.getByRole('button', { name: language.show })).toBeVisible();
        await page.keyboard.press('.');
        await expect(page.getByRole('dialog', { name: words.more })).toBeVisible();
        expect(await findViolations(page), 'menu').toEqual([]);
        await page.keyboard.press('Escape');
        // The page takes no keys until the dialog has closed.
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await findViolations(page), 'help').toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        for (let left = await leftOf(page); left > 0; left = await leftOf(page)) {
          await answerByKeyboard(page, language, '4');
          await expect.poll(() => leftOf(page)).toBeLessThan(left);
        }
        await expect(page.locator('.recall-review__finished')).toBeVisible();
        await expect(page.locator('.recall-review__hardest a')).toHaveCount(1);
        expect(await findViolations(page), 'finished').toEqual([]);
      });
    });
  }
}

test('the end of the day says what was done and what waits, offers more, and can be undone', async ({
  page,
}) => {
  await page.clock.install({ time: '2026-11-23T09:00:00+08:00' });
  await openReview(page, en);
  const total = await leftOf(page);
  for (let left = total; left > 0; left--) {
    await answerByKeyboard(page, en, '4');
    await expect.poll(() => leftOf(page)).toBe(left - 1);
  }
  const heading = page.getByRole('heading', { name: 'You are done for today' });
  await expect(heading).toBeFocused();
  await expect(page.locator('.recall-review__day')).toContainText(`Answers today${total}`);
  await expect(page.locator('.recall-review__day')).toContainText(`New cards started${total}`);
  await expect(page.locator('.recall-review__by-grade')).toContainText(`Easy ${total}`);
  expect(await smallTargets(page)).toEqual([]);
  await page.getByRole('button', { name: '+10 new today' }).click();
  await expect(page.getByRole('button', { name: en.show })).toBeVisible();
  await expect.poll(() => leftOf(page)).toBe(10);
  await page.keyboard.press('u');
  await expect.poll(() => leftOf(page)).toBe(11);
});

test('a chosen day takes a card out of the review until then', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-23T09:00:00+08:00');
  await openReview(page, zh);
  const front = await frontOf(page);
  await answerByKeyboard(page, zh, '4');
  const days = 40;
  await page.clock.setFixedTime(new Date(Date.parse('2026-11-23T09:00:00+08:00') + days * 86_400_000));
  await openReview(page, zh);
  while ((await frontOf(page)) !== front) {
    const left = await leftOf(page);
    await answerByKeyboard(page, zh, '4');
    await expect.poll(() => leftOf(page)).toBe(left - 1);
  }
  await page.clock.setFixedTime(new Date(Date.parse('2026-11-23T09:01:00+08:00') + days * 86_400_000));
  await page.keyboard.press('.');
  await page.getByLabel('指定下次复习的日期').fill('2027-01-05');
  await page.getByRole('button', { name: WORDS.zh.set }).click();
  await isAnotherFront(page, zh, front);
  await expect(undoButton(page)).toHaveText('撤销：改日期');
  await page.clock.setFixedTime('2027-01-04T09:00:00+08:00');
  await page.goto('zh/');
  await expect(page.locator('.recall-today__figures strong').first()).toHaveText('0');
  await page.clock.setFixedTime('2027-01-05T09:00:00+08:00');
  await page.goto('zh/');
  await expect(page.locator('.recall-today__figures strong').first()).toHaveText('1');
});
