import { expect, subpathSiteUrl, test } from './console.ts';
import { loadDeck } from './questions.ts';

for (const [locale, word, name] of [
  ['zh', 'paravirt', '半虚拟化'],
  ['en', '半虚拟化', 'Paravirtualization'],
] as const) {
  test(`the glossary in ${locale} finds a term by any of its names and leads to its lesson`, async ({
    page,
  }) => {
    await page.goto(`${locale}/glossary/`);
    const entries = page.locator('#recall-glossary > div:visible');
    const all = await entries.count();
    expect(all).toBeGreaterThan(50);
    await page.getByRole('searchbox').fill(word);
    await expect.poll(() => entries.count()).toBeLessThan(10);
    await expect(page.locator('#recall-glossary-count')).toContainText(String(await entries.count()));
    const entry = entries.filter({ has: page.locator('dt', { hasText: name }) }).first();
    await entry.getByRole('link').click();
    await expect(page.locator(':target')).toContainText(name);
    await page.goBack();
    await page.getByRole('searchbox').fill('');
    await expect.poll(() => entries.count()).toBe(all);
  });

  test(`the first use of a term in another lesson of ${locale} explains itself`, async ({
    page,
    hasTouch,
  }) => {
    await page.goto(`${locale}/hardware/virtio/`);
    const link = page.locator('.recall-gloss').first();
    const popover = page.locator('.recall-popover');
    await (hasTouch ? link.tap() : link.hover());
    await expect(popover).toBeVisible();
    await expect(popover).not.toBeEmpty();
    expect(page.url()).toContain('/hardware/virtio/');
    await page.keyboard.press('Escape');
    await expect(popover).toBeHidden();
    // A tap has focused it already.
    await link.blur();
    await link.focus();
    await expect(popover).toBeVisible();
    const box = await popover.boundingBox();
    const width = page.viewportSize()?.width ?? 0;
    expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
    await popover.getByRole('link').click();
    await expect(page.locator(':target')).toBeInViewport();
  });
}

test.describe('a fact table', () => {
  test('is a table to a screen reader and never wider than the screen', async ({ page, isMobile }) => {
    await page.goto('zh/hypervisors/comparison/');
    const table = page.locator('.recall-facts').getByRole('table');
    await expect(table).toBeVisible();
    expect(await table.getByRole('columnheader', { includeHidden: true }).count()).toBeGreaterThan(3);
    expect(await table.getByRole('row').count()).toBeGreaterThan(3);
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll).toBe(client);
    const cell = table.getByRole('cell').first();
    const label = await cell.evaluate((element) => getComputedStyle(element, '::before').content);
    expect(label === 'none').toBe(!isMobile);
  });

  test('is where its cards come from', async ({ page, request }) => {
    const { cards } = await loadDeck(request, 'zh', 'hypervisors/comparison');
    const card = cards.find(({ kind }) => kind === 'fact');
    await page.goto(`zh/hypervisors/comparison/#note-${card?.note}`);
    await expect(page.locator('.recall-facts :target')).toBeInViewport();
  });
});

test.describe('without JavaScript at /x/', () => {
  test.use({ baseURL: subpathSiteUrl(), javaScriptEnabled: false });

  test('the glossary, term links and quizzes can be read', async ({ page }) => {
    await page.goto('en/glossary/');
    expect(await page.locator('#recall-glossary > div').count()).toBeGreaterThan(50);
    await page.goto('en/hardware/virtio/');
    await expect(page.locator('.recall-gloss').first()).toHaveAttribute('href', /^\/x\/en\/.+#note-/);
    const question = page.locator('.recall-quiz > ol > li').first();
    await expect(question.locator('details > div')).toBeHidden();
    await question.locator('summary').click();
    await expect(question.locator('details > div')).toBeVisible();
  });
});
