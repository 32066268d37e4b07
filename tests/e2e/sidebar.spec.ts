import { expect, test } from '@playwright/test';
import { loadManifest } from './questions.ts';

test('the sidebar holds the lessons of the module in hand and one link for every other', async ({
  page,
  request,
}) => {
  const { cards } = await loadManifest(request);
  const lessons = [...new Set<string>(cards.map((card) => card.lesson))];
  const modules = [...new Set(lessons.map((lesson) => lesson.split('/')[0]))];
  await page.goto('en/types/paravirtualization/');
  const hrefs = await page
    .locator('nav.sidebar a')
    .evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? '').filter((href) => href.startsWith('/en/')),
    );
  const own = lessons.filter((lesson) => lesson.startsWith('types/')).map((lesson) => `/en/${lesson}/`);
  expect(hrefs.filter((href) => href.split('/').length > 4).sort()).toEqual(own.sort());
  expect(hrefs).toEqual(
    expect.arrayContaining(
      ['', 'review/', ...modules.map((module) => `${module}/`)].map((path) => `/en/${path}`),
    ),
  );
  expect(new Set(hrefs).size).toBe(hrefs.length);
  const order = ['review/', 'map/', 'types/', 'glossary/', 'data/', 'settings/'];
  const places = order.map((path) => hrefs.indexOf(`/en/${path}`));
  expect(places, 'studying, the course, looking up, this device').toEqual([...places].sort((a, b) => a - b));
});

test('the sidebar stays where it was on the next page, and shows the page in hand', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto('en/operations/');
  const pane = page.locator('#starlight__sidebar');
  const current = pane.locator('a[aria-current="page"]');
  await expect(current).toBeInViewport();
  await pane.evaluate((element) => element.scrollTo(0, 240));
  await pane.locator('details a').nth(2).click();
  await expect(current).toHaveText(/./);
  await expect(current).toBeInViewport();
  await expect.poll(() => pane.evaluate((element) => element.scrollTop)).toBe(240);
});

test('on a phone the sidebar is a menu that keeps the focus while it is open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('en/types/paravirtualization/');
  const pane = page.locator('#starlight__sidebar');
  const text = page.locator('.main-frame');
  await expect(pane).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(pane).toBeVisible();
  await expect(text).toHaveAttribute('inert');
  await page.keyboard.press('Escape');
  await expect(pane).toBeHidden();
  await expect(text).not.toHaveAttribute('inert');

  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(pane, 'on a wide screen it always stands beside the text').toBeVisible();
  expect(await page.locator('script:not([src])', { hasText: 'sl-sidebar-pane' }).count()).toBe(0);
});
