import { storageNamespace } from '../../format/storage-keys.ts';
import type { LeftSession } from './session.ts';

/** Where a review was left to read the source of a card. It lives as long as its tab. */
export interface ReturnPoint extends LeftSession {
  /** The page with the source, without what stands behind `#`. */
  readonly source: string;
  /** The review, with what stands behind `#`. */
  readonly review: string;
  /** Name of the link back, and of the button that hides it, in the language of the page. */
  readonly label: string;
  readonly closeName: string;
}

/** Keeps the place for this tab; where the browser refuses, the way back is the browser's own. */
export function keepReturnPoint(base: string, point: ReturnPoint): void {
  try {
    sessionStorage.setItem(keyOf(base), JSON.stringify(point));
  } catch {
    // Blocked or full: the review then opens with its next card.
  }
}

/** The place kept in this tab, if there is one. */
export function readReturnPoint(base: string): ReturnPoint | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(base)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Forgets the place. */
export function forgetReturnPoint(base: string): void {
  try {
    sessionStorage.removeItem(keyOf(base));
  } catch {
    // There was none.
  }
}

const keyOf = (base: string) => `${storageNamespace(base)}return`;
