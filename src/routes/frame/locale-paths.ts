import { deck } from 'virtual:recall/deck';

/** A page in every language of the course. */
export function getStaticPaths() {
  return deck.locales.map((locale) => ({ params: { locale } }));
}
