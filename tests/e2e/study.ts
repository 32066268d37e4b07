import type { Locator, Page } from '@playwright/test';
import { expect } from './console.ts';

/** The two languages of the site with the words that the tests look for. */
export const LANGUAGES = [
  {
    locale: 'zh',
    home: '把虚拟化学懂，并且记住',
    show: '显示答案',
    good: '记得',
    saved: '已保存在本机',
    source: '看出处',
    undo: '撤销',
    lesson: { path: 'types/paravirtualization', title: '半虚拟化', query: '超级调用' },
  },
  {
    locale: 'en',
    home: 'Understand virtualization, and keep it',
    show: 'Show answer',
    good: 'Good',
    saved: 'Saved on this device',
    source: 'Where this comes from',
    undo: 'Undo',
    lesson: { path: 'types/paravirtualization', title: 'Paravirtualization', query: 'hypercall' },
  },
] as const;

export type Language = (typeof LANGUAGES)[number];

/** Opens the review and waits for its first card. */
export async function openReview(page: Page, { locale, show }: Language): Promise<void> {
  await page.goto(`${locale}/review/`);
  await expect(page.getByRole('button', { name: show })).toBeVisible();
}

/** Shows the answer and grades it by keyboard, then waits until the answer is acknowledged as saved. */
export async function answerByKeyboard(
  page: Page,
  { show, saved }: Language,
  grade: '1' | '2' | '3' | '4',
): Promise<void> {
  // The last card shows until the next one has arrived, and takes no second grade.
  await expect(page.getByRole('button', { name: show })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.locator('.recall-review__grades')).toBeVisible();
  await page.keyboard.press(grade);
  await expect(page.getByRole('status')).toContainText(saved);
}

/** The text on the front of the card in hand. */
export async function frontOf(page: Page): Promise<string> {
  return (await page.locator('.recall-review__front').textContent()) ?? '';
}

/** How many cards the status line says are left. */
export async function leftOf(page: Page): Promise<number> {
  const text = await page.locator('.recall-review__figures span').first().textContent();
  return Number(text?.match(/\d+/)?.[0]);
}

/** The field of the search. */
export function searchField(page: Page): Locator {
  return page.locator('.recall-search__field');
}

/** Opens the search dialog, types a query and waits until everything that it finds is shown. */
export async function search(page: Page, query: string): Promise<void> {
  // The page listens to the shortcut once its scripts have run.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(searchField(page)).toBeVisible({ timeout: 5000 });
  }).toPass();
  await typeSearch(page, query);
}

/** Types another query into an open search and waits until everything that it finds is shown. */
export async function typeSearch(page: Page, query: string): Promise<void> {
  await searchField(page).fill(query);
  await expect(page.locator('.recall-search')).toHaveAttribute('data-settled', query);
}

/** Waits until the site, with one language of it, is kept for offline use and this page is served from what is kept. */
export async function waitForOffline(page: Page, locale = 'zh'): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
  // A reload for a new version may come between.
  await expect
    .poll(async () =>
      (await keptFiles(page, locale).catch(() => [])).some((url) =>
        /\/offline\/[\w-]+\.\w+\.json$/.test(url),
      ),
    )
    .toBe(true);
}

/** Addresses of the files of a language that this page's site keeps, without their digests. */
export function keptFiles(page: Page, locale: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const { scope } = await navigator.serviceWorker.ready;
    const name = `recall:${new URL(scope).pathname}files:${wanted}`;
    if (!(await caches.has(name))) return [];
    const keys = await (await caches.open(name)).keys();
    return keys.map(({ url }) => url.split('?')[0] ?? '');
  }, locale);
}
