import type { Locale } from './locale.ts';

/** Path of the feed of changed lessons in one language, relative to the site's base path. */
export function feedPath(locale: Locale): string {
  return `${locale}/feed.xml`;
}

/** Path of the picture that stands for a page where its link is shared; `page` is the page's own, `en/module/`. */
export function previewPath(page: string): string {
  return `og/${page.replace(/\/$/, '') || 'index'}.png`;
}

/** Width and height of such a picture, in pixels. */
export const PREVIEW_SIZE: { readonly width: number; readonly height: number } = { width: 1200, height: 630 };
