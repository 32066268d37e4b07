import { markdownToMdast } from 'satteri';
import type { Issue } from '../format/issue.ts';
import type { Locale, Localized } from '../format/locale.ts';
import type { Revised } from '../format/revision.ts';
import { checkFace } from './faces.ts';
import { createIssue, type Place } from './issue.ts';
import { type LinkMark, readLinks } from './link.ts';
import type { RenderInline } from './render-inline.ts';
import { childrenOf, walk } from './tree.ts';

/** The attributes `rev` and `was` of a directive as written, not checked; `undefined` where there is none. */
export interface RevisionMark {
  readonly rev: string | undefined;
  readonly was: string | undefined;
}

/** What one text says of its revision. */
export interface Revision {
  /** From 1; a higher one says that the meaning changed. */
  readonly rev: number;
  /** What it was before, in inline Markdown. */
  readonly was: string | undefined;
}

/** The links in `was` of a note. */
export function linksInWas({ was, place }: Pick<Revision, 'was'> & { readonly place: Place }): LinkMark[] {
  if (was === undefined) return [];
  return readLinks(walk(markdownToMdast(was)), place.file).map(({ url }) => ({ url, place }));
}

/** The same of a text that holds every language. */
export interface LocalizedRevision {
  readonly rev?: number | undefined;
  readonly was?: Localized<string> | undefined;
}

/** The revision attributes of a directive. */
export function readRevisionMark(
  attributes: Readonly<Record<string, string | null | undefined>> | null | undefined,
): RevisionMark {
  const { rev, was } = attributes ?? {};
  return { rev: rev || undefined, was: was?.replace(/\s+/g, ' ').trim() || undefined };
}

/** The attributes as they are written in a directive, each with a space before it. */
export function formatRevisionMark({ rev, was }: RevisionMark): string {
  const quote = was?.includes('"') ? "'" : '"';
  return (rev === undefined ? '' : ` rev=${rev}`) + (was === undefined ? '' : ` was=${quote}${was}${quote}`);
}

/** The revision that a directive marks, which is the first where a mistake spoils it. */
export function parseRevision(mark: RevisionMark, place: Place): { revision: Revision; issues: Issue[] } {
  const { rev: written = '1', was } = mark;
  if (!/^[1-9]\d{0,8}$/.test(written)) {
    const issues = [createIssue('invalid-revision', place, { rev: written })];
    return { revision: { rev: 1, was: undefined }, issues };
  }
  const rev = Number(written);
  const issues: Issue[] = [];
  if (rev > 1 && was === undefined) {
    issues.push(createIssue('missing-was', place, { rev, snippet: `rev=${rev} was="…"` }));
  }
  if (rev === 1 && was !== undefined) {
    issues.push(createIssue('was-without-revision', place, { snippet: 'rev=2' }));
  }
  if (was !== undefined) issues.push(...checkWords(was, place));
  return { revision: { rev, was }, issues };
}

/** Issues of `rev` and `was` of a YAML file, where the shape of each is already right. */
export function checkLocalizedRevision(
  { rev = 1, was }: LocalizedRevision,
  placeOf: (key: 'rev' | 'was') => Place,
  locales: readonly Locale[],
): Issue[] {
  if (rev > 1 && was === undefined) {
    const snippet = `was: { ${locales.map((locale) => `${locale}: …`).join(', ')} }`;
    return [createIssue('missing-was', placeOf('rev'), { rev, snippet })];
  }
  if (rev === 1 && was !== undefined) {
    return [createIssue('was-without-revision', placeOf('was'), { snippet: 'rev: 2' })];
  }
  return [];
}

/** What a card or question publishes of its revision, with `was` as HTML. */
export function renderRevision(
  { rev = 1, was }: LocalizedRevision,
  renderIn: (locale: Locale) => RenderInline,
): Revised {
  const shown = Object.entries(was ?? {}).flatMap(([locale, text]): [Locale, string][] =>
    text === undefined ? [] : [[locale, renderIn(locale)(text)]],
  );
  return shown.length === 0 ? { rev } : { rev, was: Object.fromEntries(shown) };
}

/** The revision of a card, for what is made of the same note; the first if there is no card. */
export function revisionOf(card: Revised | undefined): Revised {
  const { rev = 1, was } = card ?? {};
  return was === undefined ? { rev } : { rev, was };
}

/** The mistakes that a face can have, too. The words have no lines of their own. */
function checkWords(was: string, { line, column, file }: Place): Issue[] {
  const issues = childrenOf(markdownToMdast(`# ${was}`)).flatMap((block) =>
    childrenOf(block).flatMap((node) => checkFace(node, `# ${was}`, file)),
  );
  return issues.map((issue) => ({ ...issue, line, column }));
}
