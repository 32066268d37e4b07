import { type Place, placeOf } from './issue.ts';
import type { Visit } from './tree.ts';

/** A link as an author wrote it. */
export interface LinkMark {
  readonly url: string;
  readonly place: Place;
}

/** Every link of a file: in Markdown, as a definition `[x]: …`, and as `href` of an element. */
export function readLinks(visits: readonly Visit[], file: string): LinkMark[] {
  return visits.flatMap(({ node }) => {
    const place = placeOf(file, node);
    if (node.type === 'link' || node.type === 'definition') return [{ url: node.url, place }];
    if (node.type === 'html')
      return [...node.value.matchAll(HTML_HREF)].map(([, url = '']) => ({ url, place }));
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
    return node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && attribute.name === 'href' && typeof attribute.value === 'string'
        ? [{ url: attribute.value, place }]
        : [],
    );
  });
}

const HTML_HREF = /\shref=["']([^"']*)["']/g;
