import { deck, lessonDecks, manifest } from 'virtual:recall/deck';
import type { APIRoute, GetStaticPaths } from 'astro';
import { type CardTexts, packCardTexts } from '../format/card-texts.ts';
import type { LessonDeck } from '../format/deck.ts';
import { plainText } from '../search/plain-text.ts';

export const getStaticPaths: GetStaticPaths = () =>
  deck.locales.map((locale) => ({
    params: { locale },
    props: {
      decks: Object.entries(lessonDecks)
        .filter(([key]) => key.startsWith(`${locale}/`))
        .map(([, lessonDeck]) => lessonDeck),
    },
  }));

/** What the page of all cards lists and searches. */
export const GET: APIRoute<{ decks: readonly LessonDeck[] }> = ({ props }) =>
  Response.json(packCardTexts(manifest, textsOf(props.decks)));

function textsOf(decks: readonly LessonDeck[]): CardTexts {
  return Object.fromEntries(
    decks.flatMap(({ cards, questions }) => [
      ...cards.map(({ id, front, back }) => [id, [plainText(front), plainText(back)]]),
      ...questions.map(({ id, text }) => [id, [plainText(text.stem), plainText(text.explanation)]]),
    ]),
  );
}
