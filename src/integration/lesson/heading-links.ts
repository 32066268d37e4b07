import { fileURLToPath } from 'node:url';
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri';
import type { HastPluginDefinition, HastPluginEntry } from 'satteri';
import type { Text } from './fact-table.ts';

/**
 * A link to itself behind every heading of a lesson, as Starlight sets it, without the drawing that Starlight repeats in
 * each: a style draws it. `texts` gives the interface texts in the language of a content file, by absolute path.
 */
export function headingLinks(texts: (file: string) => Text): HastPluginEntry {
  return ({ fileURL }) => {
    if (!fileURL) return undefined;
    const t = texts(fileURLToPath(fileURL));
    const links: HastPluginDefinition = {
      name: 'recall-heading-links',
      element: {
        filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
        visit(node, context) {
          const id = node.properties?.['id'];
          if (typeof id !== 'string' || !id) return;
          const label = t('heading.link', { title: context.textContent(node) });
          return {
            type: 'element',
            tagName: 'div',
            properties: { class: `recall-heading recall-heading--${node.tagName}` },
            children: [
              node,
              {
                type: 'element',
                tagName: 'a',
                properties: { class: 'recall-anchor', href: `#${id}`, 'aria-label': label },
                children: [],
              },
            ],
          };
        },
      },
    };
    return [satteriHeadingIdsPlugin(), links];
  };
}
