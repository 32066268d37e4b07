import { searchData } from 'virtual:recall/deck';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { SearchIndex } from '../format/search.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(searchData).map(([locale, { index }]) => ({ params: { locale }, props: { index } }));

/** What the search of a language loads first. */
export const GET: APIRoute<{ index: SearchIndex }> = ({ props }) => Response.json(props.index);
