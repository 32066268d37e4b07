import { z } from 'zod';
import { isItemId } from '../format/id.ts';
import type { Issue } from '../format/issue.ts';
import { compare, createIssue, type Place } from './issue.ts';
import { EMPTY_LOCK, LOCK_FILE, type Lock } from './lock.ts';

/** A lock as its file has it, with the places of its lines. */
export interface LockText {
  /** Empty if the text cannot be read. */
  readonly lock: Lock;
  readonly isReadable: boolean;
  /** Where an id stands in a part of the file; the file's top if it is not there. */
  readonly placeOf: (section: LockSection, id: string) => Place;
  readonly issues: readonly Issue[];
}

/** A part of the file. */
export type LockSection = 'items' | 'renamed' | 'retired';

/** Reads a lock's file; never throws. */
export function parseLock(text: string): LockText {
  const lines = indexLines(text);
  const placeOf = (section: LockSection, id: string): Place => lines.get(`${section} ${id}`) ?? TOP;
  const fail = (problem: string, place: Place): LockText => ({
    lock: EMPTY_LOCK,
    isReadable: false,
    placeOf,
    issues: [createIssue('malformed-lock', place, { problem, isConflict: CONFLICT.test(text) })],
  });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return fail('it is not JSON', locateError(text, error));
  }
  const result = lockSchema.safeParse(data);
  if (!result.success) {
    const [{ path, message } = { path: [], message: 'it has no content' }] = result.error.issues;
    const [section = '', id = ''] = path.map(String);
    const where = path.length === 0 ? '' : `\`${path.join('.')}\`: `;
    return fail(where + message, lines.get(`${section} ${id}`) ?? TOP);
  }
  const { items, renamed, retired } = result.data;
  return {
    lock: {
      items: new Map(Object.entries(items)),
      renamed: new Map(Object.entries(renamed)),
      retired: new Set(retired),
    },
    isReadable: true,
    placeOf,
    issues: [],
  };
}

/** A lock as its file has it: one line for each id, sorted, so that a merge concerns the changed ids only. */
export function formatLock({ items, renamed, retired }: Lock): string {
  const sorted = <T>(entries: ReadonlyMap<string, T>) => [...entries].sort(([a], [b]) => compare(a, b));
  const itemLines = sorted(items).map(([id, { kind, lesson, rev, digest }]) => {
    const fields = Object.entries({ kind, lesson, rev, digest });
    const texts = fields.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
    return `${JSON.stringify(id)}: { ${texts.join(', ')} }`;
  });
  const renamedLines = sorted(renamed).map(([from, to]) => `${JSON.stringify(from)}: ${JSON.stringify(to)}`);
  const retiredLines = [...retired].sort(compare).map((id) => JSON.stringify(id));
  return [
    '{',
    `  "version": ${VERSION},`,
    block('items', '{', itemLines, '},'),
    block('renamed', '{', renamedLines, '},'),
    block('retired', '[', retiredLines, ']'),
    '}',
    '',
  ].join('\n');
}

/**
 * The text of a lock with the lines of both sides of a merge, where Git left its marks; any other text as it is.
 * What the two sides say of one id is settled by the course afterwards.
 */
export function joinSides(text: string): string {
  if (!CONFLICT.test(text)) return text;
  return text
    .replace(/^\|{7}[\s\S]*?(?=^={7})/gm, '')
    .replace(/^(?:<{7}|={7}|>{7}).*\n/gm, '')
    .replace(/(["}\d])(\s*\n\s*")/g, '$1,$2')
    .replace(/,(\s*\n\s*[}\]])/g, '$1');
}

const VERSION = 1;
const TOP: Place = { file: LOCK_FILE, line: 1, column: 1 };
const CONFLICT = /^<{7} /m;

const itemId = z.string().refine(isItemId, 'it is not a well-formed id');
const lockSchema = z.strictObject({
  version: z.literal(VERSION, 'this is not a version that is known here'),
  items: z.record(
    itemId,
    z.strictObject({
      kind: z.string(),
      lesson: z.string(),
      rev: z.int().min(1),
      digest: z.string().regex(/^[0-9a-f]{12}$/, 'it is not 12 hex digits'),
    }),
  ),
  renamed: z.record(itemId, itemId),
  retired: z.array(itemId),
});

/** Empty parts keep their lines, too: two branches that each add a first entry then meet inside the part. */
function block(section: LockSection, open: string, lines: readonly string[], close: string): string {
  const inside = lines.map((line) => `    ${line}`).join(',\n');
  return `  "${section}": ${open}\n${inside === '' ? '' : `${inside}\n`}  ${close}`;
}

function indexLines(text: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let section = '';
  for (const [index, row] of text.split('\n').entries()) {
    const [, indent = '', key = '', rest = ''] = /^(\s*)"([^"\\]*)"(.*)$/.exec(row) ?? [];
    if (key === '') continue;
    const place = { file: LOCK_FILE, line: index + 1, column: indent.length + 1 };
    if (/^\s*:\s*[{[]\s*$/.test(rest)) section = key;
    else if (!places.has(`${section} ${key}`)) places.set(`${section} ${key}`, place);
  }
  return places;
}

/** V8 says where only for some mistakes; else it is the first line unlike those that are written, or the last. */
function locateError(text: string, error: unknown): Place {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const rows = text.split('\n');
  const odd = rows.findIndex((row) => !WRITTEN_LINE.test(row));
  if (position === undefined && odd >= 0) return { file: LOCK_FILE, line: odd + 1, column: 1 };
  const before = position === undefined ? rows : text.slice(0, Number(position)).split('\n');
  return { file: LOCK_FILE, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const WRITTEN_LINE = /^\s*(?:[{}\]],?|"[^"]*"(?:: (?:[{[]|\d+|"[^"]*"|\{ .* \}))?,?)?\s*$/;
