import type { CardKind } from '../format/deck.ts';
import type { Locale } from '../format/locale.ts';

/** One locale's sides as authored, in Markdown. */
export interface AuthoredFace {
  readonly locale: Locale;
  readonly front: string;
  readonly back: string;
}

/**
 * 12 hex digits over kind and authored text in every locale. White space, the order of locales, the base
 * path and the renderer do not count.
 */
export function digestCard(kind: CardKind, faces: readonly AuthoredFace[]): string {
  const sorted = faces
    .map(({ locale, front, back }) => [locale, normalise(front), normalise(back)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return hash64(JSON.stringify([kind, sorted])).slice(0, 12);
}

/**
 * 64-bit non-cryptographic hash of a string's UTF-16 code units as 16 hex digits: cyrb53 with both halves kept,
 * by bryc, public domain (github.com/bryc/code, jshash/experimental/cyrb53.js).
 */
export function hash64(text: string): string {
  let high = 0x41c6ce57;
  let low = 0xdeadbeef;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507);
  low ^= Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507);
  high ^= Math.imul(low ^ (low >>> 13), 3266489909);
  return hex32(high) + hex32(low);
}

function normalise(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function hex32(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
