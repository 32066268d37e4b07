import type { Place } from './issue.ts';

/**
 * The text of a file with `{#id}` written into the term or card that opens at a place, and not a character changed
 * elsewhere: a byte order mark and line ends of any kind stay. `undefined` if nothing of the kind opens there.
 */
export function insertId(
  text: string,
  place: Pick<Place, 'line' | 'column'>,
  id: string,
): string | undefined {
  const at = offsetOf(text, place);
  const [line = ''] = /^[^\r\n]*/.exec(text.slice(at)) ?? [];
  const opening = OPENINGS.map((pattern) => pattern.exec(line)?.[0]).find((match) => match !== undefined);
  if (opening === undefined) return undefined;
  const end = at + opening.length;
  const [unread] = UNREAD_ID.exec(line.slice(opening.length)) ?? [];
  if (unread !== undefined) return `${text.slice(0, end)}{#${id}}${text.slice(end + unread.length)}`;
  const [braces, inside = ''] = EMPTY_ID.exec(text.slice(end)) ?? [];
  if (braces === undefined) return `${text.slice(0, end)}{#${id}}${text.slice(end)}`;
  const gap = inside === '' || inside === '}' ? '' : ' ';
  return `${text.slice(0, end)}{#${id}${gap}${inside}${text.slice(end + braces.length)}`;
}

/** The name of a directive with its label, in which brackets may be nested or escaped. */
const LABEL = '\\[(?:[^[\\]\\\\]|\\\\.|\\[(?:[^[\\]\\\\]|\\\\.)*\\])*\\]';
const OPENINGS: readonly RegExp[] = [
  new RegExp(`^:{3,}card(?![\\w-])(?:${LABEL})?`),
  new RegExp(`^:term${LABEL}`),
];

// With a space before its braces an id is not read.
const UNREAD_ID = /^[ \t]+\{[ \t]*#[\w-]*[ \t]*\}(?=[ \t]*$)/;
// The opening brace, an id that is only a sign, and the space before the next attribute.
const EMPTY_ID = /^\{[ \t]*(?:#(?=[\s}]))?[ \t]*([^\s]?)/;

/** Lines and columns count in a text without byte order mark, after which nothing of a line is before it. */
function offsetOf(text: string, { line, column }: Pick<Place, 'line' | 'column'>): number {
  const ends = text.matchAll(/\r\n?|\n/g);
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let current = 1; current < line; current += 1) {
    const end = ends.next().value;
    if (end === undefined) return text.length;
    start = end.index + end[0].length;
  }
  return start + column - 1;
}
