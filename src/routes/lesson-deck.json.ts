import { lessonDecks } from 'virtual:recall/deck';
import type { APIRoute, GetStaticPaths } from 'astro';

export const getStaticPaths: GetStaticPaths = () =>
  Object.keys(lessonDecks).map((key) => {
    const [locale = '', ...lesson] = key.split('/');
    return { params: { locale, lesson: lesson.join('/') } };
  });

/** The cards of one lesson in one locale. */
export const GET: APIRoute = ({ params }) =>
  Response.json(lessonDecks[`${params['locale']}/${params['lesson']}`]);
