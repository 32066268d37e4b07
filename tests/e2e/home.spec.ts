import type { Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { expect, test } from './console.ts';
import { answerByKeyboard, LANGUAGES, openReview } from './study.ts';

const [zh, en] = LANGUAGES;

/** How far the page's content has moved by itself. */
async function measureShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(sum), 100));
      }),
  );
}

test('a newcomer reads how it works, and none of the study’s code or data is loaded', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto('zh/', { waitUntil: 'networkidle' });
  await expect(page.getByText('怎么用')).toBeVisible();
  await expect(page.getByRole('link', { name: '从第一课开始' })).toHaveAttribute(
    'href',
    /\/zh\/[a-z-]+\/[a-z-]+\/$/,
  );
  await expect(page.locator('.recall-today__figures')).toBeHidden();
  // The worker fetches everything for offline use; the page itself asks for nothing of the study.
  const own = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  expect(own.filter((path) => /show-today|deck\.json|study/.test(path))).toEqual([]);
  expect(requests.length).toBeGreaterThan(0);
});

test('a learner sees what today holds, and nothing moves when the figures come', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-23T09:00:00+08:00');
  await openReview(page, en);
  await answerByKeyboard(page, en, '4');
  await answerByKeyboard(page, en, '1');
  await page.goto('en/');
  const counts = page.locator('.recall-today__counts strong');
  await expect(counts).toHaveText(['1', '18', /^\d+$/]);
  await expect(page.getByRole('link', { name: 'Go on' })).toHaveAttribute('href', /\/en\/review\/$/);
  await expect(page.locator('.recall-forecast li')).toHaveCount(7);
  const kept = page.getByRole('link', { name: 'Saved on this device · no backup yet' });
  await expect(kept).toHaveAttribute('href', /\/en\/data\/$/);
  expect(await measureShift(page)).toBeLessThan(0.01);
});

test('a streak survives a rest day, says so, and can be hidden', async ({ page }) => {
  for (const day of ['20', '21', '23']) {
    await page.clock.setFixedTime(`2026-11-${day}T09:00:00+08:00`);
    await openReview(page, zh);
    await answerByKeyboard(page, zh, '4');
  }
  await page.goto('zh/');
  await expect(page.getByText('连续学了 3 天 · 本周歇过一天')).toBeVisible();
  await page.goto('zh/settings/');
  await page.getByRole('switch', { name: '显示连续天数' }).click();
  await expect(page.getByText('✓ 已保存')).toBeVisible();
  await page.goto('zh/');
  await expect(page.locator('.recall-today__counts')).toBeVisible();
  await expect(page.getByText('连续学了')).toHaveCount(0);
});

test('what the day’s limit keeps back is said, and a finished day leads to practice', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-23T09:00:00+08:00');
  await openReview(page, en);
  for (let count = 0; count < 3; count += 1) await answerByKeyboard(page, en, '4');
  await page.goto('en/settings/');
  for (const label of ['New cards a day', 'Reviews a day, at most']) {
    await page.getByLabel(label, { exact: true }).fill(label.startsWith('New') ? '0' : '1');
    await page.keyboard.press('Tab');
    await expect(page.getByText('✓ Saved')).toBeVisible();
  }
  await page.goto('en/');
  await expect(page.getByText('All done for today')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Practise some questions' })).toHaveAttribute(
    'href',
    /\/en\/practice\/$/,
  );
  await page.clock.setFixedTime('2027-02-23T09:00:00+08:00');
  await page.goto('en/');
  await expect(page.getByText('2 more wait beyond today’s limit')).toBeVisible();
});

test('the icon of the app bears the number of cards due, and nothing when none are', async ({ page }) => {
  await page.addInitScript(() => {
    const badges: number[] = [];
    Object.assign(window, { badges });
    Object.assign(navigator, {
      setAppBadge: async (count: number) => void badges.push(count),
      clearAppBadge: async () => void badges.push(0),
    });
  });
  const lastBadge = () => page.evaluate(() => (window as unknown as { badges: number[] }).badges.at(-1));
  await openReview(page, en);
  await expect.poll(lastBadge).toBe(0);
  await answerByKeyboard(page, en, '1');
  await expect.poll(lastBadge).toBe(1);
  await page.goto('en/');
  await expect.poll(lastBadge).toBe(1);
});

for (const language of LANGUAGES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${language.locale}, ${colorScheme}`, () => {
      test.use({ colorScheme });
      test('a learner’s start page has no accessibility violation', async ({ page }) => {
        await openReview(page, language);
        await answerByKeyboard(page, language, '3');
        await page.goto(`${language.locale}/`);
        await expect(page.locator('.recall-today__counts')).toBeVisible();
        expect(await findViolations(page)).toEqual([]);
      });
    });
  }
}
