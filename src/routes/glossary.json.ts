import { glossaries } from 'virtual:recall/deck';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { GlossaryEntry } from '../format/glossary.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(glossaries).map(([locale, entries]) => ({ params: { locale }, props: { entries } }));

/** What a reader sees over the first use of a term, by term. */
export const GET: APIRoute<{ entries: readonly GlossaryEntry[] }> = ({ props }) =>
  Response.json(
    Object.fromEntries(
      props.entries.map(({ id, name, definition, title }) => [id, { name, definition, title }]),
    ),
  );
