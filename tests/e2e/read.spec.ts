import type { Page } from '@playwright/test';
import { expect, subpathSiteUrl, test } from './console.ts';
import { LANGUAGES, search } from './study.ts';

test.use({ serviceWorkers: 'allow' });

test.describe('the start page', () => {
  for (const [locale, expected] of [
    ['zh-TW', 'zh'],
    ['en-GB', 'en'],
  ] as const) {
    test.describe(`for a browser in ${locale}`, () => {
      test.use({ locale });

      test(`opens ${expected}, then what was read last`, async ({ page, baseURL }) => {
        await page.goto('');
        await expect(page).toHaveURL(`${baseURL}${expected}/`);
        const other = expected === 'zh' ? 'en' : 'zh';
        await page.goto(`${other}/`);
        await page.goto('');
        await expect(page).toHaveURL(`${baseURL}${other}/`);
      });
    });
  }

  test.describe('for a browser in another language', () => {
    test.use({ locale: 'fr-FR' });

    test('offers both', async ({ page, baseURL }) => {
      await page.goto('');
      await expect(page).toHaveURL(`${baseURL}`);
      await expect(page.getByRole('link')).toHaveCount(LANGUAGES.length);
    });
  });

  test.describe('without JavaScript at /x/', () => {
    test.use({ baseURL: subpathSiteUrl(), javaScriptEnabled: false });

    test('shows both languages as links that work', async ({ page }) => {
      for (const { locale, home } of LANGUAGES) {
        await page.goto('');
        await page.locator(`a[href="/x/${locale}/"]`).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(home);
      }
    });

    test('lessons and their answers can be read', async ({ page }) => {
      await page.goto('zh/types/paravirtualization/');
      const card = page.locator('details.recall-card').first();
      await expect(card.locator('.recall-card__back')).toBeHidden();
      await card.locator('summary').click();
      await expect(card.locator('.recall-card__back')).toBeVisible();
    });
  });
});

for (const { locale, lesson } of LANGUAGES) {
  test(`a lesson in ${locale}: title, terms, cards, sources, neighbours, no layout shift`, async ({
    page,
  }) => {
    await watchShifts(page);
    await page.goto(`${locale}/${lesson.path}/`, { waitUntil: 'networkidle' });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.title);
    expect(await page.locator('.recall-term dt').count()).toBeGreaterThanOrEqual(2);
    expect(await page.locator('details.recall-card').count()).toBeGreaterThanOrEqual(2);
    expect(await page.locator('.recall-sources a').count()).toBeGreaterThanOrEqual(2);
    await expect(page.locator('a[rel="prev"]')).toHaveCount(1);
    await expect(page.locator('a[rel="next"]')).toHaveCount(1);
    expect((await readShifts(page)).filter(({ value }) => value > 0.01)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  test(`a search in ${locale} finds the lesson and not the other language`, async ({ page }) => {
    await page.goto(`${locale}/`);
    await search(page, lesson.query);
    const links = page.locator('.recall-search [role="option"]');
    await expect(links.first()).toBeVisible();
    const hrefs = await links.evaluateAll((elements) =>
      elements.map((element) => element.getAttribute('href') ?? ''),
    );
    expect(hrefs.some((href) => href.includes(`/${locale}/${lesson.path}/`))).toBe(true);
    expect(hrefs.filter((href) => !href.startsWith(`/${locale}/`))).toEqual([]);
  });
}

/** A layout shift: its score, and what moved from where to where. */
interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface LayoutShift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly {
        node?: Node;
        previousRect: DOMRectReadOnly;
        currentRect: DOMRectReadOnly;
      }[];
    }
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    const formatRect = ({ x, y, width, height }: DOMRectReadOnly) =>
      [x, y, width, height].map(Math.round).join(' ');
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as LayoutShift[]) {
        const moved = sources.map(({ node, previousRect, currentRect }) => {
          const name = node instanceof Element ? `${node.localName}.${node.className}` : node?.nodeName;
          return `${name}: ${formatRect(previousRect)} → ${formatRect(currentRect)}`;
        });
        shifts.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

function readShifts(page: Page): Promise<Shift[]> {
  return page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
}

test.describe('an address that leads nowhere', () => {
  test.use({ allowedMessages: [/404/] });

  for (const [address, title, hidden, search, found] of [
    ['en/types/para-virtualization/', 'This page does not exist', 'zh', 'Search', 'Paravirtualization'],
    ['zh/types/半虚拟化/', '没有这一页', 'en', '搜索', '半虚拟化'],
  ] as const) {
    test(`is answered in the reader’s language: ${address}`, async ({ page, baseURL }) => {
      const response = await page.goto(address);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page).toHaveTitle(`${title} | VirtDeck`);
      await expect(page.locator(`[data-missing="${hidden}"]`)).toBeHidden();
      const locale = address.slice(0, 2);
      const section = page.locator(`[data-missing="${locale}"]`);
      await expect(page.locator('a.site-title')).toHaveAttribute('href', `/${locale}/`);
      await expect(page.locator('[data-recall-search] span')).toHaveText(search);
      await expect(section.locator('a')).toHaveAttribute('href', `/${locale}/`);
      // The search begins with what the address says.
      await section.getByRole('button', { name: search }).click();
      await expect(page).toHaveURL(new RegExp(`^${baseURL}${locale}/search/\\?q=`));
      await expect(page.getByRole('main').getByText(found, { exact: true }).first()).toBeVisible();
    });
  }
});
