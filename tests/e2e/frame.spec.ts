import { expect, test } from '@playwright/test';

const LESSON = 'hypervisors/kvm/';

test('the contents are a list that follows the reader, beside the text or opened from a bar', async ({
  page,
  isMobile,
}) => {
  await page.goto(`en/${LESSON}`);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const opener = contents.getByRole('button', { name: 'On this page' });
  const links = contents.getByRole('link');
  if (isMobile) {
    await expect(links).toHaveCount(0);
    await opener.click();
  } else await expect(opener).toBeHidden();
  const titles = await links.allTextContents();
  expect(titles[0]).toBe('Overview');
  expect(titles.slice(1)).toEqual(await page.locator('.sl-markdown-content h2').allTextContents());
  await links.nth(2).click();
  const marked = page.locator('.recall-contents a[aria-current="true"]');
  await expect(marked).toHaveText(titles[2] ?? '');
  await expect(page).toHaveURL(/#[\w-]+$/);
  if (isMobile) {
    await expect(links).toHaveCount(0);
    await expect(page.locator('.recall-contents__bar span')).toHaveText(titles[2] ?? '');
    await opener.click();
    await page.keyboard.press('Escape');
    await expect(links).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
  await page.evaluate(() => scrollTo(0, 0));
  await expect(marked).toHaveText('Overview');
});

test('every heading has a link to itself, named for who cannot see it', async ({ page }) => {
  for (const [locale, name] of [
    ['en', 'Link to “A virtual machine is a process”'],
    ['zh', '“一台虚拟机就是一个进程”的链接'],
  ] as const) {
    await page.goto(`${locale}/${LESSON}`);
    const link = page.getByRole('link', { name });
    await link.click();
    expect(decodeURIComponent(new URL(page.url()).hash.slice(1))).toBe(
      await page.locator('.recall-heading', { has: link }).locator('h2').getAttribute('id'),
    );
  }
});

test('the theme and the language are chosen in the header, or in the menu of a phone', async ({
  page,
  isMobile,
}) => {
  await page.goto(`en/${LESSON}`);
  const openMenu = async (name: string) => {
    if (isMobile) await page.getByRole('button', { name }).click();
  };
  await openMenu('Menu');
  const theme = page.getByRole('combobox', { name: 'Select theme' });
  await expect(theme).toHaveValue('auto');
  await theme.selectOption('Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await openMenu('Menu');
  await expect(theme).toHaveValue('dark');
  await page.getByRole('combobox', { name: 'Select language' }).selectOption('简体中文');
  await expect(page).toHaveURL(new RegExp(`/zh/${LESSON}$`));
  await openMenu('菜单');
  await expect(page.getByRole('combobox', { name: '选择语言' })).toHaveValue(new RegExp(`/zh/${LESSON}$`));
});

test('the signs of the frame are seen in the colours of a reader who has set their own', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`en/${LESSON}`);
  for (const selector of ['.recall-search-button', '.recall-menu-button', '.recall-anchor']) {
    const [sign, paper] = await page
      .locator(selector)
      .first()
      .evaluate((element) => [
        getComputedStyle(element, '::before').backgroundColor,
        getComputedStyle(document.body).backgroundColor,
      ]);
    expect(sign, selector).not.toBe(paper);
  }
});
