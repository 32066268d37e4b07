import type { Texts } from '../texts.ts';

/** Says that the author changed what a card means, so that an answer that was right before is not held against anybody. */
export function ChangedNote({ texts }: { readonly texts: Texts }) {
  return <p class="recall-review__changed">{texts('review.changed')}</p>;
}
