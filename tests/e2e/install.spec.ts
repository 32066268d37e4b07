import { expect, subpathSiteUrl, test } from './console.ts';
import { waitForOffline } from './study.ts';

test.use({ serviceWorkers: 'allow' });

interface Manifest {
  readonly id: string;
  readonly start_url: string;
  readonly scope: string;
  readonly lang: string;
  readonly icons: readonly { src: string; sizes: string; purpose: string }[];
  readonly screenshots: readonly { src: string; sizes: string; form_factor: string }[];
  readonly shortcuts: readonly { name: string; url: string }[];
}

for (const site of ['/', '/x/'] as const) {
  test.describe(`as an app at ${site}`, () => {
    if (site === '/x/') test.use({ baseURL: subpathSiteUrl() });

    test('Chromium finds nothing that keeps the site from being installed', async ({ page, context }) => {
      for (const path of ['', 'zh/', 'en/types/']) {
        await page.goto(`${path}#choose`);
        if (path) await waitForOffline(page, path.slice(0, 2));
        const client = await context.newCDPSession(page);
        const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
        // A browser context of a test counts as a private window.
        expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
        const { errors } = await client.send('Page.getAppManifest');
        expect(errors).toEqual([]);
      }
    });

    test('every file and page that its manifests name is there, in the size that they say', async ({
      page,
    }) => {
      const reviews: string[] = [];
      for (const locale of ['zh', 'en']) {
        await page.goto(`${locale}/`);
        const manifest: Manifest = await page.evaluate(async () => {
          const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
          return (await fetch(link?.href ?? '')).json();
        });
        expect([manifest.id, manifest.scope, manifest.start_url]).toEqual([site, site, `${site}${locale}/`]);
        expect(manifest.lang).toBe(await page.locator('html').getAttribute('lang'));
        expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
          expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
        );
        expect(manifest.screenshots.map(({ form_factor }) => form_factor).sort()).toEqual(['narrow', 'wide']);
        for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
          const size = await page.evaluate(async (url) => {
            const image = new Image();
            image.src = url;
            await image.decode();
            return `${image.naturalWidth}x${image.naturalHeight}`;
          }, src);
          expect([src, size]).toEqual([src, sizes]);
        }
        for (const { url } of manifest.shortcuts)
          expect((await page.request.get(new URL(url, page.url()).href)).status()).toBe(200);
        reviews.push(manifest.shortcuts[0]?.name ?? '');
        const touch = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
        expect(
          (await page.request.get(new URL(touch ?? '', page.url()).href)).headers()['content-type'],
        ).toBe('image/png');
        await expect(page.locator('meta[name=theme-color]')).toHaveCount(2);
      }
      expect(reviews).toEqual(['今日复习', 'Daily review']);
    });
  });
}
