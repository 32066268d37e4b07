import type { Folder } from './fold.ts';
import { beginsWord, commonStart } from './query.ts';
import { CJK } from './words.ts';

/** A piece of text, found or not. */
export interface Segment {
  readonly text: string;
  readonly isHit: boolean;
}

/** Where the terms stand in a text, as ranges in UTF-16 units, in order and apart; and which terms are there. */
export function findTerms(
  text: string,
  terms: readonly string[],
  folder: Folder,
): { readonly ranges: readonly (readonly [number, number])[]; readonly found: readonly string[] } {
  // Most passages have none of them, and places take long.
  const plain = folder.fold(text);
  const present = terms.filter((term) => plain.includes(CJK.test(term) ? term : commonStart(term)));
  if (present.length === 0) return { ranges: [], found: [] };
  const { text: folded, places } = folder.foldWithPlaces(text);
  const ranges: [number, number][] = [];
  const found: string[] = [];
  for (const term of present) {
    const own = CJK.test(term) ? findRuns(folded, term) : findWords(folded, term);
    if (own.length > 0) found.push(term);
    for (const [from, to] of own) ranges.push([places[from] ?? text.length, places[to] ?? text.length]);
  }
  ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return { ranges: join(ranges), found };
}

/** A text as segments, those in `ranges` being hits. */
export function toSegments(text: string, ranges: readonly (readonly [number, number])[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from > at) segments.push({ text: text.slice(at, from), isHit: false });
    segments.push({ text: text.slice(from, to), isHit: true });
    at = to;
  }
  if (at < text.length) segments.push({ text: text.slice(at), isHit: false });
  return segments;
}

/** The part of a text of about `length` units that has the most hits, from a word's or sentence's start. */
export function excerpt(
  text: string,
  ranges: readonly (readonly [number, number])[],
  length: number,
): Segment[] {
  if (text.length <= length) return toSegments(text, ranges);
  const first = ranges[0]?.[0] ?? 0;
  const counts = ranges.map(
    ([from]) => ranges.filter(([other]) => other >= from && other < from + length).length,
  );
  const densest = ranges[counts.indexOf(Math.max(0, ...counts))]?.[0] ?? first;
  const earliest = Math.max(0, densest - Math.floor(length / 3));
  const start = earliest === 0 ? 0 : earliest + leadingLength(text.slice(earliest, densest));
  const end = Math.min(text.length, start + length);
  const cut = end === text.length ? end : start + trailingLength(text.slice(start, end));
  const inside = ranges.filter(([from, to]) => from >= start && to <= cut);
  return [
    ...(start > 0 ? [{ text: '…', isHit: false }] : []),
    ...toSegments(
      // A space would let the mark of what is left out stand alone on a line.
      cut < text.length ? text.slice(start, cut).trimEnd() : text.slice(start),
      inside.map(([from, to]) => [from - start, to - start] as const),
    ),
    ...(cut < text.length ? [{ text: '…', isHit: false }] : []),
  ];
}

function findRuns(folded: string, run: string): [number, number][] {
  const ranges: [number, number][] = [];
  for (let at = folded.indexOf(run); at >= 0; at = folded.indexOf(run, at + run.length)) {
    ranges.push([at, at + run.length]);
  }
  return ranges;
}

function findWords(folded: string, sought: string): [number, number][] {
  return Array.from(folded.matchAll(/[a-z0-9\p{Ll}]+/gu)).flatMap(({ 0: word, index }): [number, number][] =>
    beginsWord(word, sought) ? [[index, index + word.length]] : [],
  );
}

function join(ranges: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** How much to skip so that the excerpt does not begin within a word or just before a sentence. */
function leadingLength(text: string): number {
  const sentence = text.search(/(?<=[。！？；.!?;]\s?|· )(?=[^\s。！？；.!?;])/);
  if (sentence > 0) return sentence;
  return Math.max(0, text.search(/(?<=\s)\S/));
}

function trailingLength(text: string): number {
  const last = /[\s\u3400-\u9fff，。！？；、][^\s\u3400-\u9fff，。！？；、]*$/.exec(text);
  return last && last.index > text.length / 2 ? last.index + 1 : text.length;
}
