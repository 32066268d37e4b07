import { describe, expect, it } from 'vitest';
import { createAppManifest } from '../../../src/integration/app/manifest.ts';

const APP = {
  locale: 'zh',
  language: 'zh-CN',
  name: '课程',
  shortName: '课',
  description: '一门课。',
  colors: { theme: '#faf8f2', background: '#fdfcf8' },
  icons: [
    { path: 'recall/icons/192.png', size: 192, purpose: 'any' },
    { path: 'recall/icons/maskable-512.png', size: 512, purpose: 'maskable' },
  ],
  screenshots: [{ path: 'screenshots/zh-wide.webp', form: 'wide', sizes: '1280x800', type: 'image/webp' }],
  shortcuts: [{ name: '今日复习', path: 'zh/review/' }],
} as const;

describe.each(['/', '/x/'])('the manifest of a site at %s', (base) => {
  const manifest = createAppManifest({ ...APP, base });

  it('names the app by the site, not by the language, and opens the language', () => {
    expect(manifest).toMatchObject({
      id: base,
      scope: base,
      start_url: `${base}zh/`,
      lang: 'zh-CN',
      short_name: '课',
    });
  });

  it('has every address below the base path', () => {
    expect(manifest).toMatchObject({
      icons: [
        { src: `${base}recall/icons/192.png`, sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: `${base}recall/icons/maskable-512.png`, sizes: '512x512', purpose: 'maskable' },
      ],
      shortcuts: [{ name: '今日复习', url: `${base}zh/review/`, icons: [{ purpose: 'any' }] }],
      screenshots: [{ src: `${base}screenshots/zh-wide.webp`, form_factor: 'wide', sizes: '1280x800' }],
    });
  });
});
