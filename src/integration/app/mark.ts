import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PLAIN_MARK } from './icons.ts';

/**
 * The site’s mark as SVG: the file that the options name, else its favicon, else a plain one.
 * @throws Error if the options name a file that cannot be read.
 */
export async function readMark(root: string, icon: string | undefined): Promise<string> {
  if (icon === undefined)
    return readFile(path.join(root, 'public/favicon.svg'), 'utf8').catch(() => PLAIN_MARK);
  return readFile(path.join(root, icon), 'utf8').catch((cause: unknown) => {
    throw new Error(`The option app.icon of the Recall plugin names ${icon}, which cannot be read.`, {
      cause,
    });
  });
}
