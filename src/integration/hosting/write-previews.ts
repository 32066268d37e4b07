import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { previewPath } from '../../format/hosting.ts';
import { inBatches } from '../in-batches.ts';
import { createOutlines, type Outlines } from './outlines.ts';
import { createPreview, PREVIEW_DESIGN, type PreviewText } from './preview.ts';

/** A page and what its picture says. */
export interface PreviewPage extends PreviewText {
  readonly path: string;
}

/**
 * Writes one PNG per page for links that are shared. Pictures are kept in `cacheDir` by a digest of what they say, so
 * that only changed ones are made again.
 * @returns how many were made anew
 */
export async function writePreviews(
  pages: readonly PreviewPage[],
  { dist, cacheDir }: { readonly dist: string; readonly cacheDir: string },
): Promise<number> {
  let outlines: Outlines | undefined;
  await mkdir(cacheDir, { recursive: true });
  let made = 0;
  await inBatches(pages, BATCH, async (page) => {
    const kept = path.join(cacheDir, `${digestOf(page)}.png`);
    let png = await readFile(kept).catch(() => undefined);
    if (!png) {
      outlines ??= createOutlines();
      const svg = createPreview(page, outlines);
      png = await sharp(Buffer.from(svg)).png({ compressionLevel: 4 }).toBuffer();
      await writeFile(kept, png);
      made++;
    }
    const file = path.join(dist, previewPath(page.path));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, png);
  });
  return made;
}

/** As many as are drawn at once; the rest wait, whatever the size of the course. */
const BATCH = 8;

function digestOf({ siteTitle, kicker, title, description }: PreviewText): string {
  const said = JSON.stringify([PREVIEW_DESIGN, siteTitle, kicker, title, description]);
  return createHash('sha256').update(said).digest('hex').slice(0, 32);
}
