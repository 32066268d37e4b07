import type { OptionKey } from '../format/question.ts';
import { hash64 } from './digest.ts';

/**
 * A key for each of a question's texts: the first 4 hex digits of its digest, or as many more as tell it from all
 * the others. The order of the texts, and white space in them, do not count.
 */
export function optionKeys(texts: readonly string[]): OptionKey[] {
  const digests = texts.map((text) => hash64(text.replace(/\s+/g, ' ').trim()));
  return digests.map((digest, index) => {
    let length = 4;
    const isTaken = (other: string, at: number) => at !== index && other.startsWith(digest.slice(0, length));
    while (length < digest.length && digests.some(isTaken)) length += 1;
    return digest.slice(0, length);
  });
}
