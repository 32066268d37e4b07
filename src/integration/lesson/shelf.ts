import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { LoaderContext } from 'astro/loaders';
import type { SourceFile } from '../../compile/index.ts';
import { PREFIX } from '../../format/prefix.ts';

/** An entry as a loader gives it to Astro's data store. */
export type Entry = Parameters<LoaderContext['store']['set']>[0];

/** Rendered lessons of a site, of which Astro's own cache knows only the Markdown of each. */
export interface RenderedLessons {
  /** Digest of all that a lesson is rendered from: its cards, questions, terms and texts stand in other files. */
  stamp: string;
  /** HTML by the path of a lesson's file from the root of the site. */
  readonly html: Map<string, string>;
}

/** Where the HTML of rendered lessons waits for the pages that show it. */
export interface LessonShelf {
  /** Whether an entry of an earlier build still holds: nothing has changed, and its HTML is there. */
  isCurrent(entry: Entry): boolean;
  /** Takes the HTML and the Markdown off an entry, and returns what is left for the data store. */
  put(entry: Entry): Entry;
  /** Leaves for the next build what these entries need. */
  save(entries: readonly Entry[]): Promise<void>;
}

/**
 * The rendered lessons of a site, by the folder of its cache. In the memory of the process: the loader's modules are other
 * instances than the integration's.
 */
export function lessonsOf(cacheFolder: URL): RenderedLessons {
  const all = globalThis as { [key: symbol]: RenderedLessons | undefined };
  const key = Symbol.for(`${PREFIX}/lessons of ${cacheFolder.href}`);
  all[key] ??= { stamp: '', html: new Map() };
  return all[key];
}

/** A digest of a course and of the settings with which it is rendered. */
export function stampOf(files: readonly SourceFile[], settings: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const { path, text } of files) hash.update(`\0${path}\0`).update(text);
  return hash.digest('hex');
}

/** Opens the shelf of a site, with what an earlier build left in its cache if nothing has changed since. */
export async function openLessonShelf(cacheFolder: URL): Promise<LessonShelf> {
  const file = new URL(`${PREFIX}-lessons.json`, cacheFolder);
  const { stamp, html } = lessonsOf(cacheFolder);
  const left = await readLeft(file);
  const isSame = left?.stamp === stamp;
  const kept = new Map(isSame ? left.html : []);
  // A development server shows what it has until there is something newer.
  for (const [path, text] of kept) html.set(path, text);
  return {
    isCurrent: ({ filePath = '', body, rendered }) =>
      isSame && (kept.has(filePath) || body !== undefined || rendered?.html !== ''),
    put(entry) {
      const { body, ...rest } = entry;
      const { filePath = '', rendered } = rest;
      html.delete(filePath);
      // What could not be rendered keeps its Markdown: by it the error is seen. Pictures are put in by Astro.
      if (!filePath || !rendered?.html.trim() || rendered.metadata?.imagePaths?.length) return entry;
      html.set(filePath, rendered.html);
      return { ...rest, rendered: { ...rendered, html: '' } };
    },
    async save(entries) {
      const files = new Set(entries.map(({ filePath }) => filePath));
      for (const path of html.keys()) if (!files.has(path)) html.delete(path);
      if (isSame && kept.size === html.size && [...html].every(([path, text]) => kept.get(path) === text))
        return;
      await mkdir(cacheFolder, { recursive: true });
      await writeFile(file, JSON.stringify({ stamp, html: [...html] } satisfies Left));
    },
  };
}

/** What a build leaves in the cache. */
interface Left {
  readonly stamp: string;
  readonly html: readonly (readonly [path: string, html: string])[];
}

/** `undefined` if there is no file, or only a part of one. */
async function readLeft(file: URL): Promise<Left | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return;
  }
}
