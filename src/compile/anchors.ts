import { FIGURE_ANCHOR_PREFIX, NOTE_ANCHOR_PREFIX } from '../format/anchor.ts';
import { readFigureEmbed } from './figures/figure-embed.ts';
import { createSlugger, headingText } from './heading-slug.ts';
import { isDirective, type NodeOf, type Visit } from './tree.ts';

/** Every anchor that a page offers to a link `#…`: headings, notes, figures, and elements with an `id` of their own. */
export function anchorsOf(visits: readonly Visit[], text: string): ReadonlySet<string> {
  const slug = createSlugger();
  const anchors = new Set<string>(PAGE_ANCHORS);
  for (const { node } of visits) {
    if (node.type === 'heading') {
      anchors.add(ownId(node) ?? slug(headingText(node, text)));
    } else if (isDirective(node)) {
      const { id } = node.attributes ?? {};
      const prefix = readFigureEmbed(node) === undefined ? NOTE_ANCHOR_PREFIX : FIGURE_ANCHOR_PREFIX;
      if (id) anchors.add(prefix + id);
    } else if (node.type === 'html') {
      for (const [, id = ''] of node.value.matchAll(HTML_ID)) anchors.add(id);
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      for (const attribute of node.attributes) {
        if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== 'id') continue;
        if (typeof attribute.value === 'string') anchors.add(attribute.value);
      }
    }
  }
  return anchors;
}

/** The id that an author gave a heading: `## Heading {#id}`. */
function ownId({ data }: NodeOf<'heading'>): string | undefined {
  const properties: unknown = data && 'hProperties' in data ? data.hProperties : undefined;
  if (typeof properties !== 'object' || properties === null || !('id' in properties)) return undefined;
  return typeof properties.id === 'string' ? properties.id : undefined;
}

// Starlight's name for the top of a page.
const PAGE_ANCHORS = ['_top'];
const HTML_ID = /\sid=["']([^"']+)["']/g;
