import { textTables } from 'virtual:recall/deck';
import type { APIRoute, GetStaticPaths } from 'astro';
import { HANDED_TEXTS } from '../components/lesson/handed-texts.ts';
import { selectTexts } from '../components/texts.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(textTables).map(([locale, table]) => ({ params: { locale }, props: { table } }));

/** What the scripts of a language's lessons say. */
export const GET: APIRoute<{ table: Readonly<Record<string, string>> }> = ({ props }) =>
  Response.json(selectTexts(props.table, Object.values(HANDED_TEXTS).flat()));
