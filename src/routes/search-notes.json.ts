import { searchData } from 'virtual:recall/deck';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { SearchNotes } from '../format/search.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(searchData).flatMap(([locale, data]) =>
    data.notes.map((notes, file) => ({ params: { locale, file: String(file) }, props: { notes } })),
  );

/** What the lines of some terms say in the search. */
export const GET: APIRoute<{ notes: SearchNotes }> = ({ props }) => Response.json(props.notes);
