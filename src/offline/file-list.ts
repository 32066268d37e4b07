import type { Locale } from '../format/locale.ts';
import { FILE_LIST_FOLDER } from '../format/offline.ts';

/** One file of the site: its path below the base path (a page ends with a slash), what must be in it, its size. */
export interface ListedFile {
  readonly path: string;
  readonly digest: string;
  readonly bytes: number;
}

/** The files of one language in one version of the site. */
export interface FileList {
  readonly locale: Locale;
  /** Path of the list itself below the base path; its digest makes it the name of the version. */
  readonly path: string;
  readonly files: readonly ListedFile[];
}

/** Hexadecimal digits of SHA-256 that stand for a file’s content. */
export const DIGEST_LENGTH = 20;

/** The digest of some content: the first digits of its SHA-256, the same in Node and in a worker. */
export async function digestOf(content: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...hash]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, DIGEST_LENGTH);
}

/** The path of a list with this digest. */
export function fileListPath(locale: Locale, digest: string): string {
  return `${FILE_LIST_FOLDER}${locale}.${digest}.json`;
}

/** The language of the list at a path below the base path, or `undefined` for any other file. */
export function localeOfFileList(path: string): Locale | undefined {
  if (!path.startsWith(FILE_LIST_FOLDER)) return undefined;
  return /^([^/]+)\.[0-9a-f]+\.json$/.exec(path.slice(FILE_LIST_FOLDER.length))?.[1];
}

/** The list as it is stored: short, since a large course has many files. */
export function formatFileList(files: readonly ListedFile[]): string {
  return JSON.stringify({ version: 1, files: files.map(({ path, digest, bytes }) => [path, digest, bytes]) });
}

/** @throws Error for text that is no list. */
export function parseFileList(path: string, text: string): FileList {
  const locale = localeOfFileList(path);
  const document = JSON.parse(text) as { version: unknown; files: [string, string, number][] };
  if (locale === undefined || document.version !== 1)
    throw new Error(`Inconsistent: ${path} is no file list`);
  return {
    locale,
    path,
    files: document.files.map(([file, digest, bytes]) => ({ path: file, digest, bytes })),
  };
}
