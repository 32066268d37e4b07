import { hash64 } from './digest.ts';
import type { QuestionSource } from './kinds/index.ts';

/**
 * 12 hex digits over what a question shows in every locale, as authored. White space, the order of keys, of options
 * and of pairs do not count, and neither do id, revision and the note under test.
 */
export function digestQuestion(source: QuestionSource): string {
  const { id: _id, rev: _rev, was: _was, tests: _tests, ...shown } = source;
  return hash64(canonical(shown)).slice(0, 12);
}

/** Lists whose order means nothing to who answers. */
const UNORDERED = new Set(['options', 'pairs']);

function canonical(value: unknown, key = ''): string {
  if (typeof value === 'string') return JSON.stringify(value.replace(/\s+/g, ' ').trim());
  if (Array.isArray(value)) {
    const parts = value.map((part) => canonical(part));
    return `[${(UNORDERED.has(key) ? parts.sort() : parts).join()}]`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  // What is left out and what is written as `false` mean the same.
  const entries = Object.entries(value).filter(
    ([name, part]) => part !== undefined && (part !== false || name === 'answer'),
  );
  return `{${entries
    .map(([name, part]) => `${name}:${canonical(part, name)}`)
    .sort()
    .join()}}`;
}
