import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { TOUCH_ICON_PATH } from '../../format/paths.ts';
import { PREFIX } from '../../format/prefix.ts';
import type { Icon } from './manifest.ts';

const FOLDER = `${PREFIX}/icons`;

const ICONS: readonly Icon[] = [
  { path: `${FOLDER}/192.png`, size: 192, purpose: 'any' },
  { path: `${FOLDER}/512.png`, size: 512, purpose: 'any' },
  { path: `${FOLDER}/maskable-192.png`, size: 192, purpose: 'maskable' },
  { path: `${FOLDER}/maskable-512.png`, size: 512, purpose: 'maskable' },
];

/** A card and the one behind it, for sites that have no drawing of their own. */
export const PLAIN_MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect x="9" y="5" width="19" height="15" rx="3" fill="#f2b544"/>
<rect x="4" y="11" width="19" height="15" rx="3" fill="#2f7f79"/>
<path d="M9 17h9M9 21h5" stroke="#fff" stroke-width="2" stroke-linecap="round"/>
</svg>`;

/** Draws a mark in every size and shape that systems ask for, into a finished build, and lists what was drawn. */
export async function writeIcons(mark: string, dist: string, background: string): Promise<readonly Icon[]> {
  await mkdir(path.join(dist, FOLDER), { recursive: true });
  await Promise.all([
    ...ICONS.map(({ path: file, size, purpose }) =>
      draw(
        mark,
        path.join(dist, file),
        size,
        purpose === 'any' ? { share: 0.94 } : { share: 0.6, background },
      ),
    ),
    draw(mark, path.join(dist, TOUCH_ICON_PATH), 180, { share: 0.72, background }),
  ]);
  return ICONS;
}

/** `share` of a side that the mark takes: systems cut a maskable icon down to a circle of 80 %. */
async function draw(
  mark: string,
  file: string,
  size: number,
  { share, background }: { readonly share: number; readonly background?: string },
): Promise<void> {
  const inner = Math.round(size * share);
  const drawing = await sharp(Buffer.from(mark), { density: Math.min(2400, 4 * size) })
    .resize(inner, inner, { fit: 'contain', background: TRANSPARENT })
    .png()
    .toBuffer();
  await sharp({ create: { width: size, height: size, channels: 4, background: background ?? TRANSPARENT } })
    .composite([{ input: drawing }])
    .png({ compressionLevel: 9, palette: true })
    .toFile(file);
}

const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 };
