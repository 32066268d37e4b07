import { lessonDecks } from 'virtual:recall/deck';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { LessonDeck } from '../format/deck.ts';
import { packLesson } from '../format/pack-lesson.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(lessonDecks).map(([key, deck]) => {
    const [locale = '', ...lesson] = key.split('/');
    return { params: { locale, lesson: lesson.join('/') }, props: { deck } };
  });

/** The cards of one lesson in one locale. */
export const GET: APIRoute<{ deck: LessonDeck }> = ({ props }) => Response.json(packLesson(props.deck));
