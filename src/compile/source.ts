import type { LessonId, ModuleId } from '../format/id.ts';
import type { Locale, Localized } from '../format/locale.ts';

/** One authored file: its path from the project root with `/`, and its whole text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Everything that the compiler reads. The first locale is the default one; `base` is the site's base path. */
export interface CourseSource {
  readonly locales: readonly Locale[];
  readonly files: readonly SourceFile[];
  readonly base: string;
  /** Whether each term also gives a card from its name in one language to that in the others; `false` if left out. */
  readonly translationCards?: boolean;
  /** Pages that the site adds below every locale; without it those of the engine. */
  readonly routes?: readonly string[];
  /** How long a lesson's prose should be; a locale without limits is not measured. */
  readonly lengths?: Localized<LengthLimits>;
}

/** Limits of a lesson's prose, both inclusive. */
export interface LengthLimits {
  readonly min: number;
  readonly max: number;
  /** What readers of that language count: characters of a script without spaces, else words. */
  readonly unit: 'characters' | 'words';
}

/** What a file is for, which its path alone decides. */
export type Location =
  | { readonly kind: 'lesson'; readonly locale: Locale; readonly module: ModuleId; readonly lesson: LessonId }
  | { readonly kind: 'module'; readonly locale: Locale; readonly module: ModuleId }
  | { readonly kind: 'page' };

/** The folder that holds the pages of every locale. */
export const DOCS_FOLDER = 'content/docs';

/** The location of a Markdown file, or `undefined` for a file that is no page of the site. */
export function locateFile(path: string, locales: readonly Locale[]): Location | undefined {
  const inside = /^content\/docs\/(.+)\.mdx?$/.exec(path)?.[1];
  if (inside === undefined) return undefined;
  const [locale, ...segments] = inside.split('/');
  // Astro leaves out files and folders that start with an underscore.
  if (locale === undefined || [locale, ...segments].some((segment) => segment.startsWith('_')))
    return undefined;
  if (!locales.includes(locale) || segments.length < 2) return { kind: 'page' };
  if (segments.at(-1) === 'index') segments.pop();
  const module = segments[0] as ModuleId;
  if (segments.length === 1) return { kind: 'module', locale, module };
  return { kind: 'lesson', locale, module, lesson: segments.join('/') as LessonId };
}

/** The address of a page below the site's base path, e.g. `/en/heap/marking/`. */
export function pageAddress(path: string): string {
  const inside = path
    .slice(DOCS_FOLDER.length)
    .replace(/\.mdx?$/, '')
    .replace(/\/index$/, '');
  return `${inside}/`;
}

/** Whether a lesson's or module's path is the same in the file system and in the URL. */
export function isPathSegment(segment: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(segment);
}

/** The path that a lesson has in another locale, with the extension most lessons have. */
export function lessonPath(locale: Locale, id: LessonId): string {
  return `${DOCS_FOLDER}/${locale}/${id}.md`;
}

/** The path of a module's own page. */
export function modulePath(locale: Locale, id: ModuleId): string {
  return `${DOCS_FOLDER}/${locale}/${id}/index.md`;
}
