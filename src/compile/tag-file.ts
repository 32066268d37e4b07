import { z } from 'zod';
import type { Tag } from '../format/deck.ts';
import type { TagId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import { isKindName } from '../format/kind-name.ts';
import type { Locale } from '../format/locale.ts';
import { checkShape } from './check-shape.ts';
import { textsSchema } from './facts/fact-schema.ts';
import { createIssue } from './issue.ts';
import { isNoteId, slugify } from './note-id.ts';
import type { SourceFile } from './source.ts';
import type { ListedTag } from './tag-list.ts';
import { readYaml } from './yaml-file.ts';

/** The file that declares the tags of a course, each with its name in every language. */
export const TAGS_FILE = 'content/tags.yaml';

/** The tags that a course may use. */
export interface TagFile {
  /** Those without a mistake, in the order of the file. */
  readonly tags: readonly Tag[];
  /** Every well-formed one, and where; `undefined` if the file cannot be read, so that nothing is known of any. */
  readonly declared: readonly ListedTag[] | undefined;
  readonly issues: readonly Issue[];
}

/** Reads which tags there are; a course without the file has none. */
export function readTagFile(files: readonly SourceFile[], locales: readonly Locale[]): TagFile {
  const file = files.find(({ path }) => path === TAGS_FILE);
  if (file === undefined) return { tags: [], declared: [], issues: [] };
  const { yaml, issues: unread } = readYaml(file);
  if (yaml === undefined) return { tags: [], declared: undefined, issues: unread };
  const texts = textsSchema(locales);
  const shape = z.record(z.string(), texts, { error: 'a map of tags such as `exam` to their names' });
  const issues = [...unread, ...checkShape(shape, yaml.data, yaml, locales)];
  const map = z.record(z.string(), z.unknown()).safeParse(yaml.data);
  if (!map.success) return { tags: [], declared: undefined, issues };

  const tags: Tag[] = [];
  const declared: ListedTag[] = [];
  for (const [tag, written] of Object.entries(map.data)) {
    const place = yaml.placeOfKey([tag]);
    if (!isTagId(tag)) {
      issues.push(createIssue('malformed-tag', place, { tag, proposal: slugify(tag) || undefined }));
    } else if (isKindName(tag)) {
      issues.push(createIssue('reserved-tag', place, { tag }));
    } else {
      declared.push({ tag, place });
      const names = texts.safeParse(written);
      if (names.success) tags.push({ id: tag, names: names.data });
    }
  }
  return { tags, declared, issues };
}

/** Whether a tag is well formed. */
export function isTagId(tag: string): tag is string & TagId {
  return isNoteId(tag);
}
