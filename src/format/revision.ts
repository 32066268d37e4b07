import type { Localized } from './locale.ts';

/** The revision of a card or question, the same in every locale. */
export interface Revised {
  /** Author-set, from 1; a higher one says that the meaning changed. */
  readonly rev: number;
  /** What it was before, as HTML of a few words; absent from the first revision. */
  readonly was?: Localized<string>;
}
