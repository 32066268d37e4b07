import type { Page } from '@playwright/test';
import { expect, test } from './console.ts';
import { type Deployment, deploy } from './deployment.ts';
import { answerByKeyboard, keptFiles, LANGUAGES, leftOf, waitForOffline } from './study.ts';

test.use({ serviceWorkers: 'allow' });

const [chinese] = LANGUAGES;
const PAGE = 'zh/types/emulation/index.html';
const addNews = (text: string) => text.replace('</h1>', ' 新版</h1>');
const titleOf = (page: Page) => page.getByRole('heading', { level: 1 });
const barOf = (page: Page) => page.locator('.recall-update');

/** Looks for a new version at once, and waits until it is wholly here or given up. */
async function lookForVersion(page: Page): Promise<'waiting' | 'none'> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    if (installing) {
      await new Promise<void>((resolve) => {
        installing.addEventListener('statechange', () => {
          if (installing.state !== 'installing') resolve();
        });
      });
    }
    return registration.waiting ? 'waiting' : 'none';
  });
}

/**
 * Agrees to the new version once the page is at rest: Chromium lets the old worker finish first, and one that is asked
 * for something while it is being stopped starts anew and takes half a minute to come to rest, or longer in a test.
 */
async function acceptUpdate(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await barOf(page).getByRole('button', { name: '更新' }).click();
}

/** Counts how often a page is loaded from now on. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  return () => loads;
}

for (const base of ['/', '/x/'] as const) {
  test.describe(`a new version of the site at ${base}`, () => {
    let site: Deployment;
    test.beforeEach(async () => {
      site = await deploy(base);
    });
    test.afterEach(async ({ context }) => {
      // A page that is still loading would complain that its site is gone.
      await Promise.all(context.pages().map((page) => page.close()));
      await site.end();
    });
    // Each test has a site of its own, which the console’s guard takes for another origin.
    test.use({ allowedMessages: [/^request to another origin: http:\/\/localhost:/] });

    test('is offered, not on a first visit, and taken over by every tab with one reload', async ({
      page,
      context,
    }) => {
      await page.goto(`${site.url}zh/types/emulation/`);
      await waitForOffline(page);
      const other = await context.newPage();
      await other.goto(`${site.url}zh/types/`);
      await expect(barOf(page)).toHaveCount(0);
      await site.publish({ [PAGE]: addNews });
      expect(await lookForVersion(page)).toBe('waiting');

      await expect(barOf(page).getByRole('status')).toHaveText('新版本已准备好。');
      await page.reload();
      await expect(titleOf(page)).not.toContainText('新版');
      await expect(barOf(page)).toBeVisible();
      const loads = [countLoads(page), countLoads(other)];
      await acceptUpdate(page);
      await expect(titleOf(page)).toContainText('新版');
      await expect.poll(() => loads.map((count) => count())).toEqual([1, 1]);
      await expect(barOf(page)).toHaveCount(0);

      await site.close();
      await page.reload();
      await expect(titleOf(page)).toContainText('新版');
      await page.goto(`${site.url}zh/types/`);
      await expect(titleOf(page)).not.toBeEmpty();
      expect(loads.map((count) => count())).toEqual([3, 1]);
      await site.open();
      expect(
        (await keptFiles(page, 'zh')).filter((url) => url.endsWith('/zh/types/emulation/')),
      ).toHaveLength(1);
    });

    test('can be put off, and is then not offered again for a while', async ({ page }) => {
      await page.goto(`${site.url}zh/types/emulation/`);
      await waitForOffline(page);
      await site.publish({ [PAGE]: addNews });
      await lookForVersion(page);
      await barOf(page).getByRole('button', { name: '以后' }).click();
      await expect(barOf(page)).toHaveCount(0);
      await page.reload();
      await expect(titleOf(page)).toBeVisible();
      await page.evaluate(() => navigator.serviceWorker.ready);
      await expect(barOf(page)).toHaveCount(0);
      await expect(titleOf(page)).not.toContainText('新版');
    });

    test('waits while a card is in hand, and another tab’s reload waits for the answer, which is kept', async ({
      page,
      context,
    }) => {
      await page.goto(`${site.url}zh/review/`);
      await waitForOffline(page);
      await page.reload();
      await expect(page.getByRole('button', { name: chinese.show })).toBeVisible();
      const before = await leftOf(page);
      await site.publish({ [PAGE]: addNews });
      expect(await lookForVersion(page)).toBe('waiting');
      const other = await context.newPage();
      await other.goto(`${site.url}zh/types/emulation/`);
      await expect(barOf(other)).toBeVisible();
      await expect(barOf(page)).toHaveCount(0);

      const loads = countLoads(page);
      await acceptUpdate(other);
      await expect(titleOf(other)).toContainText('新版');
      await page.bringToFront();
      await page.keyboard.press('Space');
      await expect(page.getByRole('button', { name: chinese.good })).toBeVisible();
      expect(loads()).toBe(0);
      await page.keyboard.press('4');
      await expect.poll(loads).toBe(1);
      await expect(page.getByRole('button', { name: chinese.show })).toBeVisible();
      await expect.poll(() => leftOf(page)).toBe(before - 1);
      await answerByKeyboard(page, chinese, '4');
      expect(loads()).toBe(1);
    });

    test('that is half deployed is left alone, and the old one stays whole', async ({ page }) => {
      await page.goto(`${site.url}zh/types/emulation/`);
      await waitForOffline(page);
      await site.publish({ [PAGE]: addNews, 'recall/deck.json': (text) => `${text} ` });
      await site.overwrite(PAGE, (text) => text.replace(' 新版</h1>', '</h1>'));
      expect(await lookForVersion(page)).toBe('none');
      await site.close();
      for (const path of ['zh/', 'zh/types/emulation/', 'zh/types/paravirtualization/']) {
        await page.goto(site.url + path);
        await expect(titleOf(page)).not.toBeEmpty();
      }
      await site.open();
      await site.overwrite(PAGE, addNews);
      expect(await lookForVersion(page)).toBe('waiting');
    });

    // Chromium lets the worker before finish first. At `/x/` it is asked for something all the time.
    const isBusy = base === '/x/';
    test(`of the kill switch takes everything of this site back, and nothing else${isBusy ? ', while the worker before is busy' : ''}`, async ({
      page,
    }) => {
      await page.goto(`${site.url}zh/review/`);
      await waitForOffline(page);
      await page.reload();
      await answerByKeyboard(page, chinese, '4');
      const before = await leftOf(page);
      const others = await page.evaluate(async () => {
        const names = [
          `recall-precache-v2-${location.origin}/y/`,
          'recall:/y/files:zh',
          `workbox-precache-v2-${location.origin}/y/`,
        ];
        for (const name of names) await (await caches.open(name)).put('/y/', new Response('theirs'));
        return names.sort();
      });
      const findLeft = () =>
        page.evaluate(async () => ({
          caches: (await caches.keys()).sort(),
          isControlled: navigator.serviceWorker.controller !== null,
        }));
      await site.kill();
      await page.goto(`${site.url}zh/`);
      await page
        .evaluate(async (withNoise) => {
          const registration = await navigator.serviceWorker.getRegistration();
          const { active } = registration ?? {};
          if (withNoise) setInterval(() => active?.postMessage(null), 2);
          await registration?.update();
        }, isBusy)
        // The page has already been loaded anew.
        .catch(() => undefined);
      // At the latest the next page comes from the network alone. It may be loaded once more while it is opened.
      await expect(async () => {
        await page.goto(`${site.url}zh/types/`);
        expect(await findLeft()).toEqual({ caches: others, isControlled: false });
      }).toPass({ timeout: 20_000 });
      await page.goto(`${site.url}zh/review/`);
      await expect(page.getByRole('button', { name: chinese.show })).toBeVisible();
      await expect.poll(() => leftOf(page)).toBe(before);
      await site.overwrite(PAGE, addNews);
      await page.goto(`${site.url}zh/types/emulation/`);
      await expect(titleOf(page)).toContainText('新版');
      await expect.poll(findLeft).toEqual({ caches: others, isControlled: false });
    });
  });
}
