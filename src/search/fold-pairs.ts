import { TRADITIONAL_PAIRS } from './traditional.ts';

/**
 * The pairs of traditional and simplified characters that a site's texts call for: its own characters stay as they
 * are, and only variants of those it uses are read as them.
 */
export function foldPairsFor(texts: Iterable<string>): string {
  const used = new Uint8Array(0x10000);
  for (const text of texts) for (let at = 0; at < text.length; at++) used[text.charCodeAt(at)] = 1;
  const isUsed = (character: string) => used[character.charCodeAt(0)] === 1;
  let pairs = '';
  for (let at = 0; at < TRADITIONAL_PAIRS.length; at += 2) {
    const traditional = TRADITIONAL_PAIRS.charAt(at);
    const simplified = TRADITIONAL_PAIRS.charAt(at + 1);
    if (isUsed(simplified) && !isUsed(traditional)) pairs += traditional + simplified;
  }
  return pairs;
}
