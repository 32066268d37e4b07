import { findViolations } from './axe.ts';
import { expect, subpathSiteUrl, test } from './console.ts';
import { LANGUAGES, openReview, search, searchField, typeSearch } from './study.ts';

for (const language of LANGUAGES) {
  const { locale, lesson } = language;
  for (const site of ['/', '/x/'] as const) {
    test.describe(`in ${locale} at ${site}`, () => {
      if (site === '/x/') test.use({ baseURL: subpathSiteUrl() });

      test('the dialog is used by keyboard: groups by arrows, Enter opens, Escape closes', async ({
        page,
      }) => {
        await page.goto(`${locale}/`);
        await search(page, lesson.query);
        const field = searchField(page);
        await expect(field).toHaveAttribute('aria-expanded', 'true');
        const first = page.locator('[role="option"]').first();
        await expect(first).toHaveAttribute('aria-selected', 'true');
        await expect(field).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id')) ?? '');
        const count = await page.locator('[role="option"]').count();
        await field.press('ArrowUp');
        await expect(page.locator('[role="option"]').nth(count - 1)).toHaveAttribute('aria-selected', 'true');
        await field.press('ArrowDown');
        await field.press('ArrowDown');
        await expect(page.locator('[role="option"]').nth(1)).toHaveAttribute('aria-selected', 'true');
        await field.press('ArrowUp');
        await field.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
        await page.keyboard.press('/');
        await expect(field).toBeFocused();
        await expect(field).toHaveValue(lesson.query);
        await field.press('Enter');
        await expect(page).toHaveURL(new RegExp(`${site}${locale}/${lesson.path}/#note-hypercall$`));
        await expect(page.locator('#note-hypercall')).toBeInViewport();
      });

      test('a search has an address and leads from there to a lesson', async ({ page }) => {
        await page.goto(`${locale}/search/?q=${lesson.query}`);
        await expect(page.locator('.recall-search')).toHaveAttribute('data-settled', lesson.query);
        await page.locator('.recall-search__lesson a').first().click();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.goBack();
        await expect(page).toHaveURL(/[?&]q=/);
      });
    });
  }

  test(`the dialog in ${locale} has no accessibility violation, empty, full and without results`, async ({
    page,
  }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${locale}/`);
      await search(page, lesson.query);
      expect(await findViolations(page), `${colorScheme}, results`).toEqual([]);
      await typeSearch(page, 'qqqq');
      expect(await findViolations(page), `${colorScheme}, none`).toEqual([]);
      await searchField(page).fill('');
      expect(await findViolations(page), `${colorScheme}, empty`).toEqual([]);
    }
  });
}

test('a name in another language by which a concept was found says so', async ({ page }) => {
  await page.goto('en/');
  await search(page, '准虚拟化');
  await expect(page.locator('.recall-search__by').first()).toHaveText('准虚拟化');
  await expect(page.locator('.recall-search__by').first()).toHaveAttribute('lang', 'zh-CN');
});

test('answers are not given away: cards and questions show what they ask', async ({ page }) => {
  await page.goto('zh/');
  await search(page, '半虚拟化');
  const items = page.locator('.recall-search__item');
  await expect(items.first()).toBeVisible();
  await page.getByRole('button', { name: '卡片与题目' }).click();
  await expect(page.locator('.recall-search[data-scope="items "]')).toHaveAttribute(
    'data-settled',
    '半虚拟化',
  );
  const shown = (await items.allTextContents()).join(' ');
  expect(shown).toContain('把一套系统搬到半虚拟化环境里运行');
  expect(shown).not.toContain('应用程序不用改');
  // Words that only an answer has lead to no card.
  await typeSearch(page, '因为它们面对的仍是内核原来的系统调用');
  expect((await items.allTextContents()).join(' ')).not.toContain('因为它们');
});

test('an input method is left alone until it is done', async ({ page }) => {
  await page.goto('zh/');
  await search(page, '容器');
  const settled = page.locator('.recall-search');
  await searchField(page).evaluate((field: HTMLInputElement) => {
    field.dispatchEvent(new CompositionEvent('compositionstart'));
    field.value = 'rong';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
  });
  await expect(settled).toHaveAttribute('data-settled', '容器');
  await searchField(page).evaluate((field: HTMLInputElement) => {
    field.value = '容器逃逸';
    field.dispatchEvent(new CompositionEvent('compositionend'));
  });
  await expect(settled).toHaveAttribute('data-settled', '容器逃逸');
  await expect(page).toHaveURL(/\/zh\/$/);
});

test('nothing found: near names and what the other language has', async ({ page }) => {
  await page.goto('zh/');
  await search(page, '影子叶表');
  await expect(page.locator('.recall-search__concept').first()).toContainText('影子页表');
  await typeSearch(page, 'landlord');
  await expect(page.locator('.recall-search')).toContainText('没有找到“landlord”');
});

test('recent searches are offered, can be forgotten, and go when everything is deleted', async ({ page }) => {
  await page.goto('en/');
  await search(page, 'hypercall');
  await searchField(page).press('Enter');
  await expect(page).toHaveURL(/#note-hypercall$/);
  await page.goto('en/types/');
  await search(page, 'x');
  await searchField(page).fill('');
  await page.getByRole('button', { name: 'hypercall' }).click();
  await expect(page.locator('.recall-search')).toHaveAttribute('data-settled', 'hypercall');
  await searchField(page).fill('');
  await page.getByRole('button', { name: 'Forget these' }).click();
  await expect(page.getByRole('button', { name: 'hypercall' })).toHaveCount(0);
});

test('what the reader knows of a concept is shown to those who have begun', async ({ page }) => {
  const [language] = LANGUAGES;
  await page.goto('zh/');
  await search(page, '虚拟化');
  await expect(page.locator('.recall-search__concept').first()).toBeVisible();
  await expect(page.locator('.recall-search__memory')).toHaveCount(0);
  await openReview(page, language);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: language.good })).toBeVisible();
  await page.keyboard.press('4');
  await expect(page.getByRole('status').first()).toContainText(language.saved);
  await page.goto('zh/');
  await search(page, '虚拟化');
  await expect(page.locator('.recall-search__memory').first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the search leads to the glossary', async ({ page, baseURL }) => {
    await page.goto('en/types/');
    await page.getByRole('link', { name: 'Search' }).click();
    await expect(page).toHaveURL(`${baseURL}en/glossary/`);
  });
});
