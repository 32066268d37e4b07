import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { findChromium, LAUNCH_ARGS } from './chromium.ts';
import { createSiteServer } from './serve.ts';

const FOLDER = 'content/assets/screenshots';

/** The page that shows best what the site is for, on a phone and on a desk. */
const SHOTS = [
  { form: 'narrow', page: 'types/paravirtualization/', width: 390, height: 780, scale: 2 },
  { form: 'wide', page: '', width: 1280, height: 800, scale: 1 },
];

const executablePath = findChromium();
const server = createSiteServer({ dist: 'dist', base: '/' });
await new Promise<void>((resolve) => server.listen(0, resolve));
const { port } = server.address() as AddressInfo;
const browser = await chromium.launch({
  args: [...LAUNCH_ARGS],
  ...(executablePath ? { executablePath } : {}),
});
await mkdir(FOLDER, { recursive: true });
for (const locale of ['zh', 'en']) {
  for (const { form, page: address, width, height, scale } of SHOTS) {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    await page.goto(`http://localhost:${port}/${locale}/${address}`);
    await page.waitForLoadState('networkidle');
    const file = path.join(FOLDER, `${locale}-${form}.webp`);
    const { size } = await sharp(await page.screenshot())
      .webp({ quality: 72, effort: 6 })
      .toFile(file);
    console.log(`${file}: ${(size / 1024).toFixed(0)} KB`);
    await page.close();
  }
}
await browser.close();
server.close();
