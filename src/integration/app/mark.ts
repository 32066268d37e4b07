import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PLAIN_MARK } from './icons.ts';

/**
 * The site’s mark as SVG: the file that the options name, else its favicon if that can be drawn, else a plain one.
 * @throws Error if the options name a file that cannot be read, or has no size.
 */
export async function readMark(root: string, icon: string | undefined): Promise<string> {
  if (icon === undefined) {
    const favicon = await readFile(path.join(root, 'public/favicon.svg'), 'utf8').catch(() => '');
    return hasSize(favicon) ? favicon : PLAIN_MARK;
  }
  const mark = await readFile(path.join(root, icon), 'utf8').catch((cause: unknown) => {
    throw new Error(`The option app.icon of the Recall plugin names ${icon}, which cannot be read.`, {
      cause,
    });
  });
  if (hasSize(mark)) return mark;
  throw new Error(
    `The option app.icon of the Recall plugin names ${icon}, which has no size: give its <svg> a viewBox.`,
  );
}

/** Without a size of its own a drawing has no pixels. */
function hasSize(svg: string): boolean {
  const [root = ''] = /<svg\b[^>]*>/i.exec(svg) ?? [];
  return /\sviewBox\s*=/.test(root) || (/\swidth\s*=/.test(root) && /\sheight\s*=/.test(root));
}
