import { TRADITIONAL_PAIRS } from './traditional.ts';

/**
 * The pairs of traditional and simplified characters that a site's texts call for: its own characters stay as they
 * are, and only variants of those it uses are read as them.
 */
export function foldPairsFor(texts: Iterable<string>): string {
  const used = new Set<string>();
  for (const text of texts) for (const character of text) used.add(character);
  let pairs = '';
  for (let at = 0; at < TRADITIONAL_PAIRS.length; at += 2) {
    const traditional = TRADITIONAL_PAIRS.charAt(at);
    const simplified = TRADITIONAL_PAIRS.charAt(at + 1);
    if (used.has(simplified) && !used.has(traditional)) pairs += traditional + simplified;
  }
  return pairs;
}
