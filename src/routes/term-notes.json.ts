import { glossaries } from 'virtual:recall/deck';
import type { APIRoute, GetStaticPaths } from 'astro';
import type { GlossaryEntry, TermNotes } from '../format/glossary.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(glossaries).map(([locale, entries]) => ({ params: { locale }, props: { entries } }));

export const GET: APIRoute<{ entries: readonly GlossaryEntry[] }> = ({ props }) => {
  const notes: TermNotes = Object.fromEntries(
    props.entries.map(({ id, name, definition, title }) => [id, [name, definition, title]]),
  );
  return Response.json(notes);
};
