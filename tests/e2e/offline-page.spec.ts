import { findViolations } from './axe.ts';
import { expect, subpathSiteUrl, test } from './console.ts';
import { keptFiles, waitForOffline } from './study.ts';

test.use({ serviceWorkers: 'allow' });

for (const site of ['/', '/x/'] as const) {
  test.describe(`the page on offline use at ${site}`, () => {
    if (site === '/x/') test.use({ baseURL: subpathSiteUrl() });

    test('says what is kept, downloads the rest, and removes a language for good', async ({ page }) => {
      await page.goto('zh/offline/');
      await expect(page.locator('[data-locale=zh][data-state=kept]')).toContainText(
        /已存好 · \d+ 个文件，[\d.]+ MB/,
      );
      await expect(page.locator('[data-locale=en][data-state=absent]')).toContainText('没有存');
      await page.getByRole('button', { name: '下载全部语言' }).click();
      await expect(page.locator('[data-locale=en][data-state=kept]')).toBeVisible();
      await expect(page.getByText('English已存好，断网也能用。')).toBeVisible();
      expect((await keptFiles(page, 'en')).length).toBeGreaterThan(100);

      await page.getByRole('button', { name: '删除English' }).click();
      await expect(page.locator('[data-locale=en][data-state=absent]')).toBeVisible();
      await page.goto('en/');
      await page.goto('en/offline/');
      await expect(page.locator('[data-locale=zh][data-state=kept]')).toBeVisible();
      await expect(page.locator('[data-locale=en][data-state=absent]')).toBeVisible();
      expect(await keptFiles(page, 'en')).toEqual([]);
    });

    test('proves offline that pages never opened, search and cards are whole; damage is found and mended', async ({
      page,
      context,
    }) => {
      await page.goto('zh/offline/');
      await waitForOffline(page);
      await context.setOffline(true);
      const result = page.locator('[data-check=zh]');
      await page.getByRole('button', { name: '开始自检' }).click();
      await expect(result).toContainText(/\d+ 个文件都完好/);
      await expect(result).toContainText('搜索可用');
      await expect(result).toContainText('卡片和题目可用');
      const link = result.getByRole('link');
      const title = (await link.textContent()) ?? '';
      await link.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

      await page.goBack();
      await page.evaluate(async () => {
        const [name] = (await caches.keys()).filter((key) => key.endsWith('files:zh'));
        const cache = await caches.open(name ?? '');
        for (const request of await cache.keys()) {
          if (request.url.includes('/zh/map/')) await cache.put(request, new Response('garbage'));
          if (request.url.includes('.pf_meta')) await cache.delete(request);
        }
        // And one of the files that every page needs.
        const [shellName] = (await caches.keys()).filter((key) => key.includes('precache'));
        const shell = await caches.open(shellName ?? '');
        for (const request of await shell.keys()) {
          if (request.url.includes('/favicon.svg')) await shell.put(request, new Response('garbage'));
        }
      });
      await page.getByRole('button', { name: '开始自检' }).click();
      await expect(result).toContainText('3 个文件缺失或损坏');
      await expect(result).toContainText('搜索不完整');
      await context.setOffline(false);
      await page.getByRole('button', { name: '重新下载损坏的文件' }).click();
      await expect(page.getByText('简体中文已存好，断网也能用。')).toBeVisible();
      await page.getByRole('button', { name: '开始自检' }).click();
      await expect(result).toContainText('个文件都完好');
    });
  });
}

for (const [locale, path] of [
  ['zh', 'zh/offline/'],
  ['en', 'en/offline/'],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no violation in ${locale}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await page.getByRole('button', { name: /自检|Check now/ }).click();
      await expect(page.locator('[data-check]')).toBeVisible();
      expect(await findViolations(page)).toEqual([]);
    });
  }
}

test.describe('without service workers', () => {
  test.use({ serviceWorkers: 'block' });

  test('the page says why nothing is kept, and the site works', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    });
    await page.goto('en/offline/');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('This browser cannot keep the site now');
    await expect(page.getByText('This may be a private window')).toBeVisible();
    await page.goto('en/types/');
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
  });
});
